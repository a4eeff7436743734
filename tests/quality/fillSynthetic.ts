import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { openStore } from "#lib/store/openStore.ts";
import { syntheticArticles } from "#tests/support/synthetic.ts";

const BATCH = 1000;

/**
 * npx tsx tests/quality/fillSynthetic.ts <data folder> <articles>: fills a folder for measuring pages at scale, going on
 * from what it holds.
 */
async function fill(dataFolder: string, articles: number): Promise<void> {
  const store = await openStore({ dataFolder, databaseUrl: null });
  const { frames, targets } = loadCodebook(null);
  const questions = { frames: frames.map((each) => each.id), targets: targets.map((each) => each.id) };
  const importId = await store.startImport("synthetic", "2026-01-01T00:00:00.000Z");
  const there = (await store.summary()).articles;
  const start = performance.now();
  for (let from = there; from < articles; from += BATCH) {
    await store.addArticles(importId, syntheticArticles(from, Math.min(BATCH, articles - from), questions));
    const done = Math.min(articles, from + BATCH);
    process.stderr.write(`\r${done} articles, ${Math.round((1000 * (done - there)) / (performance.now() - start))}/s `);
  }
  process.stderr.write("\n");
  await store.close();
}

void fill(process.argv[2] ?? "/tmp/parallax-synthetic", Number(process.argv[3] ?? 2000));
