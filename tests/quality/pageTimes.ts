import { gzipSync } from "node:zlib";
import { definitions } from "#lib/chart/definitions/index.ts";

const WARM = 2;
const REQUESTS = 20;

async function time(address: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - start;
}

/** Compressed bytes of the scripts a page names, as a browser without a cache loads them; none that only old ones take. */
async function scriptBytes(base: string, path: string): Promise<number> {
  const page = await (await fetch(base + path)).text();
  const modern = page.replaceAll(/<script[^>]*nomodule[^>]*>/gi, "");
  const names = new Set([...modern.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js)"/g)].map((match) => match[1]));
  let total = 0;
  for (const name of names) total += gzipSync(Buffer.from(await (await fetch(base + name)).arrayBuffer())).length;
  return total;
}

/** npx tsx tests/quality/pageTimes.ts http://localhost:3000: server time (median, 95th percentile) and script per page. */
async function main(base: string): Promise<void> {
  const paths = ["/", "/charts", "/articles", ...[...definitions.keys()].map((slug) => `/charts/${slug}`)];
  console.log("page".padEnd(26), "median ms".padStart(10), "p95 ms".padStart(8), "script kB".padStart(10));
  for (const path of paths) {
    for (let at = 0; at < WARM; at += 1) await time(base + path);
    const times: number[] = [];
    for (let at = 0; at < REQUESTS; at += 1) times.push(await time(base + path));
    times.sort((left, right) => left - right);
    const of = (share: number): string => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
    const script = Math.round((await scriptBytes(base, path)) / 1000);
    console.log(path.padEnd(26), of(0.5).padStart(10), of(0.95).padStart(8), String(script).padStart(10));
  }
}

void main(process.argv[2] ?? "http://localhost:3000");
