import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMemoryStore } from "#lib/store/openStore.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { Store, TermMember } from "#lib/store/contract.ts";
import { syntheticArticles } from "#tests/support/synthetic.ts";

const AT = "2026-01-01T00:00:00.000Z";
const QUESTIONS = { frames: ["economic", "security"], targets: ["russia"] };

describe("totals and words", () => {
  let store: Store;
  let importId: string;
  beforeAll(async () => {
    store = await openMemoryStore();
    importId = await store.startImport("test", AT);
    await store.addArticles(importId, syntheticArticles(0, 60, QUESTIONS));
  });
  afterAll(() => store.close());

  /** Sums of one measure added up over everything but outlet and target, from totals or from weeks. */
  async function added(byWeek: boolean): Promise<Record<string, number[]>> {
    const sums: Record<string, number[]> = {};
    const rows: RollUp[] = await store.rollUps({ measure: "frame", byWeek });
    for (const row of rows) {
      const sum = (sums[`${row.outlet} ${row.target} ${row.voice}`] ??= [0, 0, 0]);
      for (const [at, value] of [row.n, row.sum, row.sumSquares].entries()) sum[at] = (sum[at] ?? 0) + value;
    }
    return sums;
  }

  async function members(side: string): Promise<TermMember[]> {
    const of = (await store.counts({ teaching: false })).filter((each) => each.side === side);
    return [...new Map(of.map(({ outlet, side, subGroup }) => [outlet, { outlet, side, subGroup }])).values()];
  }

  it("stay equal to the finer sums when articles come, are edited and go", async () => {
    expect(await added(true)).toEqual(await added(false));
    await store.editArticle("synthetic-3", { outletName: "Moved Post", side: "russian" }, "test", AT);
    await store.removeArticle("synthetic-4", AT);
    const after = await added(true);
    expect(after).toEqual(await added(false));
    expect(after["Moved Post economic own"]?.[0]).toBe(1);
  });
  it("count articles per outlet and week", async () => {
    const counts = await store.counts({ teaching: false });
    expect(counts.reduce((sum, each) => sum + each.articles, 0)).toBe(59);
    const week = counts[0]?.week ?? "";
    const from = await store.counts({ teaching: false, from: week, to: week });
    expect(from.every((each) => each.week === week)).toBe(true);
  });
  it("add groups up by week: articles, values, outlets and the outlets' means", async () => {
    const groups = [await members("western"), await members("russian")];
    const rows = await store.rollUps({ measure: "stance", voice: "own", byWeek: true });
    for (const byOutlet of [false, true]) {
      const wanted: Record<string, number[]> = {};
      for (const { outlet, side, target, week, n, abstained, sum } of rows) {
        const group = ["western", "russian"].indexOf(side);
        if (group < 0) continue;
        const of = (wanted[[group, byOutlet ? outlet : null, week, target].join("|")] ??= [0, 0, 0, 0]);
        const told = n - abstained;
        for (const [at, more] of [told, sum, 1, sum / told].entries()) of[at] = (of[at] ?? 0) + more;
      }
      const found = await store.weekly(groups, { measure: "stance", voice: "own", teaching: false, byOutlet });
      const keyed = found.map(({ group, outlet, week, target, n, sum, outlets, means }): [string, number[]] => [
        [group, outlet, week, target].join("|"),
        [n, sum, outlets, means].map((value) => expect.closeTo(value, 9) as unknown as number),
      ]);
      expect(Object.keys(wanted).length).toBeGreaterThan(20);
      expect(wanted).toEqual(Object.fromEntries(keyed));
    }
  });
  it("by week know languages, days and one event", async () => {
    const groups = [await members("western")];
    const choice = { measure: "frame", voice: "own", target: "economic", teaching: false } as const;
    expect(await store.weekly(groups, { ...choice, language: "xx" })).toEqual([]);
    const all = await store.weekly(groups, choice);
    const week = all[3]?.week ?? "";
    expect(await store.weekly(groups, { ...choice, from: week, to: week })).toEqual([all[3]]);
    const event = syntheticArticles(0, 60, QUESTIONS).find(
      ({ article }) => article.event !== null && article.side === "western" && article.id !== "synthetic-3",
    );
    const name = event?.article.event ?? "";
    const { total } = await store.list({ event: name, side: "western" });
    const ofEvent = await store.weekly(groups, { ...choice, event: name });
    expect(total).toBeGreaterThan(0);
    expect(ofEvent.reduce((sum, each) => sum + each.n, 0)).toBe(total);
  });
  it("add a word's uses, squares, articles and outlets up over a group of outlets", async () => {
    const western = await members("western");
    const { counts: words } = await store.terms([western], { teaching: false, least: 1 });
    const kept = syntheticArticles(0, 60, QUESTIONS).filter(
      ({ article }) => article.side === "western" && !["synthetic-3", "synthetic-4"].includes(article.id),
    );
    const uses = kept.flatMap(({ measures }) => measures).filter((each) => each.measure === "term");
    const all = uses.filter((each) => each.target === "*").reduce((sum, each) => sum + (each.value ?? 0), 0);
    expect(words.find((each) => each.term === "*")?.uses).toBe(all);
    const most = words.filter((each) => each.term !== "*").sort((left, right) => right.uses - left.uses)[0];
    const of = uses.filter((each) => each.target === most?.term);
    expect([most?.uses, most?.squares, most?.articles]).toEqual([
      of.reduce((sum, each) => sum + (each.value ?? 0), 0),
      of.reduce((sum, each) => sum + (each.value ?? 0) ** 2, 0),
      of.length,
    ]);
    expect((await store.terms([western], { teaching: false, least: 3 })).counts.length).toBeLessThan(words.length);
  });
  it("count the same words article by article as in the totals when days hold every article", async () => {
    const groups = [await members("western"), await members("russian")];
    const whole = await store.terms(groups, { teaching: false, least: 2 });
    const byDays = await store.terms(groups, { teaching: false, least: 2, from: "2000-01-01", to: "2100-01-01" });
    expect(byDays).toEqual(whole);
    const { counts } = await store.terms(groups, { teaching: false, least: 1, language: "xx" });
    expect(counts).toEqual([]);
  });
  it("count the words of one event alone", async () => {
    const groups = [await members("western")];
    const event = syntheticArticles(0, 60, QUESTIONS).find(
      ({ article }) => article.side === "western" && article.event !== null && article.id !== "synthetic-3",
    )?.article.event;
    const { counts } = await store.terms(groups, { teaching: false, least: 1, event: event ?? "" });
    const { total } = await store.list({ event: event ?? "", side: "western" });
    expect(total).toBeGreaterThan(0);
    expect(counts.find((each) => each.term === "*")?.articles).toBe(total);
  });
  it("finds the articles of several outlets or one kind of outlet", async () => {
    const two = await store.list({ outlets: ["Moved Post", "nobody"] });
    expect(two.rows.map((row) => row.id)).toEqual(["synthetic-3"]);
    expect((await store.list({ subGroup: "state" })).total).toBe(0);
  });
  it("changes its revision with every change, and only then", async () => {
    const before = await store.revision();
    await store.summary();
    expect(await store.revision()).toBe(before);
    await store.removeArticle("synthetic-5", AT);
    expect(await store.revision()).toBeGreaterThan(before);
  });
});
