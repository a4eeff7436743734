import { openStore } from "#lib/store/openStore.ts";
import { coded } from "./coded.ts";

/** A process of its own that adds `count` articles named after it, ten a batch, and says so after each batch. */
const [folder = "", name = "", count = "0"] = process.argv.slice(2);
const store = await openStore({ dataFolder: folder, databaseUrl: null });
const id = await store.startImport(name, "2026-01-01T00:00:00.000Z");
process.stdout.write("open\n");
for (let from = 0; from < Number(count); from += 10) {
  const batch = Array.from({ length: 10 }, (_, i) => coded({ id: `${name}-${from + i}` }, { economic: 1 }));
  await store.addArticles(id, batch);
  process.stdout.write(`${from + 10}\n`);
}
await store.close();
