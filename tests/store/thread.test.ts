import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoreUnavailableError, type Database } from "#lib/store/connection.ts";
import { openInThread } from "#lib/store/database/embeddedThread.ts";

describe("the embedded database in a thread of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "parallax-thread-"));
  let db: Database;
  beforeAll(async () => {
    db = await openInThread(join(folder, "database"));
    await db.run("CREATE TABLE notes (id integer PRIMARY KEY, text text)");
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ids = async () => (await db.query<{ id: number }>("SELECT id FROM notes ORDER BY id")).map(({ id }) => id);

  it("takes a transaction back whole when its work fails, and says why", async () => {
    const work = db.transaction(async (tx) => {
      await tx.query("INSERT INTO notes VALUES (1, $1)", ["one"]);
      throw new Error("no more");
    });
    await expect(work).rejects.toThrow("no more");
    expect(await ids()).toEqual([]);
  });

  it("lets nothing fall into a transaction that is under way", async () => {
    const seen: number[][] = [];
    const long = db.transaction(async (tx) => {
      await tx.query("INSERT INTO notes VALUES (2, 'two')");
      await new Promise((later) => setTimeout(later, 50));
      await tx.query("INSERT INTO notes SELECT id, text FROM unnest($1::int[], $2::text[]) AS w (id, text)", [
        [3, 4],
        ["three", null],
      ]);
      return "kept";
    });
    const outside = ids().then((found) => seen.push(found));
    expect(await long).toBe("kept");
    await outside;
    expect(seen).toEqual([[2, 3, 4]]);
  });

  it("hands over what the database says of a statement", async () => {
    await expect(db.query("INSERT INTO notes VALUES (2, 'again')")).rejects.toMatchObject({ code: "23505" });
    const work = db.transaction((tx) => tx.query("SELECT * FROM nothing"));
    await expect(work).rejects.toThrow('relation "nothing" does not exist');
    expect(await ids()).toEqual([2, 3, 4]);
  });

  it("says of every question after its thread died which folder it was and what to do, and can be closed", async () => {
    const place = join(folder, "dying");
    const thread = new Promise<Worker>((started) => process.once("worker", started));
    const dying = await openInThread(place);
    await dying.run("CREATE TABLE notes (id integer)");
    const inside = dying.transaction(async (tx) => {
      await new Promise((later) => setTimeout(later, 1000));
      await tx.query("INSERT INTO notes VALUES (1)");
    });
    // No question at all: the thread's own error, which nothing in it catches.
    (await thread).postMessage(null, []);
    await expect(inside).rejects.toThrow(StoreUnavailableError);
    const later = dying.query("SELECT 1");
    await expect(later).rejects.toThrow(place);
    await expect(later).rejects.toThrow(/ended .*\(.*null.*\).*start Parallax again/i);
    await expect(dying.transaction(() => Promise.resolve(1))).rejects.toThrow(StoreUnavailableError);
    await dying.close();
  });

  it("is refused with a sentence where the folder holds something else", async () => {
    const damaged = join(folder, "damaged");
    mkdirSync(damaged);
    writeFileSync(join(damaged, "PG_VERSION"), "9.1\n");
    const opening = openInThread(damaged);
    await expect(opening).rejects.toThrow(StoreUnavailableError);
    await expect(opening).rejects.toThrow("move it away and import again");
  });
});
