import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Context } from "#lib/operations/context.ts";
import { editArticle } from "#lib/operations/editArticle.ts";
import { relateArticles } from "#lib/operations/relateArticles.ts";
import { removeArticle } from "#lib/operations/removeArticle.ts";
import { undoImport } from "#lib/operations/undoImport.ts";
import { migrations } from "#lib/store/migrations/index.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { coded } from "#tests/support/coded.ts";
import { emptied } from "#tests/support/emptied.ts";
import { ownText } from "#tests/support/texts.ts";

const AT = "2026-01-01T00:00:00.000Z";
const codebook = { outlets: [], version: "1" } as unknown as Codebook;

let db: Awaited<ReturnType<typeof openEmbedded>>;
let context: Context;
beforeAll(async () => {
  db = await openEmbedded();
  context = { store: await storeOn(db), codebook, now: () => new Date(AT) };
});
beforeEach(() => emptied(db));
afterAll(() => context.store.close());

const on = (day: number): Article["date"] => ({ day: `2024-03-0${day}`, confidence: 1, from: "given" });
const report = (id: string, outletName: string, day: number, text: string, more: Partial<Article> = {}) =>
  coded(
    { id, title: `Title ${id}`, outletName, date: on(day), text, raw: text, event: null, ...more },
    { economic: 1 },
  );

/** Stores and compares; returns the import. */
async function add(...batch: ReturnType<typeof report>[]): Promise<string> {
  const id = await context.store.startImport("test", AT);
  await context.store.addArticles(id, batch);
  await relateArticles(context, { importId: id });
  return id;
}
/** Articles counted per outlet, from totals and from the sums by week, which must agree. */
async function counted(wireOnce = false): Promise<Record<string, number>> {
  const sums: Record<string, number>[] = [];
  for (const byWeek of [false, true]) {
    const rows = await context.store.rollUps({
      measure: "frame",
      voice: "own",
      target: "economic",
      byWeek,
      wireOnce,
    });
    const sum: Record<string, number> = {};
    for (const { outlet, n } of rows) sum[outlet] = (sum[outlet] ?? 0) + n;
    sums.push(sum);
  }
  expect(sums[0]).toEqual(sums[1]);
  const counts: Record<string, number> = {};
  for (const { outlet, articles } of await context.store.counts({ teaching: false, wireOnce })) {
    if (articles > 0) counts[outlet] = (counts[outlet] ?? 0) + articles;
  }
  expect(counts).toEqual(sums[0]);
  return counts;
}
const stored = async (id: string): Promise<Article> => (await context.store.article(id))!.article;

