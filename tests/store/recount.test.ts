import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article, Side, SubGroup } from "#lib/domain/article.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { openServer } from "#lib/store/database/server.ts";
import type { Database } from "#lib/store/connection.ts";
import type { Store } from "#lib/store/contract.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { coded } from "#tests/support/coded.ts";
import { emptied } from "#tests/support/emptied.ts";
import { postgresPrograms, startPostgres } from "#tests/support/postgres.ts";

const AT = "2026-01-01T00:00:00.000Z";
/** Eighths add up exactly in any order. */
const eighth = fc.integer({ min: -8, max: 8 }).map((value) => value / 8);
const made = fc.record({
  outlet: fc.constantFrom<string>("Post", "Times", "Gazette"),
  side: fc.constantFrom<Side>("western", "russian"),
  day: fc.option(fc.constantFrom<string>("2024-03-04", "2024-03-08", "2024-03-11", "2024-12-31")),
  event: fc.option(fc.constantFrom("e1", "e2")),
  language: fc.constantFrom("en", "fr"),
  subGroup: fc.option(fc.constantFrom<SubGroup>("state", "private")),
  economic: fc.option(fc.constantFrom<0 | 1>(0, 1)),
  russia: fc.option(eighth),
});
const PLAIN: Made = {
  outlet: "Post",
  side: "western",
  day: null,
  event: null,
  language: "en",
  subGroup: null,
  economic: 1,
  russia: 0.5,
};
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;
const act = fc.oneof(
  fc.record({ do: fc.constant("import" as const), batch: fc.array(made, { minLength: 1, maxLength: 4 }) }),
  fc.record({ do: fc.constant("edit" as const), which: fc.nat(), to: made }),
  fc.record({ do: fc.constant("retag" as const), which: fc.nat(), to: made }),
  fc.record({ do: fc.constant("remove" as const), which: fc.nat() }),
  fc.record({ do: fc.constant("undo" as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const dated = (day: string | null): Article["date"] => (day === null ? null : { day, confidence: 1, from: "given" });

function articleOf(id: string, { outlet, day, economic, russia, ...more }: Made, version?: string) {
  const place = { ...more, id, title: id, outletId: null, outletName: outlet, date: dated(day) };
  return coded(place, { economic, russia, ...(version ? { version } : {}) });
}

/** Does one thing to a store; `which` counts round the articles there are. */
async function perform(store: Store, step: Act, at: number): Promise<void> {
  if (step.do === "undo") return void (await store.undoImport(AT));
  if (step.do === "import") {
    const id = await store.startImport("test", AT);
    return void (await store.addArticles(
      id,
      step.batch.map((each, of) => articleOf(`a${at}-${of}`, each)),
    ));
  }
  const { rows } = await store.list({ sort: "title" });
  const id = rows[step.which % Math.max(1, rows.length)]?.id;
  if (id === undefined) return;
  if (step.do === "remove") await store.removeArticle(id, AT);
  else if (step.do === "retag") await store.recode([articleOf(id, step.to, "2")]);
  else {
    const { outlet, side, day, event, subGroup } = step.to;
    await store.editArticle(id, { outletName: outlet, side, date: dated(day), event, subGroup }, "test", AT);
  }
}

const monday = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  return new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
};

const placeOf = ({ outletName, side, subGroup, language }: Article) => [outletName, side, subGroup, language];

type Sums = Record<string, number[]>;
interface Apart {
  event: boolean;
  week: boolean;
}

/** What the sums must be, counted anew from every stored article's own values. */
async function recounted(store: Store, apart: Apart, counts: (week: string | null) => boolean): Promise<Sums> {
  const sums: Sums = {};
  for await (const page of store.pages(50)) {
    for (const { article, measures } of page) {
      const week = article.date ? monday(article.date.day) : null;
      if (!counts(week) || (apart.event && article.event === null)) continue;
      for (const { measure, target, voice, value } of measures) {
        const place = [...placeOf(article), apart.event && article.event, apart.week && week];
        const sum = (sums[JSON.stringify([...place, measure, target, voice])] ??= [0, 0, 0, 0]);
        const more = [1, value === null ? 1 : 0, value ?? 0, (value ?? 0) ** 2];
        for (const [of, each] of more.entries()) sum[of] = (sum[of] ?? 0) + each;
      }
    }
  }
  return sums;
}

async function kept(store: Store, apart: Apart, days: { from?: string; to?: string }): Promise<Sums> {
  const sums: Sums = {};
  for (const measure of ["frame", "stance"] as const) {
    const asked = apart.event ? ["e1", "e2"].map((event) => ({ event })) : [{}];
    const rows = await Promise.all(
      asked.map((event) => store.rollUps({ measure, byWeek: apart.week, ...event, ...days })),
    );
    for (const row of rows.flat()) {
      const place = [
        row.outlet,
        row.side,
        row.subGroup,
        row.language,
        apart.event && row.event,
        apart.week && row.week,
      ];
      const key = JSON.stringify([...place, measure, row.target, row.voice]);
      expect(sums[key], "each sum comes once").toBeUndefined();
      sums[key] = [row.n, row.abstained, row.sum, row.sumSquares];
    }
  }
  return sums;
}

/** Articles and days with any, Monday first, by place and week. */
type Days = Record<string, [articles: number, days: number]>;

async function recountedDays(store: Store, counts: (article: Article) => boolean): Promise<Days> {
  const found: Days = {};
  for await (const page of store.pages(50)) {
    for (const { article } of page) {
      if (!counts(article)) continue;
      const day = article.date?.day ?? null;
      const into = (found[JSON.stringify([...placeOf(article), day && monday(day)])] ??= [0, 0]);
      into[0] += 1;
      if (day !== null) into[1] |= 1 << ((Date.parse(day) - Date.parse(monday(day))) / 86_400_000);
    }
  }
  return found;
}

async function keptDays(store: Store, choice: Parameters<Store["counts"]>[0]): Promise<Days> {
  const found: Days = {};
  for (const { outlet, side, subGroup, language, week, articles, days } of await store.counts(choice)) {
    const key = JSON.stringify([outlet, side, subGroup, language, week]);
    expect(found[key], "each count comes once").toBeUndefined();
    found[key] = [articles, days ?? 0];
  }
  return found;
}

function suite(name: string, open: () => Promise<{ db: Database; close: () => Promise<void> }>) {
  describe(`sums kept by ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = await storeOn(opened.db);
    });
    afterAll(async () => {
      await store.close();
      await opened.close();
    });

    it("equal a count of the stored articles after any imports, edits, retags, removals and undoings", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (steps) => {
          await emptied(opened.db);
          for (const [at, step] of steps.entries()) await perform(store, step, at);
          for (const apart of [
            { event: false, week: false },
            { event: false, week: true },
            { event: true, week: true },
          ]) {
            expect(await kept(store, apart, {})).toEqual(await recounted(store, apart, () => true));
          }
          const days = { from: "2024-03-08", to: "2024-03-11" };
          const within = (week: string | null) => week === "2024-03-04" || week === "2024-03-11";
          expect(await keptDays(store, {})).toEqual(await recountedDays(store, () => true));
          const ofEvent = (article: Article) => article.event === "e1";
          expect(await keptDays(store, { event: "e1" })).toEqual(await recountedDays(store, ofEvent));
          const weekOf = ({ date }: Article) => date !== null && within(monday(date.day));
          expect(await keptDays(store, days)).toEqual(await recountedDays(store, weekOf));
          for (const week of [false, true]) {
            const apart = { event: false, week };
            expect(await kept(store, apart, days)).toEqual(await recounted(store, apart, within));
          }
        }),
        { numRuns: 15 },
      );
    });

    it("come in the order of outlet, side, event, week, target and voice", async () => {
      await emptied(opened.db);
      const batch = ["Times", "Post", "Ångström", "post"].flatMap((outlet, of) =>
        ["2024-03-11", "2024-03-04"].map((day, at) => articleOf(`o${of}${at}`, { ...PLAIN, outlet, day })),
      );
      await store.addArticles(await store.startImport("test", AT), batch);
      const rows = await store.rollUps({ measure: "frame", byWeek: true });
      const keys = rows.map((row) => [row.outlet, row.side, row.week ?? "", row.target, row.voice].join("\0"));
      expect(keys).toHaveLength(16);
      expect(keys).toEqual(keys.toSorted());
    });
  });
}

suite("the embedded database", async () => ({ db: await openEmbedded(), close: async () => undefined }));
const programs = postgresPrograms();
if (programs !== null) {
  suite("a Postgres server", async () => {
    const server = await startPostgres(programs);
    return { db: await openServer(server.url), close: () => server.stop() };
  });
}
