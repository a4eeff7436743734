import type { MessagePort, Worker } from "node:worker_threads";
import type { Queryable } from "#lib/store/connection.ts";
import { parameters } from "./embedded.ts";
import type { Answer, Request } from "./wire.ts";

/** What is asked of the thread that holds the database: as guests ask it of a process, on a port of its own a transaction. */
export type Asked = Request | { op: "open" } | { op: "close" } | { op: "transaction"; port: MessagePort };
export type Call = { id: number; asked: Asked };
type Reply = { id: number; answer: Answer };

/** Sends questions to a thread and waits for their answers. */
interface Line extends Queryable {
  ask(asked: Asked, given?: readonly MessagePort[]): Promise<unknown[]>;
}

/** A line to the worker, or to one of its transactions; what waits when the port closes, or is asked later, fails with `gone`. */
export function lineTo(port: MessagePort | Worker, gone: () => Error): Line {
  const waiting = new Map<number, { done: (rows: unknown[]) => void; failed: (error: Error) => void }>();
  let last = 0;
  let ended = false;
  const settle = (id: number): ReturnType<(typeof waiting)["get"]> => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) port.unref();
    return found;
  };
  const end = (): void => {
    ended = true;
    for (const id of waiting.keys()) settle(id)?.failed(gone());
  };
  port.on("message", ({ id, answer }: Reply) => {
    const asker = settle(id);
    if ("error" in answer) asker?.failed(Object.assign(new Error(answer.error.message), answer.error));
    else asker?.done(answer.rows);
  });
  port.on("close", end);
  port.on("exit", end);
  // A thread that nobody waits for does not keep the process alive; one that is asked does.
  port.unref();
  const ask: Line["ask"] = (asked, given = []) =>
    new Promise((done, failed) => {
      // Nobody would answer, and a process that waits for nobody ends without a word.
      if (ended) return failed(gone());
      waiting.set((last += 1), { done, failed });
      port.ref();
      port.postMessage({ id: last, asked } satisfies Call, [...given]);
    });
  return {
    ask,
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await ask({ op: "query", sql, values: parameters(values) })) as Row[],
    run: async (sql) => {
      await ask({ op: "run", sql });
    },
  };
}
