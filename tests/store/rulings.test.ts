import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Context } from "#lib/operations/context.ts";
import { ChangeError } from "#lib/operations/changeError.ts";
import { editArticle } from "#lib/operations/editArticle.ts";
import { exportArticles } from "#lib/operations/exportArticles.ts";
import { relateArticles } from "#lib/operations/relateArticles.ts";
import { removeArticle } from "#lib/operations/removeArticle.ts";
import { undoImport } from "#lib/operations/undoImport.ts";
import type { Database } from "#lib/store/connection.ts";
import type { EditRow } from "#lib/store/contract.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { openServer } from "#lib/store/database/server.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { coded } from "#tests/support/coded.ts";
import { emptied } from "#tests/support/emptied.ts";
import { postgresPrograms, startPostgres } from "#tests/support/postgres.ts";
import { ownText } from "#tests/support/texts.ts";

const AT = "2026-01-01T00:00:00.000Z";
const codebook = { outlets: [], version: "1" } as unknown as Codebook;
const first = ownText(3);
const second = `${first} It was updated in the evening.`;

const report = (id: string, outletName: string, day: number, text: string, more: Partial<Article> = {}) =>
  coded(
    {
      id,
      title: `Title ${id}`,
      outletName,
      date: { day: `2024-03-0${day}`, confidence: 1, from: "given" },
      text,
      raw: text,
      event: null,
      ...more,
    },
    { economic: 1 },
  );

