/** Run in a process with little memory: reads the hostile pages named, or all, and prints a JSON line for each. */
import { readPage } from "#lib/ingest/extract/readPage.ts";
import { hostilePages } from "./hostilePages.ts";

const chosen = process.argv.slice(2);
for (const [name, build] of Object.entries(hostilePages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const html = build();
  const from = process.cpuUsage();
  const clock = performance.now();
  const { problem, text } = await readPage(html, null);
  const used = process.cpuUsage(from);
  const line = {
    name,
    cpu: Math.round((used.user + used.system) / 1000),
    wall: Math.round(performance.now() - clock),
    megabytes: Math.round(process.memoryUsage.rss() / 1e6),
    problem: problem?.kind ?? null,
    text: text.length,
  };
  console.log(JSON.stringify(line));
}
