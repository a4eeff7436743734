import { createServer, type Socket } from "node:net";
import type { Database, Queryable } from "#lib/store/connection.ts";
import { messages, send, type Request } from "./wire.ts";

/** A guest that opened a transaction and says nothing for so long is cut off, so that it cannot block the others. */
const IDLE_MS = 60_000;
/** How long the holder, when it ends, waits for guests in the middle of a call. */
const FINISH_MS = 10_000;

/** The holder's side of the local socket. */
export interface Host {
  /** From now on guests are answered; until then they wait. */
  open(db: Database): void;
  /** Lets calls under way end and makes later ones wait; for so long the folder still counts as held. */
  finish(): Promise<void>;
  /** Cuts everybody off; who waited asks the next holder. */
  close(): void;
}

/**
 * Serves a database to other processes of this machine over a local socket: a file in the data folder, or a named pipe.
 * Everything a guest sends waits in the same queue as the owner's own statements, and its transactions stand alone.
 */
export async function serveDatabase(address: string): Promise<Host> {
  const waiting = new Set<Socket>();
  const served = new Map<Socket, Promise<void>>();
  const now: { db: Database | null } = { db: null };
  const serve = (db: Database, socket: Socket): void => {
    const work = serveGuest(db, socket).catch(() => undefined);
    served.set(
      socket,
      work.then(() => {
        served.delete(socket);
        socket.end();
      }),
    );
  };
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("close", () => waiting.delete(socket));
    if (now.db) serve(now.db, socket);
    else waiting.add(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, resolve);
  });
  server.unref();
  return {
    open(db) {
      now.db = db;
      for (const socket of waiting) serve(db, socket);
      waiting.clear();
    },
    async finish() {
      now.db = null;
      await Promise.race([Promise.all(served.values()), new Promise((late) => setTimeout(late, FINISH_MS).unref())]);
    },
    close() {
      server.close();
      for (const socket of [...waiting, ...served.keys()]) socket.destroy();
    },
  };
}

async function serveGuest(db: Database, socket: Socket): Promise<void> {
  const inbox = messages<Request>(socket);
  for (;;) {
    const next = await inbox.next();
    if (next.done) return;
    if (next.value.op !== "begin") await answer(db, next.value, socket);
    else await transaction(db, inbox, socket);
  }
}

/** Runs one guest's transaction to its commit; anything else, a lost connection too, rolls it back. */
async function transaction(db: Database, inbox: AsyncGenerator<Request>, socket: Socket): Promise<void> {
  const outcome = await db
    .transaction(async (tx) => {
      send(socket, { rows: [] });
      socket.setTimeout(IDLE_MS, () => socket.destroy());
      for (;;) {
        const next = await inbox.next();
        if (next.done) throw new Error("The guest went away.");
        if (next.value.op === "commit") return;
        if (next.value.op === "rollback") throw new Error("The guest took it back.");
        await answer(tx, next.value, socket);
      }
    })
    .then(
      () => ({ rows: [] }),
      (error: Error) => ({ error: { message: error.message } }),
    );
  socket.setTimeout(0);
  send(socket, outcome);
}

async function answer(on: Queryable, request: Request, socket: Socket): Promise<void> {
  try {
    if (request.op === "run") await on.run(request.sql);
    const rows = request.op === "query" ? await on.query(request.sql, request.values) : [];
    send(socket, { rows });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    send(socket, { error: code === undefined ? { message } : { message, code } });
  }
}
