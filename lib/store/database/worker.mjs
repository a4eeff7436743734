// @ts-check
// The thread of the embedded database (embeddedThread.ts), which answers as threadLine.ts asks. JavaScript: see openPglite.mjs.
import { parentPort, workerData } from "node:worker_threads";
import { openPglite } from "./openPglite.mjs";

/** @import { MessagePort } from "node:worker_threads" */
/** @import { PGlite, Transaction } from "@electric-sql/pglite" */
/** @import { Asked, Call } from "./threadLine.ts" */

/** @type {PGlite | null} */
let db = null;

/**
 * Answers what comes over a port: one reply a question, in whatever order the answers are ready.
 * @param {MessagePort} port
 * @param {(asked: Asked) => Promise<unknown[]>} answer
 */
function answerOn(port, answer) {
  port.on("message", (/** @type {Call} */ { id, asked }) => {
    answer(asked).then(
      (rows) => port.postMessage({ id, answer: { rows } }),
      ({ message, code }) => {
        port.postMessage({ id, answer: { error: code === undefined ? { message } : { message, code } } });
      },
    );
  });
}

/**
 * @param {PGlite | Transaction | null} on
 * @param {Asked} asked
 * @returns {Promise<unknown[]>}
 */
async function statement(on, asked) {
  if (on && asked.op === "query") return (await on.query(asked.sql, [...asked.values])).rows;
  if (on && asked.op === "run") await on.exec(asked.sql);
  return [];
}

/**
 * One transaction over a port of its own, until it is committed or taken back, or who asked is gone.
 * @param {PGlite} on
 * @param {MessagePort} port
 */
async function transaction(on, port) {
  /** @param {Transaction} tx */
  const untilEnd = (tx) =>
    new Promise((commit, rollback) => {
      port.on("close", () => rollback(new Error("Who asked went away.")));
      answerOn(port, async (asked) => {
        if (asked.op === "commit") commit(undefined);
        else if (asked.op === "rollback") rollback(new Error("Taken back."));
        return statement(tx, asked);
      });
    });
  try {
    await on.transaction(untilEnd);
  } finally {
    port.close();
  }
}

if (parentPort) {
  answerOn(parentPort, async (asked) => {
    if (asked.op === "open") db = await openPglite(workerData.folder);
    else if (asked.op === "close") await db?.close();
    else if (asked.op === "transaction" && db) await transaction(db, asked.port);
    else return statement(db, asked);
    return [];
  });
}
