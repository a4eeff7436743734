import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store, TermMember } from "#lib/store/contract.ts";
import { syntheticArticles } from "#tests/support/synthetic.ts";

const AT = "2026-01-01T00:00:00.000Z";
const QUESTIONS = { frames: ["economic", "security"], targets: ["russia", "ukraine"] };

/** Questions with thousands of answers, of which a chart reads some; whatever the database. */
export function wideSuite(name: string, open: () => Promise<{ store: Store; close: () => Promise<void> }>) {
  describe(`questions with many answers on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      await store.addArticles(await store.startImport("test", AT), syntheticArticles(0, 80, QUESTIONS));
    });
    afterAll(() => opened.close());

    async function members(side: string): Promise<TermMember[]> {
      const of = (await store.counts({ teaching: false })).filter((each) => each.side === side);
      return [...new Map(of.map(({ outlet, side, subGroup }) => [outlet, { outlet, side, subGroup }])).values()];
    }

    it("give of many targets those alone that most articles of some outlets have, with the sums they have among all", async () => {
      const of = [...(await members("western")), ...(await members("russian"))];
      const choice = { measure: "stance_level", voice: "own", teaching: false } as const;
      for (const days of [{}, { from: "2022-06-01" }, { event: "nothing" }]) {
        const all = await store.rollUps({ ...choice, ...days });
        const n = new Map<string, number>();
        for (const each of all.filter(({ side }) => side === "western" || side === "russian")) {
          n.set(each.target, (n.get(each.target) ?? 0) + each.n);
        }
        const first = [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
        const most = await store.rollUps({ ...choice, ...days, most: { targets: 3, of } });
        const wanted = new Set(first.map(([target]) => target));
        expect(wanted.size).toBe("event" in days ? 0 : 3);
        expect(most).toEqual(all.filter(({ target }) => wanted.has(target)));
      }
    });

    it("count words of all articles and of days that hold them all alike, by word and group", async () => {
      const groups = [await members("western"), await members("russian")];
      const whole = await store.terms(groups, { teaching: false, least: 2 });
      const days = await store.terms(groups, { teaching: false, least: 2, from: "2000-01-01", to: "2100-01-01" });
      expect(days).toEqual(whole);
      const places = whole.counts.map(({ term, group }) => `${term} ${group}`);
      expect(places.length).toBeGreaterThan(100);
      expect(places).toEqual([...new Set(places)].sort((a, b) => (a < b ? -1 : 1)));
      const [most] = whole.counts.filter(({ term, group }) => term !== "*" && group === 0);
      expect(most!.outlets).toBeLessThanOrEqual(most!.articles);
    });
  });
}
