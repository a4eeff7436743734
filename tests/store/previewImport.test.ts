import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Context } from "#lib/operations/context.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import { previewImport } from "#lib/operations/previewImport.ts";
import { UndoError, undoImport } from "#lib/operations/undoImport.ts";
import { openMemoryStore } from "#lib/store/openStore.ts";

const file = (...rows: object[]) => ({
  name: "rows.jsonl",
  bytes: new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join("\n")),
});
const TEXT = "Talks on a ceasefire began on Monday. Russia launched its full-scale invasion in February 2022.";

describe("preview of an import", () => {
  let context: Context;
  beforeAll(async () => {
    context = { store: await openMemoryStore(), codebook: loadCodebook(null), now: () => new Date("2026-01-02") };
  });
  afterAll(() => context.store.close());

  it("says what is recognised and why, and stores nothing", async () => {
    const preview = await previewImport(context, {
      sources: [file({ title: "Talks begin", text: TEXT, outlet: "Reuters", date: "2024-03-07" })],
      given: {},
    });
    expect(preview).toMatchObject({ read: 1, fresh: 1, alreadyStored: 0, rejectedCount: 0, undated: 0 });
    expect(preview.articles[0]).toMatchObject({
      copy: "new",
      outlet: "Reuters",
      side: "western",
      date: { day: "2024-03-07", from: "given", confidence: 1 },
    });
    expect(preview.articles[0]?.sideReason).not.toBe("");
    expect((await context.store.summary()).articles).toBe(0);
  });

  it("tells a row that cannot be read, one given twice and one that is stored", async () => {
    const row = { title: "Talks begin", text: TEXT, outlet: "Reuters" };
    const other = { title: "Another", text: `${TEXT} More was said.`, outlet: "Reuters" };
    await importPaths(context, { paths: [file(row)], given: {}, threads: 1 });
    const preview = await previewImport(context, {
      sources: [file(row, other, other, { title: "No text" })],
      given: {},
    });
    expect(preview).toMatchObject({ read: 4, fresh: 1, alreadyStored: 1, repeated: 1, rejectedCount: 1 });
    expect(preview.rejected[0]).toMatchObject({ file: "rows.jsonl", line: 4 });
  });

  it("takes back the import it is asked for and no other", async () => {
    const first = await importPaths(context, { paths: [file({ text: `${TEXT} One.` })], given: {}, threads: 1 });
    const second = await importPaths(context, { paths: [file({ text: `${TEXT} Two.` })], given: {}, threads: 1 });
    await expect(undoImport(context, first.importId)).rejects.toThrow(UndoError);
    expect(await undoImport(context, second.importId)).toEqual({ removed: 1 });
    expect(await undoImport(context, first.importId)).toEqual({ removed: 1 });
  });
});
