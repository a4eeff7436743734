import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readJsonLines } from "#lib/cli/commands/train.ts";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { measurementSchema } from "#lib/domain/measurements.ts";
import { measure } from "#lib/operations/measure/index.ts";
import { parallax, temporaryFolder } from "#tests/support/cli.ts";

const ARTICLE = {
  id: "a",
  title: "Aggression condemned",
  text: "Russia's brutal aggression killed civilians. “We will not give up,” said the mayor of the Ukrainian town.",
};
const SIDES = [
  { ...ARTICLE, outlet: "RT" },
  { ...ARTICLE, id: "b", side: "western", text: "The bridge was closed. Officials said that it would be repaired." },
];
const stance = {
  russia: { own: -2, all: -2 },
  ukraine: { own: 0, all: 1 },
  west: { own: null, all: null },
};
const role = { russia: "antagonist", ukraine: "innocent", west: "none" };
const about = { about: true, stance: "against", holder: "indirect", holder_bloc: "west" };
const untold = { own: null, all: null };
const intended = {
  stance: {
    russia: { own: -2, all: -2 },
    ukraine: { own: 0, all: 1 },
    west: untold,
    france: untold,
    united_kingdom: untold,
    united_states: untold,
    coalition: untold,
  },
  propositions: { p1: "none", p2: "none", p3: "none", p4: "none" },
  roles: { russia: "antagonist" },
  frames: ["morality"],
  primary_frame: "morality",
  issue_frames: [],
  wording: ["aggression"],
  own_voice_share: 0.6,
  voice_shares: { russia: 0, ukraine: 0.4, west: 0, other: 0, media: 0 },
  speakers: [{ name: "the mayor", bloc: "ukraine", words: 5 }],
  hard_case: null,
};
const none = { about: false, stance: "none", holder: "none", holder_bloc: "none" };
const page = `<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>
<p>The old bridge over the river was closed on Monday because its cables had rusted through, the town said.</p>
<p>Repairs will take until the autumn, and the ferry will run every hour until the work on it is done.</p></article></body></html>`;
const feed = `<rss version="2.0"><channel><title>Town news</title><item><title>Bridge closed</title>
<link>https://example.org/bridge</link></item></channel></rss>`;
const quote = "“We will not give up,” said the mayor";

/** A small gold file of our own for each task. */
const GOLD: Record<string, object[]> = {
  intended: SIDES.map((row) => ({ ...row, intended })),
  attribution: SIDES.map((row) => {
    const start = row.text.indexOf("said");
    const content = row.text.includes(quote)
      ? [row.text.indexOf("“") + 1, row.text.indexOf(",”")]
      : [row.text.indexOf("it would"), row.text.length - 1];
    return { ...row, attributions: [{ source: [], cue: [[start, start + 4]], content: [content] }] };
  }),
  duplicates: SIDES,
  "entity-roles": [
    { ...ARTICLE, entity: "civilians", role: "victim" },
    { id: "beside", entity: "the volunteers", role: "hero" },
  ],
  extract: [
    { file: "page.html", title: "Bridge closed" },
    { id: 2, html: page, title: "Another title" },
  ],
  feeds: [
    { file: "feed.xml", field: "item.title", value: "Bridge closed" },
    { file: "feed.xml", field: "feed.title", value: "Another title" },
  ],
  frames: SIDES.map((row) => ({ ...row, codes: [{ frames: ["crime_and_punishment"] }, { frames: [] }] })),
  "frame-sentences": [
    { id: 1, text: "The budget deficit grew.", code: "1" },
    { id: 2, text: "The court ruled.", code: "5" },
  ],
  "loaded-language": [
    { id: 1, text: "The thugs peddle shameless drivel.", label: "Biased", biased_words: ["thugs"] },
    { id: 2, text: "The committee met on Monday.", label: "Non-biased", biased_words: [] },
  ],
  "narrative-frames": SIDES.map((row) => ({ ...row, frames: { CO: true, EC: false } })),
  proposition: [
    { id: 1, text: "Germany ruled out sending NATO troops to Ukraine.", A: about, B: about },
    { id: 2, text: "The bridge was closed.", ...none },
  ],
  roles: SIDES.map((row) => ({ ...row, codes: [{ role }, { role }] })),
  stance: SIDES.map((row) => ({ ...row, stance })),
  "target-sentiment": [
    { id: 1, text: "The mayor is a liar.", start: 4, end: 9, label: "negative" },
    { id: 2, text: "The mayor met the council.", start: 4, end: 9, label: "neutral" },
  ],
  wording: [{ ...SIDES[0], codes: { wording: [{ in: "text", start: 9, end: 15 }] } }, SIDES[1]!],
};