describe("wire copy in the store", () => {
  const text = ownText(1);
  it("is marked with its origin and counted in every outlet or once, in sums, counts, words and list", async () => {
    await add(report("a", "Paper", 4, text), report("x", "Third", 4, ownText(2)));
    await add(report("b", "Post", 5, `${text} The Post adds a line of its own.`), report("c", "Times", 6, text));
    expect((await stored("b")).wire).toMatchObject({ origin: "Paper", copies: ["a", "c"], repeats: true });
    expect((await stored("a")).wire).toBeNull();
    expect(await counted()).toEqual({ Paper: 1, Post: 1, Third: 1, Times: 1 });
    expect(await counted(true)).toEqual({ Paper: 1, Third: 1 });
    const counts = await context.store.counts({ teaching: false });
    expect(counts.find(({ outlet }) => outlet === "Post")).toMatchObject({ wire: 1, copies: 1, days: 2 });
    const once = await context.store.counts({ teaching: false, wireOnce: true });
    expect(once.find(({ outlet }) => outlet === "Post")).toMatchObject({ articles: 0, copies: 1 });
    expect(once.find(({ outlet }) => outlet === "Post")?.days).toBeUndefined();
    expect((await context.store.list({ wire: "once" })).total).toBe(2);
    expect((await context.store.list({ wire: "only", sort: "oldest" })).rows).toMatchObject([
      { id: "b", wire: { origin: "Paper", repeats: true } },
      { id: "c", wire: { origin: "Paper" } },
    ]);
    const same = await context.store.sameText("b");
    expect(same.map(({ id, as, share }) => [id, as, share > 0.9])).toEqual([
      ["a", "copy", true],
      ["c", "copy", true],
    ]);
    expect(await context.store.sameText("x")).toEqual([]);
  });

  it("counts for itself when the text it repeats is removed, edited or taken back", async () => {
    await add(report("a", "Paper", 4, text));
    await add(report("b", "Post", 5, text));
    expect(await counted(true)).toEqual({ Paper: 1 });
    await editArticle(context, "a", { date: "2024-03-09", reason: "wrong day" });
    expect(await counted(true)).toEqual({ Post: 1 });
    expect((await stored("a")).wire).toMatchObject({ origin: "Post" });
    await removeArticle(context, "b");
    expect((await stored("a")).wire).toBeNull();
    expect(await counted(true)).toEqual({ Paper: 1 });
    const again = await add(report("b", "Post", 2, text));
    expect(await counted(true)).toEqual({ Post: 1 });
    await undoImport(context, again);
    expect(await counted(true)).toEqual({ Paper: 1 });
    expect(await context.store.sameText("a")).toEqual([]);
  });

  it("never crosses between teaching and published articles", async () => {
    await add(
      report("a", "Paper", 4, text),
      report("b", "Post", 5, text, { teaching: true, side: "western_teaching" }),
    );
    expect((await stored("b")).wire).toBeNull();
  });

  it("of an export is told anew by what is stored here", async () => {
    const wire = { origin: "Elsewhere", reason: "said so", copies: ["gone"], repeats: true };
    await add(report("a", "Paper", 4, text, { wire, versionOf: "gone", supersededBy: "gone" }));
    expect(await stored("a")).toMatchObject({ wire: null });
    expect((await stored("a")).supersededBy).toBeUndefined();
    expect(await counted(true)).toEqual({ Paper: 1 });
  });
});

describe("versions in the store", () => {
  const first = ownText(3);
  const second = `${first} It was updated in the evening.`;
  it("count with the latest, stay readable, and the one before counts again when it goes", async () => {
    const measured = { measure: "frame", target: "economic", voice: "own" } as const;
    await add(report("a", "Paper", 4, first));
    const newer = await add(report("b", "Paper", 5, second));
    expect(await counted()).toEqual({ Paper: 1 });
    expect(await stored("a")).toMatchObject({ supersededBy: "b", text: first });
    expect(await stored("b")).toMatchObject({ versionOf: "a" });
    expect((await context.store.list({ withMeasure: measured })).rows.map(({ id }) => id)).toEqual(["b"]);
    expect((await context.store.list({})).rows).toMatchObject([{ id: "b" }, { id: "a", superseded: true }]);
    expect(await context.store.sameText("b")).toMatchObject([{ id: "a", as: "version", supersededBy: "b" }]);
    await undoImport(context, newer);
    expect((await context.store.list({ withMeasure: measured })).rows.map(({ id }) => id)).toEqual(["a"]);
    expect(await counted()).toEqual({ Paper: 1 });
    expect((await context.store.summary()).articles).toBe(1);
  });

  it("keep their place when tagged anew", async () => {
    await add(report("a", "Paper", 4, first), report("b", "Paper", 5, second));
    const { coding, measures } = report("a", "Paper", 4, first);
    await context.store.recode([{ coding: { ...coding, codebookVersion: "2" }, measures }]);
    expect(await counted()).toEqual({ Paper: 1 });
    expect((await context.store.list({ withMeasure: { ...measures[0]!, voice: "own" } })).total).toBe(1);
    await removeArticle(context, "b");
    expect(await counted()).toEqual({ Paper: 1 });
    expect((await context.store.summary()).versions).toMatchObject([{ codebookVersion: "2", articles: 1 }]);
  });

  it("become copies when one was another outlet's", async () => {
    await add(report("a", "Paper", 4, first), report("b", "Paper", 5, second));
    await editArticle(context, "b", { outlet: "Post", reason: "it was the Post" });
    expect(await counted()).toEqual({ Paper: 1, Post: 1 });
    expect(await counted(true)).toEqual({ Paper: 1 });
  });

  it("replace a headline by its article of the same address, and other addresses of the home page do nothing", async () => {
    const url = "https://paper.example/ferries";
    await add(report("h", "Paper", 4, "Ferries stay.", { headlineOnly: true, url }));
    await add(report("a", "Paper", 4, first, { url }));
    expect(await stored("h")).toMatchObject({ supersededBy: "a" });
    const home = "https://paper.example/";
    await add(report("c", "Paper", 5, ownText(8), { url: home }), report("d", "Paper", 6, ownText(9), { url: home }));
    expect(await counted()).toEqual({ Paper: 3 });
    // One address, two texts that have nothing in common.
    await add(report("e", "Paper", 7, ownText(10), { url }));
    expect(await counted()).toEqual({ Paper: 4 });
  });
});

