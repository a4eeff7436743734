import { expect, it } from "vitest";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { migrations } from "#lib/store/migrations/index.ts";
import { storeOn } from "#lib/store/openStore.ts";

const AT = "2026-01-01T00:00:00.000Z";

it("a collection of version 9 keeps what is still to be compared, and its sums by event", async () => {
  const db = await openEmbedded();
  for (const { sql } of migrations.slice(0, 9)) await db.run(sql);
  await db.run(
    "CREATE TABLE schema_migrations (version integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now()); INSERT INTO schema_migrations (version, name) SELECT g, 'old' FROM generate_series(1, 9) g",
  );
  await db.query("INSERT INTO imports (at, source) VALUES ($1, 'old')", [AT]);
  for (const [related, id] of ["new", "stale", "done"].entries()) {
    await db.query(
      `INSERT INTO articles (id, import_id, title, body, outlet_name, side, side_reason, language, machine_translated,
         translation_reasons, teaching, assumed, words, present, search, related)
       VALUES ($1, 1, $1, 'Words.', 'Post', 'western', '', 'en', false, '[]', false, '[]', 1, '{}', '', $2)`,
      [id, related],
    );
  }
  await db.run(`
    INSERT INTO measure_keys (measure, target, voice) VALUES ('frame', 'economic', 'own');
    INSERT INTO article_groups (outlet, outlet_label, side, sub_group, teaching, machine_translated, event, language, week,
        codebook_version, tagger_version, articles)
      SELECT 'Post', 'Post', 'western', '', false, false, event, 'en', '2024-03-04', '1', '1', 1
      FROM unnest(ARRAY['', 'strike']) AS event;
    INSERT INTO roll_ups SELECT k.id, g.id, 1, 0, 1, 1 FROM measure_keys k, article_groups g;
    INSERT INTO week_groups (outlet, side, sub_group, teaching, machine_translated, language, wire, week, articles)
      VALUES ('Post', 'western', '', false, false, 'en', '', '2024-03-04', 2);
    INSERT INTO week_sums SELECT k.id, w.id, 2, 0, 2, 2 FROM measure_keys k, week_groups w`);
  const store = await storeOn(db);
  expect(await store.unrelated(9)).toMatchObject([{ id: "new", keyed: false }]);
  expect(await store.stale(9)).toEqual(["stale"]);
  expect(await store.rollUps({ measure: "frame", event: "strike" })).toMatchObject([{ event: "strike", n: 1 }]);
  expect(await store.rollUps({ measure: "frame", byWeek: true })).toMatchObject([{ event: null, n: 2 }]);
  await store.close();
});