const codebook = loadCodebook(null);

interface Measured {
  task: string;
  n: number;
  figures: { name: string; value: number | null }[];
}

describe("measuring on the command line", () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "page.html"), page);
  writeFileSync(join(folder, "feed.xml"), feed);
  writeFileSync(
    join(folder, "articles.jsonl"),
    JSON.stringify({ id: "beside", text: "On Monday the volunteers rescued a family and rebuilt the school." }),
  );
  const gold = (name: string, rows: readonly object[]): string => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join("\n"));
    return path;
  };

  it("has a gold file here for every task its help names", async () => {
    const { out } = await parallax(["measure", "--help"]);
    const named = [...out.slice(out.indexOf("Tasks:")).matchAll(/^ {2}([a-z-]+) {2}/gm)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(8);
    expect(Object.keys(GOLD).toSorted()).toEqual(named.toSorted());
  });

  it.each(Object.entries(GOLD))("scores %s on labels of one's own", async (task, rows) => {
    const report = await measure(codebook, task, readJsonLines(gold(task, rows)), folder);
    expect(report).toMatchObject({ task, n: rows.length, skipped: { n: 0 } });
    const values = report.figures.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(values.length).toBeGreaterThan(0);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("finds pages beside the gold file, and scores what they say", async () => {
    const { out } = await parallax(["measure", "extract", gold("extract", GOLD["extract"]!), "--json"]);
    const { figures } = JSON.parse(out) as Measured;
    expect(figures.find(({ name }) => name === "title right")?.value).toBe(0.5);
  });

  it("reads texts of entities from articles.jsonl beside the file, and counts no role nobody coded", async () => {
    const rows = [...GOLD["entity-roles"]!, { id: "beside", entity: "Zanzibar Quxley", role: "hero" }];
    const report = await measure(codebook, "entity-roles", readJsonLines(gold("entities", rows)), folder);
    const said = report.confusion!;
    expect(Object.values(said).reduce((sum, each) => sum + (each["none"] ?? 0), 0)).toBe(1);
    const f1 = (role: string): number => report.rows.find((r) => r.tag === role && r.side === "all")?.f1 ?? 0;
    expect(report.figures.find(({ name }) => name === "macro-F1")?.value).toBeCloseTo(
      (f1("innocent") + f1("protagonist")) / 2,
      6,
    );
  });

  it("prints as many of the worst mistakes as asked for", async () => {
    const path = gold("extract", GOLD["extract"]!);
    const lines = async (n: string) =>
      (await parallax(["measure", "extract", path, "--worst", n])).out.split("\n").filter((l) => l.includes(" for "));
    expect((await lines("1")).length - (await lines("0")).length).toBe(1);
    expect((await parallax(["measure", "extract", path, "--worst", "many"])).code).toBe(2);
  });

  it("keeps figures without texts in the form pages read, under a name that stays in its folder", async () => {
    const path = gold("kept", GOLD["proposition"]!);
    const store = (name: string) =>
      parallax(["measure", "proposition", path, "--store", name, "--coder", "me", "--out", folder]);
    expect((await store("mine")).code).toBe(0);
    const text = readFileSync(join(folder, "mine.json"), "utf8");
    const kept = measurementSchema.parse(JSON.parse(text));
    expect(kept).toMatchObject({ task: "proposition", coder: "me", data: { name: "kept.jsonl", items: 2 } });
    expect(text).not.toContain("Germany");
    const refused = await store("../mine");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--store "../mine" will not do')]);
    expect(existsSync(join(folder, "..", "mine.json"))).toBe(false);
  });

  it("scores the rows that fit, says why others do not, and ends with 1", async () => {
    const path = gold("partly", [...GOLD["stance"]!, { id: "c", text: "No codes." }]);
    const { code, out } = await parallax(["measure", "stance", path]);
    expect(code).toBe(1);
    expect(out).toContain("2 rows scored, 1 left out");
    expect(out).toContain("row 3: line: needs stance or codes");
  });

  it("refuses an unknown task, a file that is not there and rows without the keys, with a sentence and 2", async () => {
    const wrong = gold("wrong", [{ id: 1, text: "No labels." }]);
    for (const args of [
      ["nothing", wrong],
      ["stance", join(folder, "gone.jsonl")],
      ["stance", wrong],
      ["extract", gold("lost", [{ file: "lost.html", title: "Lost" }])],
    ]) {
      const { code, out, err } = await parallax(["measure", ...args]);
      expect([args, code, out]).toEqual([args, 2, ""]);
      expect(err.trim()).not.toBe("");
      expect(err).not.toMatch(/\n\s+at /);
    }
  });
});
