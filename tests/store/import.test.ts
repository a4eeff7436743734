import { createHook } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import type { Context } from "#lib/operations/context.ts";
import { Coders, WORTH_WORKERS } from "#lib/operations/import/coders.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import type { Database } from "#lib/store/connection.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { emptied } from "#tests/support/emptied.ts";

const WHO = ["Moscow", "Kyiv", "Paris", "London", "Washington"];
/** JSON Lines of `count` different short reports. */
const lines = (count: number): Uint8Array =>
  Buffer.from(
    Array.from({ length: count }, (_, i) => {
      const text = `${WHO[i % 5]} said on day ${i} that “talks number ${i}” would go on. Officials in ${WHO[(i + 1) % 5]} rejected this claim and promised more sanctions.`;
      return `${JSON.stringify({ title: `Report ${i}`, text, outlet: `Post ${i % 7}`, side: "western", date: "2024-03-06" })}\n`;
    }).join(""),
  );

describe("an import", () => {
  let db: Database;
  let context: Context;
  beforeAll(async () => {
    db = await openEmbedded();
    context = { store: await storeOn(db), codebook: loadCodebook(null), now: () => new Date("2026-01-01T00:00:00Z") };
  });
  beforeEach(() => emptied(db));
  afterAll(() => db.close());

  const run = (count: number, threads: number, on = context) =>
    importPaths(on, { paths: [{ name: "rows.jsonl", bytes: lines(count) }], given: {}, threads });
  const codings = async () => {
    const found: unknown[] = [];
    for await (const page of context.store.pages(100))
      found.push(...page.map(({ article, coding, measures }) => ({ article, coding, measures })));
    return found;
  };

  it("gives the same tags in worker threads as in one, and reports rows in their order", async () => {
    const one = await run(200, 1);
    const alone = await codings();
    await emptied(db);
    const two = await run(200, 2);
    expect(two.added).toEqual(one.added);
    expect(two.added).toHaveLength(200);
    expect(await codings()).toEqual(alone);
  });

  it("gives the same tags whether this thread or a worker does the tagging", async () => {
    await run(70, 1);
    const stored = (await codings()) as { article: Article }[];
    const articles = stored.map(({ article }) => article);
    const [here, worker] = [new Coders(context.codebook, 1), new Coders(context.codebook, 2)];
    worker.expect(WORTH_WORKERS + 1);
    // Nobody waits by `meanwhile`: the worker is left with all of it.
    const theirs = await worker.code(articles, "2026-01-01");
    await worker.close();
    expect(await here.meanwhile(here.code(articles, "2026-01-01"))).toEqual(theirs);
    expect(theirs.map(({ article }) => article)).toEqual(articles);
  });

  it("starts workers while rows are still read, and none for articles that are stored already", async () => {
    let workers = 0;
    let before = -1;
    const hook = createHook({ init: (_id, type) => void (workers += type === "WORKER" ? 1 : 0) }).enable();
    async function* stream(): AsyncGenerator<Uint8Array> {
      // Of every source the first megabyte is looked at before any row is read.
      yield Buffer.concat([lines(200), Buffer.alloc(1 << 20, "\n")]);
      for (let waited = 0; waited < 100 && workers === 0; waited++) await setTimeout(100);
      before = workers;
    }
    await importPaths(context, { paths: [{ name: "rows.jsonl", stream: stream() }], given: {}, threads: 2 });
    expect([before, workers]).toEqual([1, 1]);
    expect((await run(200, 2)).alreadyStored).toHaveLength(200);
    expect(workers).toBe(1);
    hook.disable();
  });

  it("keeps whole batches when it breaks off, and is completed by running it again", async () => {
    const { store } = context;
    const calls = { left: 1 };
    const breaking = {
      ...context,
      store: {
        ...store,
        addArticles: async (...given: Parameters<typeof store.addArticles>) => {
          if (calls.left-- === 0) throw new Error("The power went.");
          return store.addArticles(...given);
        },
      },
    };
    await expect(run(150, 1, breaking)).rejects.toThrow("The power went.");
    expect((await store.summary()).articles).toBe(64);
    const again = await run(150, 1);
    expect([again.added.length, again.alreadyStored.length]).toEqual([86, 64]);
    expect((await store.summary()).articles).toBe(150);
  });

  it("can be taken back whole", async () => {
    const { importId } = await run(70, 1);
    expect(await context.store.undoImport("2026-01-02")).toEqual({ importId, removed: 70 });
    expect(await context.store.rollUps({ measure: "frame" })).toEqual([]);
  });
});