describe("comparing with what is stored", () => {
  it("gives one answer whatever the order and the batches", async () => {
    const all = [
      report("a", "Paper", 4, ownText(1)),
      report("b", "Post", 5, ownText(1)),
      report("c", "Post", 6, `${ownText(1)} Updated.`),
      report("d", "Times", 7, ownText(1, 14)),
      report("e", "Times", 7, ownText(5)),
    ];
    const states: unknown[] = [];
    for (const order of [all, all.toReversed(), [all[3]!, all[0]!, all[4]!, all[2]!, all[1]!]]) {
      const imports = [];
      for (const each of order) imports.push(await add(each));
      states.push(
        await Promise.all(
          all.map(async ({ article: { id } }) =>
            Object.entries(await stored(id)).filter(([k]) => ["wire", "versionOf", "supersededBy"].includes(k)),
          ),
        ),
      );
      states.push(await counted(true));
      for (const id of imports.toReversed()) await undoImport(context, id);
    }
    expect(states[2]).toEqual(states[0]);
    expect(states[4]).toEqual(states[0]);
    expect(states[1]).toEqual({ Paper: 1, Times: 1 });
    expect(await counted()).toEqual({});
  });

  it("cut off at any write or done twice at once ends the same", async () => {
    const { store } = context;
    const id = await store.startImport("test", AT);
    await store.addArticles(id, [
      report("a", "Paper", 4, ownText(1)),
      report("b", "Post", 5, ownText(1)),
      report("c", "Paper", 6, `${ownText(1)} Updated.`),
    ]);
    for (let left = 0; left < 3; left++) {
      let calls = left;
      const dies = async (): Promise<never> => Promise.reject(new Error("killed"));
      const mortal: Context["store"] = {
        ...store,
        keepTextKeys: async (given) => (calls-- === 0 ? dies() : store.keepTextKeys(given)),
        settleRelations: async (...given) => (calls-- === 0 ? dies() : store.settleRelations(...given)),
      };
      await relateArticles({ ...context, store: mortal }).catch(() => undefined);
    }
    await Promise.all([relateArticles(context), relateArticles(context)]);
    expect(await counted(true)).toEqual({ Post: 1 });
    expect(await counted()).toEqual({ Paper: 1, Post: 1 });
    expect(await store.unrelated(9)).toEqual([]);
    expect(await store.stale(9)).toEqual([]);
  });

  it("looks at a few of hundreds that share one form, and ends", async () => {
    const form = ownText(4, 6);
    const many = Array.from({ length: 260 }, (_, i) =>
      report(`m${String(i).padStart(3, "0")}`, `Outlet ${i % 5}`, 1 + (i % 9), `${form} ${ownText(100 + i, 3)}`),
    );
    await add(...many);
    expect(await context.store.unrelated(1)).toEqual([]);
    const once = Object.values(await counted(true)).reduce((sum, n) => sum + n, 0);
    expect(once).toBeGreaterThan(0);
    expect(once).toBeLessThan(40);
  });
});

