import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { wantsStarter } from "#lib/operations/wantsStarter.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { coded } from "#tests/support/coded.ts";
import { emptied } from "#tests/support/emptied.ts";

const AT = "2026-01-01T00:00:00.000Z";
let db: Awaited<ReturnType<typeof openEmbedded>>;
let store: Awaited<ReturnType<typeof storeOn>>;
beforeAll(async () => {
  db = await openEmbedded();
  store = await storeOn(db);
});
beforeEach(() => emptied(db));
afterAll(() => store.close());

describe("the starter corpus", () => {
  it("is wanted by an empty store, also after an import that brought nothing", async () => {
    expect(await wantsStarter({ store })).toBe(true);
    await store.startImport("broken off", AT);
    expect(await wantsStarter({ store })).toBe(true);
  });

  it("is not wanted beside articles, nor again once an import was taken back", async () => {
    await store.addArticles(await store.startImport("starter", AT), [coded({ id: "a" }, { economic: 1 })]);
    expect(await wantsStarter({ store })).toBe(false);
    await store.undoImport(AT);
    expect((await store.summary()).articles).toBe(0);
    expect(await wantsStarter({ store })).toBe(false);
  });
});
