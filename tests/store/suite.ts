import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#lib/store/contract.ts";
import { coded } from "#tests/support/coded.ts";

const AT = "2026-01-01T00:00:00.000Z";

/** What every store does, whatever database it stands on. `open` gives an empty one. */
export function storeSuite(
  name: string,
  open: () => Promise<{ store: Store; empty: () => Promise<void>; close: () => Promise<void> }>,
) {
  describe(`a store on ${name}`, () => {
    let store: Store;
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.close());

    const add = async (...batch: ReturnType<typeof coded>[]) => {
      const id = await store.startImport("test", AT);
      return { id, ...(await store.addArticles(id, batch)) };
    };
    const economic = async (filter: object = {}) => store.rollUps({ measure: "frame", voice: "own", ...filter });

    it("answers an empty database with nothing", async () => {
      expect(await store.summary()).toEqual({
        articles: 0,
        sides: [],
        outlets: [],
        events: [],
        versions: [],
        undated: 0,
      });
      expect(await store.list({})).toEqual({ total: 0, rows: [] });
      expect(await store.rollUps({ measure: "frame" })).toEqual([]);
      expect(await store.article("none")).toBeNull();
      expect(await store.undoImport(AT)).toBeNull();
      expect(await store.removeArticle("none", AT)).toBe(false);
    });

    it("lists an article without a title by its first words", async () => {
      await add(
        coded({ id: "a2", title: "", text: "Nine words are shown of this text, and the tenth is not." }),
        coded(),
      );
      const openings = (await store.list({})).rows.map((row) => row.opening);
      expect(openings.toSorted()).toEqual(["", "Nine words are shown of this text, and the"]);
    });

    it("finds nothing under an id or a search with a NUL character", async () => {
      await add(coded());
      expect(await store.article("a1\0")).toBeNull();
      expect((await store.list({ search: "\0", outlet: "\0" })).total).toBe(0);
    });

    it("gives an article and its coding back as they were", async () => {
      const text = "«Да» — he said, “it's 50 % off”.\n\tTabs, \\ backslashes, 🙂 and quotes ' \" remain.";
      const one = coded(
        {
          text,
          raw: `  ${text}`,
          offsetMap: [[0, 2]],
          removed: [{ exact: "  ", reason: "white space", rawStart: 0 }],
          date: { day: "2024-02-29", confidence: 0.7, from: "date line" },
          intended: { frames: ["economic"] },
          assumed: ["date", "language"],
          machineTranslated: { flag: true, reasons: ["“according to the information”"] },
          url: "https://example.org/a?b=c",
          author: "O'Brien",
        },
        { economic: 1, russia: -0.25 },
      );
      await add(one);
      const found = await store.article("a1");
      expect(found).toMatchObject(one);
    });

    it("stores an article once, also when a batch or a later import holds it again", async () => {
      expect(await add(coded(), coded({ id: "a2" }), coded())).toMatchObject({
        added: ["a1", "a2"],
        alreadyStored: ["a1"],
      });
      expect(await add(coded(), coded({ id: "a3" }))).toMatchObject({ added: ["a3"], alreadyStored: ["a1"] });
      expect((await store.summary()).articles).toBe(3);
      expect(await economic()).toMatchObject([{ n: 3 }]);
      expect(await store.existingIds(["a1", "zz"])).toEqual(new Set(["a1"]));
    });

    it("keeps sums per outlet, side, event, translation and week as articles come", async () => {
      await add(
        coded({ id: "a1" }, { economic: 1 }),
        coded({ id: "a2", date: { day: "2024-03-11", confidence: 1, from: "given" } }, { economic: 0 }),
        coded({ id: "a3", outletName: "Other Post", side: "russian", event: null }, { economic: 1 }),
        coded({ id: "a4", machineTranslated: { flag: true, reasons: [] } }, { economic: 1 }),
      );
      const [sum] = await economic({ outlet: "Test Post", machineTranslated: false });
      expect(sum).toMatchObject({ n: 2, sum: 1, sumSquares: 1, side: "western", event: null, week: null });
      expect(await economic({ event: "strike", machineTranslated: false })).toMatchObject([
        { week: "2024-03-04", n: 1 },
        { week: "2024-03-11", n: 1 },
      ]);
      expect(await economic({ sides: ["russian"] })).toMatchObject([{ outlet: "Other Post", event: null, n: 1 }]);
      expect(await economic({ from: "2024-03-11" })).toMatchObject([{ n: 1, sum: 0 }]);
      expect((await economic({ to: "2024-03-10" })).reduce((n, row) => n + row.n, 0)).toBe(3);
      expect(await economic({ target: "legality" })).toEqual([]);
    });

    it("counts an abstention as asked, and not as an answer", async () => {
      await add(coded({ id: "a1" }, { russia: -0.5 }), coded({ id: "a2" }, { russia: null }));
      expect(await store.rollUps({ measure: "stance" })).toMatchObject([
        { n: 2, abstained: 1, sum: -0.5, sumSquares: 0.25 },
      ]);
    });

    it("lists the sides compared first, then teaching articles, then those of an unknown side", async () => {
      const sides = ["unknown", "russian_teaching", "other", "russian", "western_teaching", "western"] as const;
      await add(...sides.map((side) => coded({ id: side, outletName: side, side })));
      const ordered = ["western", "russian", "other", "western_teaching", "russian_teaching", "unknown"];
      const { sides: listed, outlets } = await store.summary();
      expect(listed.map(({ side }) => side)).toEqual(ordered);
      expect(outlets.map(({ side }) => side)).toEqual(ordered);
    });

    it("moves an edited article's sums to its new side and logs what was changed and why", async () => {
      await add(coded({ assumed: ["side", "event"] }, { economic: 1 }));
      const change = { side: "russian" as const, outletName: "Other Post", date: null };
      expect(await store.editArticle("a1", change, "wrong outlet", AT)).toBe(true);
      expect(await economic()).toMatchObject([{ side: "russian", outlet: "Other Post", n: 1, sum: 1 }]);
      expect((await store.summary()).sides).toMatchObject([{ side: "russian", articles: 1, from: null }]);
      expect((await store.article("a1"))?.article).toMatchObject({ ...change, assumed: ["event"] });
      expect(await store.edits("a1")).toMatchObject([
        { field: "side", before: "western", after: "russian", reason: "wrong outlet" },
        { field: "outletName", before: "Test Post", after: "Other Post" },
        { field: "date", before: "2024-03-06", after: null },
      ]);
      expect(await store.editArticle("none", change, "", AT)).toBe(false);
    });

    it("leaves no trace in the sums when articles go", async () => {
      await add(coded({ id: "a1" }, { economic: 1 }));
      const { id } = await add(coded({ id: "a2" }, { economic: 1, russia: 0.3 }), coded({ id: "a3" }));
      expect(await store.undoImport(AT)).toEqual({ importId: id, removed: 2 });
      expect(await economic()).toMatchObject([{ n: 1, sum: 1 }]);
      expect(await store.rollUps({ measure: "stance" })).toEqual([]);
      expect(await store.removeArticle("a1", AT)).toBe(true);
      expect(await economic()).toEqual([]);
      expect((await store.summary()).outlets).toEqual([]);
      expect(await store.imports()).toMatchObject([
        { undone: true, articles: 0 },
        { undone: false, articles: 0 },
      ]);
    });

    it("replaces a coding and its sums, and tells versions apart", async () => {
      await add(coded({ id: "a1" }, { economic: 0 }), coded({ id: "a2" }, { economic: 0 }));
      const { coding, measures } = coded({ id: "a1" }, { economic: 1, version: "2" });
      await store.recode([
        { coding, measures },
        { coding: { ...coding, articleId: "none" }, measures },
      ]);
      expect(await economic()).toMatchObject([{ n: 2, sum: 1 }]);
      expect((await store.summary()).versions).toEqual([
        { codebookVersion: "1", taggerVersion: "1", articles: 1 },
        { codebookVersion: "2", taggerVersion: "1", articles: 1 },
      ]);
      expect((await store.article("a1"))?.coding.codebookVersion).toBe("2");
      const found = await store.list({ withMeasure: { measure: "frame", target: "economic", voice: "own" } });
      expect(found.rows.map((row) => row.id)).toEqual(["a1"]);
    });

    it("finds articles by words in any form, phrases and exclusions, and takes any search text", async () => {
      await add(
        coded({ id: "a1", text: "Troops were deployed near the border." }),
        coded({ id: "a2", title: "A deployment refused", text: "Paris refused to send troops." }),
      );
      const ids = async (search: string) => (await store.list({ search })).rows.map((row) => row.id).toSorted();
      expect(await ids("deploying")).toEqual(["a1", "a2"]);
      expect(await ids('"send troops"')).toEqual(["a2"]);
      expect(await ids("troops -paris")).toEqual(["a1"]);
      for (const strange of ["'", '"', "((", ":*", "a & | !", "\\", "'; DROP TABLE articles; --"]) {
        expect(await store.list({ search: strange })).toBeDefined();
      }
      expect((await store.summary()).articles).toBe(2);
    });

    it("lists by day, title or length, page by page, and counts every choice", async () => {
      await add(
        coded({ id: "a1", title: "B", text: "One two three." }),
        coded({ id: "a2", title: "A", text: "One.", date: { day: "2024-04-01", confidence: 1, from: "given" } }),
        coded({ id: "a3", title: "C", text: "One two.", date: null, side: "russian", outletName: "Other Post" }),
      );
      const ids = async (filter: object) => (await store.list(filter)).rows.map((row) => row.id);
      expect(await ids({})).toEqual(["a2", "a1", "a3"]);
      expect(await ids({ sort: "oldest" })).toEqual(["a1", "a2", "a3"]);
      expect(await ids({ sort: "title" })).toEqual(["a2", "a1", "a3"]);
      expect(await ids({ sort: "words" })).toEqual(["a1", "a3", "a2"]);
      expect(await ids({ limit: 1, offset: 1 })).toEqual(["a1"]);
      expect(await ids({ from: "2024-03-07", to: "2024-12-31" })).toEqual(["a2"]);
      expect((await store.list({ limit: 1 })).total).toBe(3);
      expect(await store.facets({ from: "2024-01-01" })).toEqual({
        sides: [{ value: "western", articles: 2 }],
        outlets: [{ value: "Test Post", label: "Test Post", articles: 2 }],
        events: [{ value: "strike", articles: 2 }],
        months: [
          { value: "2024-03", articles: 1 },
          { value: "2024-04", articles: 1 },
        ],
      });
    });

    it("goes through every article in id order", async () => {
      await add(...["c", "a", "b"].map((id) => coded({ id })));
      const seen: string[] = [];
      for await (const page of store.pages(2)) seen.push(page.map((each) => each.article.id).join(""));
      expect(seen).toEqual(["ab", "c"]);
    });

    it("holds an article of a million words", async () => {
      const text = "word ".repeat(1_000_000);
      await add(coded({ id: "big", text, raw: text }));
      expect((await store.article("big"))?.article.text).toHaveLength(text.length);
      expect((await store.list({ search: "word" })).total).toBe(1);
    });

    it("keeps nothing of a batch that fails", async () => {
      const id = await store.startImport("test", AT);
      const bad = coded({ id: "a2", date: { day: "2024-02-31", confidence: 1, from: "given" } });
      await expect(store.addArticles(id, [coded(), bad])).rejects.toThrow();
      expect((await store.summary()).articles).toBe(0);
      expect(await economic()).toEqual([]);
    });

    it("loses nothing when two writers add the same and other articles at once", async () => {
      const id = await store.startImport("test", AT);
      const batches = [0, 1, 2, 3].map((from) =>
        Array.from({ length: 20 }, (_, i) => coded({ id: `a${from * 10 + i}` }, { economic: 1 })),
      );
      await Promise.all(batches.map((batch) => store.addArticles(id, batch)));
      expect((await store.summary()).articles).toBe(50);
      expect(await economic()).toMatchObject([{ n: 50, sum: 50 }]);
    });
  });
}
