import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import { openStore } from "#lib/store/openStore.ts";
import { benchArticles, composed } from "./articles.ts";

/**
 * A process of its own: imports `count` articles with `threads` threads; prints articles a second, seconds of processor
 * time of all threads and of the main one (where /proc tells), and the most resident memory there was after any batch, and
 * at all: the making of a new database takes much for a moment.
 */
const [count = 0, threads = 1] = process.argv.slice(2).map(Number);
const base = await benchArticles(Math.min(count, 2000));
async function* lines(): AsyncGenerator<string> {
  for (let i = 0; i < count; i++) {
    const { title, text, outletName, date, side } = i < base.length ? base[i]! : composed(base, i);
    const row = { title, text, outlet: outletName, date: date?.day, side };
    yield `${JSON.stringify(row)}\n`;
  }
}
const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
const store = await openStore({ dataFolder: folder, databaseUrl: null });
const context = { store, codebook: loadCodebook(null), now: () => new Date() };
/** Seconds of processor time of the main thread: fields 14 and 15 of its stat, in hundredths. */
const mainSeconds = (): number => {
  const file = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const begun = performance.now();
const cpu = process.cpuUsage();
const main = mainSeconds();
const paths = [{ name: "bench.jsonl", stream: lines() }];
let resident = 0;
const onProgress = (): void => {
  resident = Math.max(resident, process.memoryUsage.rss());
};
const report = await importPaths(context, { paths, given: {}, threads, onProgress });
const seconds = (performance.now() - begun) / 1000;
const megabytes = { importing: resident / 1024 ** 2, most: process.resourceUsage().maxRSS / 1024 };
const { user, system } = process.cpuUsage(cpu);
const processor = { all: (user + system) / 1e6, main: mainSeconds() - main };
await store.close();
rmSync(folder, { recursive: true, force: true });
const result = { added: report.added.length, rejected: report.rejected.length, seconds, megabytes, processor };
process.stdout.write(`${JSON.stringify(result)}\n`);