it("an older collection is brought up to date and compared afterwards", async () => {
  await db.close();
  db = await openEmbedded();
  for (const { sql } of migrations.slice(0, 4)) await db.run(sql);
  await db.run(
    "CREATE TABLE schema_migrations (version integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now()); INSERT INTO schema_migrations (version, name) SELECT g, 'old' FROM generate_series(1, 4) g",
  );
  await db.query("INSERT INTO imports (at, source) VALUES ($1, 'old')", [AT]);
  const old = async (id: string, outlet: string, day: string, text: string, headline: boolean): Promise<void> => {
    await db.query(
      `INSERT INTO articles (id, import_id, title, body, outlet_name, side, side_reason, day, language, machine_translated,
         translation_reasons, teaching, assumed, words, present, search, headline_only)
       VALUES ($1, 1, $1, $2, $3, 'western', '', $4::date, 'en', false, '[]', false, '[]', 9, '{}', '', $5)`,
      [id, text, outlet, day, headline],
    );
    await db.query("INSERT INTO originals VALUES ($1, $2, '[]', '[]')", [id, text]);
    await db.query("INSERT INTO question_lists VALUES ('q', '[]') ON CONFLICT DO NOTHING");
    await db.query(
      `INSERT INTO codings VALUES ($1, 'rules', '1', '1', '0', $2, 'q', '{"sentences":[],"voices":[],"tags":[],"abstentions":[]}', $3)`,
      [id, AT, headline ? "[]" : '[["frame","economic","own",1]]'],
    );
    if (headline) return;
    await db.query(
      `INSERT INTO article_groups (outlet, outlet_label, side, sub_group, teaching, machine_translated, event, language, week,
         codebook_version, tagger_version, articles) VALUES ($1, $1, 'western', '', false, false, '', 'en', '2024-03-04', '1', '1', 1)`,
      [outlet],
    );
    await db.run(`INSERT INTO measure_keys (measure, target, voice) VALUES ('frame', 'economic', 'own') ON CONFLICT DO NOTHING;
      INSERT INTO roll_ups SELECT k.id, g.id, 1, 0, 1, 1 FROM measure_keys k, article_groups g WHERE g.outlet = '${outlet}';
      INSERT INTO total_groups (outlet, side, sub_group, teaching, machine_translated, language, articles)
        VALUES ('${outlet}', 'western', '', false, false, 'en', 1);
      INSERT INTO total_sums SELECT k.id, t.id, 1, 0, 1, 1 FROM measure_keys k, total_groups t WHERE t.outlet = '${outlet}'`);
  };
  await old("a", "Paper", "2024-03-04", ownText(1), false);
  await old("b", "Post", "2024-03-05", ownText(1), false);
  await old("h", "Post", "2024-03-06", "Only a headline.", true);
  context = { ...context, store: await storeOn(db) };
  expect(await counted(true)).toEqual({ Paper: 1, Post: 1 });
  expect(await db.query("SELECT kind, outlet, week, articles FROM uncounted")).toEqual([
    { kind: "headline", outlet: "Post", week: "2024-03-04", articles: 1 },
  ]);
  expect(await relateArticles(context)).toBe(3);
  expect(await counted(true)).toEqual({ Paper: 1 });
  await removeArticle(context, "h");
  expect(await db.query("SELECT * FROM uncounted")).toEqual([]);
});

it("long texts that share a sentence or two are not fetched to be compared; those that share a half are, and short ones", async () => {
  const some = ownText(1, 40);
  const half = `${ownText(1, 22)} ${ownText(2, 18)}`;
  const pieces = Array.from({ length: 6 }, (_, i) => `${ownText(1, 3)} ${ownText(10 + i, 37)}`);
  const short = ownText(1, 8);
  const texts = { some, half, short, ...Object.fromEntries(pieces.map((text, i) => [`piece${i}`, text])) };
  await add(...Object.entries(texts).map(([id, text]) => report(id, `Outlet ${id}`, 4, text)));
  const found = await context.store.alikeTexts(["some"], 2);
  expect(found.map(({ other }) => other).toSorted()).toEqual(["half", "short"]);
});
