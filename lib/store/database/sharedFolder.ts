import { createHash } from "node:crypto";
import { mkdirSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { StoreBusyError, StoreUnavailableError, type Database, type Queryable } from "#lib/store/connection.ts";
import { openInThread } from "./embeddedThread.ts";
import { clearAbandoned, isAbandoned, isCopied, readLock, releaseLock, takeLock, type Holder } from "./folderLock.ts";
import { askHost, dial, HostGoneError, transactWithHost } from "./guest.ts";
import { serveDatabase, type Host } from "./host.ts";

const PATIENCE_MS = 20_000;
/** Longest path of a Unix socket that works on Linux and macOS. */
const LONGEST_SOCKET = 100;

/** This process's part in a shared folder: it holds the database, or asks the process that does. */
type Part = { kind: "host"; db: Database; stop: () => Promise<void> } | { kind: "guest"; address: string };

/**
 * The embedded database of a folder, whatever number of processes use it: the first holds it and serves the others, and
 * when it ends the next call of another takes over.
 * @throws StoreBusyError when the holder cannot be asked; StoreUnavailableError when the folder cannot be opened.
 */
export async function openSharedFolder(folder: string): Promise<Database> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreUnavailableError(`The data folder ${folder} cannot be made: ${(error as Error).message}`);
  }
  let part = claim(folder);
  await part;
  const withPart = async <T>(asHost: (db: Database) => Promise<T>, asGuest: (address: string) => Promise<T>) => {
    for (let tries = 1; ; tries++) {
      const mine = part;
      const now = await mine;
      if (now.kind === "host") return asHost(now.db);
      try {
        return await asGuest(now.address);
      } catch (error) {
        if (!(error instanceof HostGoneError) || tries === 5) throw error;
        if (part === mine) part = claim(folder);
      }
    }
  };
  return {
    query: (sql, values) =>
      withPart(
        (db) => db.query(sql, values),
        (at) => askHost(at, (on) => on.query(sql, values)),
      ),
    run: (sql) =>
      withPart(
        (db) => db.run(sql),
        (at) => askHost(at, (on) => on.run(sql)),
      ),
    transaction: <T>(work: (tx: Queryable) => Promise<T>) =>
      withPart<T>(
        (db) => db.transaction(work),
        (at) => once(work, (begun) => transactWithHost(at, begun)),
      ),
    async close() {
      const now = await part;
      if (now.kind === "host") await now.stop();
    },
  };
}

/** A transaction that was begun is never run twice: whether it was kept is not known once the holder is gone. */
async function once<T>(
  work: (tx: Queryable) => Promise<T>,
  run: (work: (tx: Queryable) => Promise<T>) => Promise<T>,
): Promise<T> {
  let begun = false;
  try {
    return await run((tx) => {
      begun = true;
      return work(tx);
    });
  } catch (error) {
    if (!begun || !(error instanceof HostGoneError)) throw error;
    throw new StoreUnavailableError("The process that held the database ended in the middle of a write; try again.");
  }
}

async function claim(folder: string): Promise<Part> {
  const lock = join(folder, "database.lock");
  const address = socketAddress(folder);
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    const held = takeLock(lock, address);
    if (held) return become(folder, lock, held);
    const holder = readLock(lock);
    if (holder && isCopied(lock, holder)) {
      clearAbandoned(lock, holder);
      continue;
    }
    if (holder?.address && (await answers(holder.address))) return { kind: "guest", address: holder.address };
    if (isAbandoned(lock, holder)) clearAbandoned(lock, holder);
    else if (Date.now() > giveUp || (holder !== null && holder.address === null)) {
      throw new StoreBusyError(
        `Another process (number ${holder?.pid ?? "unknown"}) is using the data in ${folder}. ` +
          "Wait until it has ended, or name another folder with PARALLAX_DATA.",
      );
    } else await new Promise((next) => setTimeout(next, 50));
  }
}

/** Opens the database as its holder. The socket listens first, so that others wait instead of taking over. */
async function become(folder: string, lock: string, held: Holder): Promise<Part> {
  const host = await listen(held.address ?? "");
  if (!host) {
    // No local sockets here: this process works alone and others are refused.
    releaseLock(lock, held);
    const alone = takeLock(lock, null);
    return alone ? open(folder, lock, alone, null) : claim(folder);
  }
  return open(folder, lock, held, host);
}

async function open(folder: string, lock: string, held: Holder, host: Host | null): Promise<Part> {
  try {
    const db = await openInThread(join(folder, "database"));
    host?.open(db);
    return {
      kind: "host",
      db,
      async stop() {
        await host?.finish();
        await db.close();
        host?.close();
        releaseLock(lock, held);
      },
    };
  } catch (error) {
    host?.close();
    releaseLock(lock, held);
    throw error;
  }
}

async function listen(address: string): Promise<Host | null> {
  try {
    if (!address.startsWith("\\\\")) removeSocket(address);
    return await serveDatabase(address);
  } catch {
    return null;
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    (await dial(address)).end();
    return true;
  } catch {
    return false;
  }
}

function socketAddress(folder: string): string {
  const full = resolve(folder);
  const digest = createHash("sha256").update(full).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\parallax-${digest}`;
  const inside = join(full, "database.sock");
  return inside.length <= LONGEST_SOCKET ? inside : join(tmpdir(), `parallax-${digest}.sock`);
}

function removeSocket(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Nothing to remove.
  }
}
