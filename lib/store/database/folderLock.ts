import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Who holds a data folder. `address` is null where this system offers no local socket. */
export interface Holder {
  pid: number;
  token: string;
  address: string | null;
  /** Device and number of the folder that is held, which a copy of it does not share; earlier releases wrote none. */
  folder?: string;
}

/** How long a fresh lock may stand before its socket answers. */
const GRACE_MS = 3000;
const TAKEOVER_MS = 10_000;

/** Takes the lock file, or returns null when another holds it. Creating is atomic. */
export function takeLock(file: string, address: string | null): Holder | null {
  const holder = { pid: process.pid, token: randomUUID(), address, folder: folderOf(file) };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return null;
    throw error;
  }
}

/** The holder a lock file names; null when the file is gone or half written. */
export function readLock(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** True for a lock that came along when the folder of a running process was copied: it speaks of the other folder. */
export function isCopied(file: string, holder: Holder): boolean {
  return holder.folder !== undefined && holder.folder !== folderOf(file);
}

/** True when the process that wrote the lock has ended, or had time to listen and does not. */
export function isAbandoned(file: string, holder: Holder | null): boolean {
  if (holder !== null && !isAlive(holder.pid)) return true;
  if (holder !== null && holder.address === null) return false;
  return ageOf(file) > GRACE_MS;
}

/**
 * Removes an abandoned lock, unless somebody else has replaced it meanwhile: the check and the removal happen under a
 * second lock (a folder), so two heirs cannot both remove.
 */
export function clearAbandoned(file: string, seen: Holder | null): void {
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > TAKEOVER_MS) removeFolder(guard);
    return;
  }
  try {
    if (readLock(file)?.token === seen?.token) releaseFile(file);
  } finally {
    removeFolder(guard);
  }
}

export function releaseLock(file: string, holder: Holder): void {
  if (readLock(file)?.token === holder.token) releaseFile(file);
}

function folderOf(file: string): string {
  const { dev, ino } = statSync(dirname(file), { bigint: true });
  return `${dev}:${ino}`;
}

function releaseFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Already gone.
  }
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Already gone.
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