function suite(name: string, open: () => Promise<{ db: Database; close: () => Promise<void> }>) {
  describe(`rulings of people on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let context: Context;
    beforeAll(async () => {
      opened = await open();
      context = { store: await storeOn(opened.db), codebook, now: () => new Date(AT) };
    });
    beforeEach(() => emptied(opened.db));
    afterAll(async () => {
      await context.store.close();
      await opened.close();
    });

    async function add(...batch: ReturnType<typeof report>[]): Promise<string> {
      const id = await context.store.startImport("test", AT);
      await context.store.addArticles(id, batch);
      await relateArticles(context, { importId: id });
      return id;
    }
    const stored = async (id: string): Promise<Article> => (await context.store.article(id))!.article;
    async function counted(wireOnce = false): Promise<Record<string, number>> {
      const rows = await context.store.rollUps({ measure: "frame", voice: "own", target: "economic", wireOnce });
      const sum: Record<string, number> = {};
      for (const { outlet, n } of rows) sum[outlet] = (sum[outlet] ?? 0) + n;
      return sum;
    }
    const latest = async (...ids: string[]) =>
      Promise.all(ids.map(async (id) => (await stored(id)).supersededBy ?? null));

    it("make wire copy a report of its own, in every sum, until they are taken back", async () => {
      await add(report("a", "Paper", 4, first), report("b", "Post", 5, first), report("c", "Times", 6, first));
      expect(await counted(true)).toEqual({ Paper: 1 });
      await editArticle(context, "b", { wire: "own", reason: "Its reporter was there." });
      expect(await stored("b")).toMatchObject({
        wire: null,
        ruledWire: { is: "own", origin: null, reason: "Its reporter was there.", at: AT },
      });
      expect(await counted(true)).toEqual({ Paper: 1, Post: 1 });
      await editArticle(context, "b", { wire: "auto", reason: "He was not." });
      expect((await stored("b")).wire).toMatchObject({ origin: "Paper", repeats: true });
      expect((await stored("b")).ruledWire).toBeUndefined();
      expect(await counted(true)).toEqual({ Paper: 1 });
      const said = ({ field, before, after, reason }: EditRow) => [field, before, after, reason];
      expect((await context.store.edits("b")).map(said)).toEqual([
        ["ruledWire", null, "own report", "Its reporter was there."],
        ["ruledWire", "own report", null, "He was not."],
      ]);
    });

    it("make a report wire copy, and a denied credit counts nowhere", async () => {
      const credited = `KYIV, Ukraine (AP) — ${first}`;
      await add(report("a", "Paper", 4, credited), report("b", "Post", 5, first), report("x", "Third", 5, ownText(9)));
      expect((await stored("b")).wire).toMatchObject({ origin: "Associated Press" });
      await editArticle(context, "a", { wire: "own", reason: "The credit is of a picture." });
      expect((await stored("a")).wire).toBeNull();
      expect((await stored("b")).wire).toMatchObject({ origin: "Paper" });
      await editArticle(context, "x", { wire: "copy", origin: "Reuters", reason: "It says so in print." });
      expect((await stored("x")).wire).toEqual({ origin: "Reuters", reason: "It says so in print.", copies: [] });
      expect((await context.store.list({ wire: "only", sort: "title" })).rows.map(({ id }) => id)).toEqual(["b", "x"]);
    });

    it("keep two articles apart that look like versions, and the one left out counts again", async () => {
      await add(report("a", "Paper", 4, first), report("b", "Paper", 5, second));
      expect(await counted()).toEqual({ Paper: 1 });
      await editArticle(context, "b", { notVersionOf: ["a"], reason: "Two matches, one form." });
      expect(await counted()).toEqual({ Paper: 2 });
      expect(await latest("a", "b")).toEqual([null, null]);
      // A third version joins one of the two, never both.
      await add(report("c", "Paper", 6, `${second} And again at night.`));
      expect(await latest("a", "b", "c")).toEqual([null, "c", null]);
      await editArticle(context, "a", { versionAuto: ["b"], reason: "One match after all." });
      expect(await latest("a", "b", "c")).toEqual(["c", "c", null]);
      expect(await counted()).toEqual({ Paper: 1 });
      expect((await stored("b")).ruledVersions).toBeUndefined();
    });

    it("join two texts that share no words, whichever is stored first", async () => {
      await add(report("a", "Paper", 4, ownText(1)), report("b", "Paper", 5, ownText(2)));
      await editArticle(context, "a", { versionOf: ["b"], reason: "Rewritten in the evening." });
      expect(await latest("a", "b")).toEqual(["b", null]);
      expect(await counted()).toEqual({ Paper: 1 });
      await removeArticle(context, "b");
      expect(await latest("a")).toEqual([null]);
      await add(report("b", "Paper", 5, ownText(2)));
      expect(await latest("a", "b")).toEqual(["b", null]);
      // A changed outlet takes the ruling its ground: versions are of one outlet.
      await editArticle(context, "b", { outlet: "Post", reason: "It was the Post." });
      expect(await counted()).toEqual({ Paper: 1, Post: 1 });
    });

    it("hold after retagging, a compared neighbour, an undone import and the same import again", async () => {
      await add(report("a", "Paper", 4, first), report("b", "Post", 5, first));
      await editArticle(context, "b", { wire: "own", reason: "Its own." });
      const { coding, measures } = report("b", "Post", 5, first);
      await context.store.recode([{ coding: { ...coding, codebookVersion: "2" }, measures }]);
      const newest = await add(report("c", "Times", 6, first));
      expect(await counted(true)).toEqual({ Paper: 1, Post: 1 });
      await undoImport(context, newest);
      await add(report("b", "Post", 5, first));
      expect(await counted(true)).toEqual({ Paper: 1, Post: 1 });
      expect((await stored("b")).ruledWire).toMatchObject({ is: "own" });
    });

    it("travel in an export and hold in the collection that reads it, with the log", async () => {
      await add(
        report("a", "Paper", 4, first),
        report("b", "Post", 5, first),
        report("c", "Paper", 6, second),
        report("d", "Times", 5, ownText(7)),
      );
      await editArticle(context, "b", { wire: "own", reason: "Its own." });
      await editArticle(context, "d", { wire: "copy", reason: "It reads like one." });
      await editArticle(context, "c", { notVersionOf: ["a"], reason: "Another match." });
      const told = await Promise.all(["a", "b", "c", "d"].map(stored));
      const sums = [await counted(), await counted(true)];
      const rows: ReturnType<typeof report>[] = [];
      const measures = report("a", "Paper", 4, first).measures;
      for await (const row of exportArticles(context, { all: true })) {
        rows.push({ ...(JSON.parse(JSON.stringify(row)) as ReturnType<typeof report>), measures });
      }
      await emptied(opened.db);
      for (const row of rows.toReversed()) await add(row);
      expect([await counted(), await counted(true)]).toEqual(sums);
      expect(await Promise.all(["a", "b", "c", "d"].map(stored))).toEqual(told);
      expect((await context.store.edits("b")).map(({ reason }) => reason)).toEqual(["Its own."]);
    });

    it("need a reason, a stored article of the same outlet, and words that mean something", async () => {
      await add(report("a", "Paper", 4, first), report("b", "Post", 5, first));
      for (const change of [
        { wire: "own" },
        { wire: "own", reason: "  " },
        { wire: "perhaps", reason: "Why not." },
        { wire: "own", origin: "Reuters", reason: "Both at once." },
        { versionOf: ["b"], reason: "Another outlet." },
        { notVersionOf: ["gone"], reason: "Not there." },
        { versionOf: ["a"], reason: "Itself." },
      ]) {
        await expect(editArticle(context, "a", change), JSON.stringify(change)).rejects.toThrow(ChangeError);
      }
      expect(await context.store.edits("a")).toEqual([]);
      expect(await editArticle(context, "none", { wire: "own", reason: "Its own." })).toBe(false);
    });
  });
}

suite("the embedded database", async () => ({ db: await openEmbedded(), close: async () => undefined }));

const programs = postgresPrograms();
if (programs === null) {
  describe("rulings of people on a Postgres server", () => {
    it.skip("are not tried: no Postgres is installed in /usr/lib/postgresql", () => undefined);
  });
} else {
  suite("a Postgres server", async () => {
    const server = await startPostgres(programs);
    return { db: await openServer(server.url), close: () => server.stop() };
  });
}
