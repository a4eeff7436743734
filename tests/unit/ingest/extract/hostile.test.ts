import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Article } from "#lib/domain/article.ts";
import type { Rejected } from "#lib/domain/import.ts";
import { isRejected, normaliseAll, readPage, type ReadItem } from "#lib/ingest/index.ts";
import { noteThread, overdue, threadCell, threadTime } from "#lib/ingest/extract/threadTime.ts";
import { hostilePages } from "./hostilePages.ts";

interface Line {
  name: string;
  megabytes: number;
  problem: string | null;
}

/** Of each kind the one that is soonest over; all of them: readHostilePages.ts without names. */
const CHOSEN = [
  "a million links",
  "a text of 30 MB",
  "deep tables",
  "open tags without an end",
  "comments that never close",
];

describe("pages that try to exhaust a reader", () => {
  test("end with a reason each in a process of 512 MB", () => {
    const script = fileURLToPath(new URL("readHostilePages.ts", import.meta.url));
    const run = spawnSync(process.execPath, ["--max-old-space-size=512", "--import", "tsx", script, ...CHOSEN], {
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(run.status, run.stderr).toBe(0);
    const lines = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ name }) => name)).toEqual(Object.keys(hostilePages).filter((name) => CHOSEN.includes(name)));
    expect(lines.filter(({ problem }) => problem === null)).toEqual([]);
    for (const { megabytes } of lines) expect(megabytes).toBeLessThan(900);
  }, 90_000);

  test("one in the middle of an import leaves the others and is named", async () => {
    const report = (n: number): string =>
      `<h1>Bridge ${n} opens again</h1><p>Report ${n}: the bridge over the river was opened again on Monday after the repairs were done.</p><p>It had been closed for a week, and people who live on bank ${n} had to drive around it by the old mill road.</p>`;
    async function* items(): AsyncGenerator<ReadItem> {
      yield { file: "pages", line: 1, html: report(1) };
      yield { file: "pages", line: 2, html: hostilePages["a million links"]!() };
      yield { file: "pages", line: 3, html: report(3) };
    }
    const results: (Article | Rejected)[] = [];
    for await (const result of normaliseAll(items(), {}, () => null)) results.push(result);
    expect(results.map((r) => (isRejected(r) ? r.reason : r.title))).toEqual([
      "Bridge 1 opens again",
      "The page is larger or deeper than a report can be.",
      "Bridge 3 opens again",
    ]);
  });

  test("work that is too slow even in a thread of its own is ended there, and the next page is read", async () => {
    const slow = await readPage(hostilePages["line breaks alone"]!(), null, 25);
    expect(slow.problem?.kind).toBe("too slow");
    expect((await readPage("<h1>Bridge</h1><p>Short.</p>")).title).toBe("Bridge");
  }, 30_000);
});

describe("the time a page may take", () => {
  const limits = { cpu: 4000, wall: { unknown: 14_000, known: 60_000 } };

  test.each([
    ["work that had its time of a core", { cpu: 4001, wall: 4100 }, true],
    ["little work on a machine busy with others", { cpu: 900, wall: 30_000 }, false],
    ["next to none within a minute", { cpu: 900, wall: 60_001 }, true],
    ["the clock, where processor time is not known", { cpu: null, wall: 14_001 }, true],
    ["a short while by the clock", { cpu: null, wall: 13_999 }, false],
  ])("%s", (_, had, over) => {
    expect(overdue(had, limits)).toBe(over);
  });

  test.skipIf(process.platform !== "linux")("is that of the thread which reads, waiting left out", async () => {
    const cell = threadCell();
    noteThread(cell);
    const time = (): number => threadTime(cell[0]!) ?? Number.NaN;
    const [idle, from] = [time(), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waited = time() - idle;
    expect(waited).toBeLessThan(performance.now() - from - 100);
    const before = time();
    while (time() - before < 50);
    expect(time() - before).toBeGreaterThanOrEqual(50);
    expect(threadTime(0)).toBeNull();
  });
});
