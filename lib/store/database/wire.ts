import type { Socket } from "node:net";
import { createInterface } from "node:readline";

/** What a guest asks of the process that holds the database; one JSON line each. */
export type Request =
  | { op: "query"; sql: string; values: readonly unknown[] }
  | { op: "run"; sql: string }
  | { op: Step };
export type Step = "begin" | "commit" | "rollback";
export type Answer = { rows: unknown[] } | { error: { message: string; code?: string } };

/** Sends one JSON line. Line breaks inside strings are escaped by JSON, so a line is a message. */
export function send(socket: Socket, message: Request | Answer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** The messages of a socket, one at a time, until it closes. */
export async function* messages<T>(socket: Socket): AsyncGenerator<T> {
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) yield JSON.parse(line) as T;
}
