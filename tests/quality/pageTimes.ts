import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { definitions } from "#lib/chart/definitions/index.ts";

const WARM = 2;
const REQUESTS = 20;

/** CPU time of all threads of a process, ms; Linux only. */
function cpuOf(pid: string): number {
  const tasks = `/proc/${pid}/task`;
  let ns = 0;
  for (const task of readdirSync(tasks)) {
    try {
      ns += Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // The thread has ended in between.
    }
  }
  return ns / 1e6;
}

async function ask(address: string, pid: string | undefined): Promise<{ ms: number; bytes: number }> {
  const start = pid ? cpuOf(pid) : performance.now();
  const response = await fetch(address);
  const { length } = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return { ms: (pid ? cpuOf(pid) : performance.now()) - start, bytes: length };
}

/** A choice nobody has asked for yet, so that nothing remembered helps. */
function unseen(path: string, at: number): string {
  const day = new Date(Date.UTC(1990, 0, 1 + (Date.now() % 5000) + at)).toISOString().slice(0, 10);
  return `${path}${path.includes("?") ? "&" : "?"}from=${day}`;
}

async function pagesOf(base: string): Promise<string[]> {
  const list = await (await fetch(`${base}/articles?sort=words`)).text();
  const articles = [...new Set([...list.matchAll(/href="(\/articles\/[^"?#]+)"/g)].map((found) => found[1] ?? ""))];
  const outlet = /href="(\/outlets\/[^"?#]+)"/.exec(await (await fetch(`${base}/outlets`)).text())?.[1];
  const middle = articles.at(-1);
  return [
    "/",
    "/charts",
    ...[...definitions.keys()].map((slug) => `/charts/${slug}`),
    "/articles",
    "/articles?search=war",
    ...(articles[0] ? [articles[0]] : []),
    ...(middle ? [`/compare?a=${middle.split("/").at(-1)}&b=${articles[0]?.split("/").at(-1)}`] : []),
    "/outlets",
    ...(outlet ? [outlet] : []),
    "/codebook",
    "/methods",
    "/import",
  ];
}

/**
 * npx tsx tests/quality/pageTimes.ts http://localhost:3000 [--pid n]: server time of every page after warm-up, median and
 * 95th percentile, and the same of choices nobody asked for before. With the server's --pid its CPU time, else wall clock.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { pid: { type: "string" } } });
  const base = positionals[0] ?? "http://localhost:3000";
  const { pid } = values;
  console.log(pid ? "CPU time of the server, ms" : "Wall clock, ms");
  console.log("page".padEnd(44), ...["median", "p95", "new p50", "new p95", "kB"].map((head) => head.padStart(8)));
  for (const path of await pagesOf(base)) {
    for (let at = 0; at < WARM; at += 1) await ask(base + path, pid);
    const again: number[] = [];
    const fresh: number[] = [];
    let bytes = 0;
    for (let at = 0; at < REQUESTS; at += 1) {
      const got = await ask(base + path, pid);
      again.push(got.ms);
      bytes = got.bytes;
    }
    const chart = path.startsWith("/charts/");
    for (let at = 0; chart && at < REQUESTS / 2; at += 1) fresh.push((await ask(base + unseen(path, at), pid)).ms);
    const of = (times: number[], share: number): string =>
      times.length === 0 ? "" : (times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
    const cells = [of(again, 0.5), of(again, 0.95), of(fresh, 0.5), of(fresh, 0.95), String(Math.round(bytes / 1000))];
    console.log(path.slice(0, 44).padEnd(44), ...cells.map((cell) => cell.padStart(8)));
  }
}

void main();
