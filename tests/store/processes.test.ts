import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { StoreBusyError } from "#lib/store/connection.ts";
import { openStore } from "#lib/store/openStore.ts";
import { coded } from "#tests/support/coded.ts";

let template: string;
let folder: string;
const running = new Set<ChildProcess>();
/** Making a database takes seconds and copying one does not. */
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "parallax-data-"));
  await (await openStore({ dataFolder: template, databaseUrl: null })).close();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parallax-data-"));
  cpSync(template, folder, { recursive: true });
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a writer; `said` resolves when it prints a line, `ended` with its exit code. */
function writer(name: string, count: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/writer.ts", folder, name, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const said = async (line: string): Promise<void> => {
    while (!lines.includes(line)) await once(output, "line");
  };
  return { child, ended, said };
}

const open = () => openStore({ dataFolder: folder, databaseUrl: null });

/** Articles there are, and articles the sums know of; they must agree whatever happened. */
async function counted() {
  const store = await open();
  const [sum] = await store.rollUps({ measure: "frame", voice: "own" });
  const total = (await store.list({ limit: 0 })).total;
  const whole = [];
  for await (const page of store.pages(100)) whole.push(...page);
  await store.close();
  return { total, summed: sum?.n ?? 0, whole: whole.length };
}

describe("several processes on one data folder", () => {
  it("leave a copy of the folder to itself, made while the original is open", async () => {
    const original = await open();
    const copy = mkdtempSync(join(tmpdir(), "parallax-copy-"));
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith(".sock") });
    const other = await openStore({ dataFolder: copy, databaseUrl: null });
    await other.addArticles(await other.startImport("copy", "2026-01-01T00:00:00.000Z"), [
      coded({ id: "only-in-the-copy" }, { economic: 1 }),
    ]);
    expect((await original.list({ limit: 0 })).total).toBe(0);
    expect((await other.list({ limit: 0 })).total).toBe(1);
    await other.close();
    await original.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it("lose no row when three write while a fourth holds the database and writes too", async () => {
    const store = await open();
    const others = ["x", "y", "z"].map((name) => writer(name, 60));
    const id = await store.startImport("own", "2026-01-01T00:00:00.000Z");
    for (let i = 0; i < 60; i++) await store.addArticles(id, [coded({ id: `own-${i}` }, { economic: 1 })]);
    expect(await Promise.all(others.map((each) => each.ended))).toEqual([0, 0, 0]);
    expect((await store.summary()).articles).toBe(240);
    await store.close();
    expect(await counted()).toEqual({ total: 240, summed: 240, whole: 240 });
  });

  it("go on when the one that holds the database ends: the next takes over", async () => {
    const holder = writer("x", 10);
    await holder.said("open");
    const store = await open();
    await holder.ended;
    const id = await store.startImport("own", "2026-01-01T00:00:00.000Z");
    await store.addArticles(id, [coded({ id: "own" }, { economic: 1 })]);
    await store.close();
    expect(await counted()).toEqual({ total: 11, summed: 11, whole: 11 });
  });

  it("keep whole articles only when a writer is killed in the middle, and a second run completes it", async () => {
    const victim = writer("x", 5000);
    await victim.said("50");
    victim.child.kill("SIGKILL");
    await victim.ended;
    const left = await counted();
    expect(left.total).toBeGreaterThanOrEqual(50);
    expect(left.total).toBeLessThan(5000);
    expect(left).toEqual({ total: left.total, summed: left.total, whole: left.total });
    const wanted = Math.ceil((left.total + 20) / 10) * 10;
    expect(await writer("x", wanted).ended).toBe(0);
    expect(await counted()).toEqual({ total: wanted, summed: wanted, whole: wanted });
  });

  it("keep whole articles only when the holder is killed under a guest that writes", async () => {
    const holder = writer("x", 5000);
    await holder.said("open");
    const store = await open();
    await holder.said("30");
    holder.child.kill("SIGKILL");
    await holder.ended;
    const id = await store.startImport("own", "2026-01-01T00:00:00.000Z");
    await store.addArticles(id, [coded({ id: "own" }, { economic: 1 })]);
    await store.close();
    const left = await counted();
    expect(left).toEqual({ total: left.total, summed: left.total, whole: left.total });
  });

  it("are refused with a sentence when the holder cannot be asked", async () => {
    writeFileSync(join(folder, "database.lock"), JSON.stringify({ pid: process.pid, token: "t", address: null }));
    await expect(open()).rejects.toThrow(StoreBusyError);
    await expect(open()).rejects.toThrow(/Another process \(number \d+\) is using the data in/);
  });

  it("take over a lock whose process is gone", async () => {
    writeFileSync(join(folder, "database.lock"), JSON.stringify({ pid: 2 ** 22 + 1, token: "t", address: "/nowhere" }));
    const store = await open();
    expect((await store.summary()).articles).toBe(0);
    await store.close();
  });
});
