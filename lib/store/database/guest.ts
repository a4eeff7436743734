import { connect, type Socket } from "node:net";
import type { Queryable } from "#lib/store/connection.ts";
import { messages, send, type Answer, type Request } from "./wire.ts";

/** Nobody listens: the process that held the database has ended. Nothing of the call was carried out. */
export class HostGoneError extends Error {}

/** A line to the holder's process: one connection for each statement or transaction, so none can mix. */
interface Line extends Queryable {
  step(op: "begin" | "commit" | "rollback"): Promise<void>;
  end(): void;
}

/** One statement of a guest. @throws HostGoneError */
export async function askHost<T>(address: string, work: (on: Queryable) => Promise<T>): Promise<T> {
  const line = await openLine(address);
  try {
    return await work(line);
  } finally {
    line.end();
  }
}

/** One transaction of a guest. @throws HostGoneError before `work` was called, any other error after. */
export async function transactWithHost<T>(address: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const line = await openLine(address);
  try {
    await line.step("begin");
    try {
      const result = await work(line);
      await line.step("commit");
      return result;
    } catch (error) {
      await line.step("rollback").catch(() => undefined);
      throw error;
    }
  } finally {
    line.end();
  }
}

async function openLine(address: string): Promise<Line> {
  const socket = await dial(address);
  const inbox = messages<Answer>(socket);
  const ask = async (request: Request): Promise<unknown[]> => {
    send(socket, request);
    const next = await inbox.next().catch(() => ({ done: true as const }));
    if (next.done) throw new HostGoneError("The process that held the database ended in the middle of a call.");
    const reply = next.value;
    if ("error" in reply) throw Object.assign(new Error(reply.error.message), reply.error);
    return reply.rows;
  };
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await ask({ op: "query", sql, values })) as Row[],
    run: async (sql) => {
      await ask({ op: "run", sql });
    },
    step: async (op) => {
      await ask({ op });
    },
    end: () => socket.end(),
  };
}

/** @throws HostGoneError when nobody listens at the address. */
export function dial(address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    socket.once("error", (error) => reject(new HostGoneError(error.message)));
    socket.once("connect", () => {
      socket.removeAllListeners("error");
      socket.on("error", () => socket.destroy());
      resolve(socket);
    });
  });
}
