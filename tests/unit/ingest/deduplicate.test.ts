import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Article } from "#lib/domain/article.ts";
import { agencyCredit, NearDuplicateIndex } from "#lib/ingest/index.ts";
import { duplicates } from "#lib/operations/measure/duplicates.ts";
import { ownText } from "#tests/support/texts.ts";
import { articleOf, shared } from "./support.ts";

describe("the index of texts", () => {
  test("finds a copy that was cut, reordered or edited, and nothing else", () => {
    const index = new NearDuplicateIndex();
    for (let seed = 1; seed <= 40; seed++) index.add({ id: `r${seed}`, text: ownText(seed) });
    const sentences = ownText(7).split(/(?<=\.) /);
    const copies = [
      sentences.slice(0, 12).join(" "),
      sentences.toReversed().join(" "),
      ownText(7).replace(/mayor/g, "MAYOR and others"),
      `${ownText(90)} ${ownText(7)}`,
    ];
    for (const text of copies) expect(index.find({ id: "copy", text }).map((f) => f.id)).toEqual(["r7"]);
    expect(index.find({ id: "new", text: ownText(91) })).toEqual([]);
  });

  test("is symmetric, and a text resembles itself wholly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 8, max: 20 }), (seed, n) => {
        const [a, b] = [ownText(seed), ownText(seed, n)];
        const one = new NearDuplicateIndex();
        one.add({ id: "a", text: a });
        const other = new NearDuplicateIndex();
        other.add({ id: "b", text: b });
        const [there] = one.find({ id: "b", text: b });
        const [back] = other.find({ id: "a", text: a });
        expect(there?.resemblance).toBe(back?.resemblance);
        expect(one.find({ id: "x", text: a })[0]).toMatchObject({ resemblance: 1, theirs: 1, own: 1 });
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
    agencyCredit({ text, author })?.agency ?? null;
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
    const text = `KYIV, Ukraine (AP) — ${ownText(3)} The people of the town said that they have been glad of it.`;
    const article = (outlet: string): Article => articleOf({ text, outlet, language: "en" }, {}, () => null);
    expect(article("Paper").wire).toMatchObject({ origin: "Associated Press", copies: [] });
    expect(article("The Associated Press").wire).toBeNull();
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
