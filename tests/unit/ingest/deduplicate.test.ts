import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { randomIndex, seededRandom } from "#lib/compare/random.ts";
import type { Article } from "#lib/domain/article.ts";
import { agencyCredit, NearDuplicateIndex, Relations } from "#lib/ingest/index.ts";
import { duplicates } from "#lib/operations/measure/duplicates.ts";
import { articleOf, courier, shared } from "./support.ts";

const WORDS =
  "bridge river town hall mayor repair road village week people mill bank pier stone report engineer water boat market council winter storm train school garden field".split(
    " ",
  );
/** Running text of our own, different for every seed; a shorter one is the beginning of a longer. */
const report = (seed: number, sentences = 20): string => {
  const random = seededRandom(seed);
  const word = (): string => WORDS[randomIndex(random, WORDS.length)] as string;
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 10 }, word).join(" ")}.`).join(" ");
};

describe("the index of texts", () => {
  test("finds a copy that was cut, reordered or edited, and nothing else", () => {
    const index = new NearDuplicateIndex();
    for (let seed = 1; seed <= 40; seed++) index.add({ id: `r${seed}`, text: report(seed) });
    const sentences = report(7).split(/(?<=\.) /);
    const copies = [
      sentences.slice(0, 12).join(" "),
      sentences.toReversed().join(" "),
      report(7).replace(/mayor/g, "MAYOR and others"),
      `${report(90)} ${report(7)}`,
    ];
    for (const text of copies) expect(index.find({ id: "copy", text }).map((f) => f.id)).toEqual(["r7"]);
    expect(index.find({ id: "new", text: report(91) })).toEqual([]);
  });

  test("is symmetric, and a text resembles itself wholly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 8, max: 20 }), (seed, n) => {
        const [a, b] = [report(seed), report(seed, n)];
        const one = new NearDuplicateIndex();
        one.add({ id: "a", text: a });
        const other = new NearDuplicateIndex();
        other.add({ id: "b", text: b });
        const [there] = one.find({ id: "b", text: b });
        const [back] = other.find({ id: "a", text: a });
        expect(there?.resemblance).toBe(back?.resemblance);
        expect(one.find({ id: "x", text: a })[0]).toMatchObject({ resemblance: 1, containment: 1, own: 1 });
      }),
      { numRuns: 40 },
    );
  });

  test("leaves texts too short to tell alone", () => {
    const index = new NearDuplicateIndex();
    index.add({ id: "a", text: "The bridge was opened." });
    expect(index.find({ id: "b", text: "The bridge was opened." })).toEqual([]);
  });
});

describe("an agency credit", () => {
  const credit = (text: string, author: string | null = null): string | null =>
    agencyCredit({ text, author, outletName: "Valley Courier" })?.agency ?? null;
  test.each([
    ["KYIV, Ukraine (AP) — The bridge was opened.", null, "Associated Press"],
    ["MOSCOW (Reuters) - The bridge was opened.", null, "Reuters"],
    ["The bridge was opened. © 2022 The Associated Press. All rights reserved.", null, "Associated Press"],
    ["The bridge was opened. (Reuters)", null, "Reuters"],
    ["The bridge was opened. — Ukrinform.", null, "Ukrinform"],
    ["The bridge was opened.", "Associated Press", "Associated Press"],
    ["The bridge was opened.", "AFP", "AFP"],
    ["The mayor told Reuters the bridge was open.", null, null],
    ["The bridge was opened. The Associated Press contributed to this report.", null, null],
    ["The ap was there (as ever) and the bridge was opened.", null, null],
    ["According to TASS, the bridge was opened.", "Jane Roe", null],
  ])("%s (%s) is of %s", (text, author, agency) => {
    expect(credit(text, author)).toBe(agency);
  });

  test("marks an article at import, but not on the agency's own site", () => {
    const text = `KYIV, Ukraine (AP) — ${report(3)} The people of the town said that they have been glad of it.`;
    const article = (outlet: string): Article => articleOf({ text, outlet, language: "en" }, {}, () => null);
    expect(article("Paper").wire).toMatchObject({ origin: "Associated Press", copies: [] });
    expect(article("The Associated Press").wire).toBeNull();
  });
});

describe("relations between articles", () => {
  const piece = (id: string, outletName: string, day: string, text: string) => ({
    id,
    title: `Title ${id}`,
    text,
    outletId: outletName === courier.name ? courier.id : null,
    outletName,
    author: null,
    date: { day, confidence: 1, from: "given" as const },
  });

  test("a revised text of one outlet is a version of its first", () => {
    const relations = new Relations();
    relations.add(piece("a", "Paper", "2025-03-04", report(1)));
    expect(relations.add(piece("b", "Paper", "2025-03-05", `${report(1)} It was updated.`)).versionOf).toBe("a");
    expect(relations.add(piece("c", "Paper", "2025-03-06", `New. ${report(1)} It was updated.`))).toMatchObject({
      versionOf: "a",
      wire: null,
    });
    expect(relations.add(piece("d", "Paper", "2025-03-06", report(2)))).toMatchObject({ versionOf: null, wire: null });
  });

  test("a text of another outlet is wire copy with its likely origin and the reason", () => {
    const relations = new Relations();
    relations.add(piece("a", "Paper", "2025-03-04", report(1)));
    const later = relations.add(piece("b", courier.name, "2025-03-05", report(1)));
    expect(later).toMatchObject({ versionOf: null, wire: { origin: "Paper", copies: ["a"] } });
    expect(later.wire?.reason).toContain("100 % of its text");
    expect(relations.add(piece("c", "Third", "2025-03-04", report(1))).wire?.origin).toBeNull();
    relations.add(piece("e", "Paper", "2025-03-04", `KYIV (AP) — ${report(5)}`));
    expect(relations.add(piece("f", "Third", "2025-03-04", report(5))).wire?.origin).toBe("Associated Press");
  });

  test("a long report that holds a short one is its own", () => {
    const relations = new Relations();
    relations.add(piece("a", "Paper", "2025-03-04", report(1, 8)));
    expect(
      relations.add(piece("b", "Third", "2025-03-05", `${report(1, 8)} ${report(2)} ${report(3)}`)).wire,
    ).toBeNull();
  });
});

const coverage = shared("coverage/russian.jsonl");
test.skipIf(coverage === null)("copies made of real coverage are found, and little else", async () => {
  const rows = readFileSync(coverage as string, "utf8")
    .trim()
    .split("\n")
    .slice(0, 100);
  const parsed = rows.map((row) => duplicates.row.parse(JSON.parse(row)));
  const { figures } = await duplicates.run({} as never, parsed);
  const of = (name: string): number => figures.find((f) => f.name === name)?.value ?? 0;
  expect(of("recall")).toBeGreaterThan(0.93);
  expect(of("precision")).toBeGreaterThan(0.97);
});
