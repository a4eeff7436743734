import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { parseYaml, readChecked, readRecords } from "#lib/codebook/readYaml.ts";
import { actorSchema, outletSchema } from "#lib/domain/codebook.ts";
import { intendedSchema } from "#lib/domain/intended.ts";

const GENERIC = [
  "economic",
  "capacity_and_resources",
  "morality",
  "fairness_and_equality",
  "legality",
  "policy_prescription",
  "crime_and_punishment",
  "security_and_defence",
  "health_and_safety",
  "quality_of_life",
  "cultural_identity",
  "public_opinion",
  "political",
  "external_relations",
];
const frontMatterSchema = z.strictObject({
  title: z.string().min(10),
  outlet: z.string(),
  event: z.string(),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  author: z.string().optional(),
  language: z.literal("en"),
  teaching: z.literal(true),
  intended: intendedSchema,
});

const folder = join(corpusFolder(), "articles");
const outlets = readChecked(join(folder, "outlets.yml"), z.array(outletSchema));
const sideOf = new Map(outlets.map((outlet) => [outlet.id, outlet.side]));
const eventFolders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const articles = eventFolders.flatMap(({ name }) =>
  readdirSync(join(folder, name)).map((file) => readArticle(name, file)),
);

function readArticle(event: string, file: string) {
  const match = /^---\n([\s\S]*?)\n---\n\n([\s\S]+)\n$/.exec(readFileSync(join(folder, event, file), "utf8"));
  if (!match) throw new Error(`${event}/${file} has no front matter`);
  const parsed = frontMatterSchema.safeParse(parseYaml(match[1] as string, file));
  if (!parsed.success) throw new Error(`${event}/${file}: ${z.prettifyError(parsed.error)}`);
  return { file: `${event}/${file}`, eventFolder: event, ...parsed.data, text: match[2] as string };
}

const wordsOf = (text: string): number => (text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
const filesWhere = (wrong: (article: (typeof articles)[number]) => boolean): string[] =>
  articles.filter(wrong).map((article) => article.file);
const missingFrom = (wanted: readonly string[], found: readonly string[]): string[] =>
  wanted.filter((id) => !found.includes(id));

describe("the starter corpus", () => {
  test("holds five events or more, each under one name, with four articles of each side from four outlets", () => {
    expect(eventFolders.length).toBeGreaterThanOrEqual(5);
    for (const { name } of eventFolders) {
      const told = articles.filter((article) => article.eventFolder === name);
      expect(new Set(told.map((article) => article.event)).size, name).toBe(1);
      for (const side of ["western_teaching", "russian_teaching"]) {
        const ofSide = told.filter((article) => sideOf.get(article.outlet) === side);
        expect(ofSide.length, `${name} ${side}`).toBeGreaterThanOrEqual(4);
        expect(new Set(ofSide.map((article) => article.outlet)).size, `${name} ${side}`).toBeGreaterThanOrEqual(4);
      }
    }
    expect(new Set(articles.map((article) => article.event)).size).toBe(eventFolders.length);
  });

  test("gives every outlet several articles and every article an outlet of outlets.yml", () => {
    expect(filesWhere((article) => !sideOf.has(article.outlet))).toEqual([]);
    for (const { id } of outlets) {
      expect(articles.filter((article) => article.outlet === id).length, id).toBeGreaterThanOrEqual(3);
    }
  });

  test("names only outlets that are marked as invented for teaching", () => {
    for (const outlet of outlets) {
      expect(outlet.teaching, outlet.id).toBe(true);
      expect(outlet.side, outlet.id).toMatch(/^(western|russian)_teaching$/);
      expect(outlet.ownership.text, outlet.id).toBe("Invented for teaching.");
      expect(outlet.domains, outlet.id).toEqual([]);
    }
  });

  test("keeps every article between 250 and 500 words", () => {
    expect(filesWhere(({ text }) => wordsOf(text) < 250 || wordsOf(text) > 500)).toEqual([]);
  });

  test("never tells the same paragraph twice", () => {
    const paragraphs = articles.flatMap((article) => article.text.split("\n\n"));
    expect(paragraphs.filter((paragraph, i) => paragraphs.indexOf(paragraph) !== i)).toEqual([]);
  });

  test("dates every article within the month of its event folder", () => {
    expect(filesWhere((article) => !article.eventFolder.startsWith(article.date.slice(0, 7)))).toEqual([]);
  });
});

test("the datasheet names every event folder and every teaching outlet and counts the articles", () => {
  const datasheet = readFileSync(join(corpusFolder(), "README.md"), "utf8");
  const rows = [...eventFolders.map(({ name }) => `| \`${name}\` |`), ...outlets.map(({ name }) => `| ${name} |`)];
  expect(rows.filter((row) => !datasheet.includes(row))).toEqual([]);
  expect(datasheet).toContain(`${articles.length} articles`);
});

describe("the authors' intended codes", () => {
  const codes = articles.map((article) => article.intended);

  test("make each generic frame the primary one somewhere and use it on both sides", () => {
    expect(
      missingFrom(
        GENERIC,
        codes.map((code) => code.primary_frame),
      ),
    ).toEqual([]);
    for (const side of ["western_teaching", "russian_teaching"]) {
      const ofSide = articles.filter((article) => sideOf.get(article.outlet) === side);
      expect(
        missingFrom(
          GENERIC,
          ofSide.flatMap((article) => article.intended.frames),
        ),
        side,
      ).toEqual([]);
    }
    expect(filesWhere(({ intended }) => intended.frames.some((id) => !GENERIC.includes(id)))).toEqual([]);
    expect(filesWhere(({ intended }) => intended.frames[0] !== intended.primary_frame)).toEqual([]);
  });

  test("use all twelve issue frames", () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `I${i + 1}`);
    const used = codes.flatMap((code) => code.issue_frames);
    expect(missingFrom(twelve, used)).toEqual([]);
    expect(missingFrom(used, twelve)).toEqual([]);
  });

  test("lean both ways on every entity and every proposition", () => {
    for (const target of Object.keys(codes[0]?.stance ?? {}) as (keyof (typeof codes)[number]["stance"])[]) {
      const own = codes.map((code) => code.stance[target].own ?? 0);
      expect([Math.min(...own) < 0, Math.max(...own) > 0], target).toEqual([true, true]);
    }
    for (const proposition of ["p1", "p2", "p3", "p4"] as const) {
      const taken = codes.map((code) => code.propositions[proposition]);
      expect(missingFrom(["favour", "against", "both", "none"], taken), proposition).toEqual(
        proposition === "p2" ? ["both"] : [],
      );
    }
  });

  test("list only wording and speakers that stand in the article", () => {
    for (const { file, title, text, intended } of articles) {
      const whole = `${title}\n${text}`.toLowerCase();
      const listed = [...intended.wording, ...intended.speakers.map((speaker) => speaker.name)];
      expect(
        listed.filter((words) => !whole.includes(words.toLowerCase())),
        file,
      ).toEqual([]);
    }
  });

  test("state voice shares that add up to one and agree with the speakers' words", () => {
    for (const { file, text, intended } of articles) {
      const quoted = Object.values(intended.voice_shares).reduce((sum, part) => sum + part, 0);
      expect(Math.abs(intended.own_voice_share + quoted - 1), file).toBeLessThan(0.03);
      const attributed = intended.speakers.reduce((sum, speaker) => sum + speaker.words, 0) / wordsOf(text);
      expect(Math.abs(attributed - quoted), file).toBeLessThan(0.03);
    }
  });

  test("cover the hard cases the corpus promises", () => {
    const cases = articles.map((article) => article.intended.hard_case ?? "").join("\n");
    for (const promised of [
      /irony/i,
      /nested/i,
      /quoting Moscow/,
      /Western critic/,
      /balanced report on the Western/i,
    ]) {
      expect(cases).toMatch(promised);
    }
    expect(cases).toMatch(/balanced report on the Russian/i);
  });
});

describe("invented speech stays with invented people", () => {
  const actorsFolder = join(corpusFolder(), "codebook", "actors");
  const real = existsSync(actorsFolder)
    ? readRecords(actorsFolder, actorSchema).filter((actor) => actor.type === "person")
    : [];
  const inventedNames = [
    ...articles.flatMap((article) => article.intended.speakers.map((speaker) => speaker.name)),
    ...articles.flatMap((article) => (article.author === undefined ? [] : [article.author])),
  ];

  test("no speaker and no author carries the name of a real actor", () => {
    const names = real.flatMap((actor) => [actor.name, ...actor.aliases]).map((name) => name.toLowerCase());
    expect(inventedNames.filter((name) => names.includes(name.toLowerCase()))).toEqual([]);
    const lastNames = new Set(real.map((actor) => lastName(actor.name)));
    expect(inventedNames.filter((name) => /^\p{Lu}/u.test(name) && lastNames.has(lastName(name)))).toEqual([]);
  });

  test("no real person in the articles is given a verb of speech", () => {
    const mentioned = ["Macron", "Putin", "Trump", "Zelensky", "Zelenskyy", ...real.map((actor) => actor.name)];
    const people = [...new Set(mentioned)].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const verb =
      "(?:said|says|told|tells|added|stated|stressed|noted|claimed|warned|insisted|admitted|declared|argued)";
    const speaks = new RegExp(
      `(?:${people})(?:,[^,.]{1,60},)? (?:also |later )?${verb}\\b|\\b${verb} (?:President |Mr )?(?:${people})`,
    );
    expect(filesWhere(({ title, text }) => speaks.test(title) || speaks.test(text))).toEqual([]);
    expect(speaks.test("President Volodymyr Zelenskyy said so.")).toBe(true);
  });
});

function lastName(name: string): string {
  return (name.split(/\s+/).at(-1) ?? name).toLowerCase();
}
