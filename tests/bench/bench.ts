import { execFileSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { benchArticles, benchSources } from "./articles.ts";
import { compareTagging } from "./tagging.ts";

/**
 * Speed and memory, printed. `npm run bench` does it all; `npm run bench -- tagging` only the first part,
 * `-- wink` that without the slow pipeline, `-- import` only the second, `-- memory` only the third.
 */
const wanted = new Set(process.argv.slice(2));
const does = (part: string): boolean => wanted.size === 0 || wanted.has(part);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const cores = availableParallelism();

function importRun(count: number, threads: number): { added: number; perSecond: number; megabytes: number } {
  const out = execFileSync(
    process.execPath,
    ["--import", "tsx", "tests/bench/importRun.ts", String(count), String(threads)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(out.trim().split("\n").at(-1)!) as ReturnType<typeof importRun>;
}

say(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cores} cores, Node ${process.version}; articles of ${benchSources().name}`,
);
if (does("tagging") || does("wink")) {
  const { perSecond, beside } = compareTagging(await benchArticles(400), does("tagging"));
  const spread = ({ low, high }: { low: number; high: number }, times: number): string =>
    `${(times * low).toFixed(1)} to ${(times * high).toFixed(1)} in half of the turns`;
  const line = (name: string, value: number): string => `  ${name.padEnd(44)}${value.toFixed(1).padStart(7)}`;
  say("Articles per second of processor time, one core, in turns over the same articles:");
  say(line("the whole tagging", perSecond.parallax));
  say(
    `${line("bare wink-nlp (sentences, parts of speech)", perSecond.wink)}  -> tagging runs at ${(100 * beside.wink.median).toFixed(1)} % of it (${spread(beside.wink, 100)})`,
  );
  say(
    `${line("the same, both read out of the document", perSecond.winkRead)}  -> at ${(100 * beside.winkRead.median).toFixed(1)} % of it (${spread(beside.winkRead, 100)})`,
  );
  if (does("tagging"))
    say(
      `${line("compromise + vader-sentiment", perSecond.pipeline)}  -> at ${beside.pipeline.median.toFixed(1)} times it (${spread(beside.pipeline, 1)})`,
    );
}
if (does("import")) {
  const one = importRun(1000, 1);
  const all = importRun(1000, cores);
  say(
    `Import of ${one.added} articles: ${one.perSecond.toFixed(1)} a second on one core, ${all.perSecond.toFixed(1)} on ${cores}: ${(all.perSecond / one.perSecond).toFixed(2)} times.`,
  );
}
if (does("memory")) {
  const small = importRun(2000, cores);
  const large = importRun(20_000, cores);
  say(
    `Resident memory: ${small.megabytes.toFixed(0)} MB at ${small.added} articles, ${large.megabytes.toFixed(0)} MB at ${large.added}: ${(large.megabytes / small.megabytes).toFixed(2)} times.`,
  );
}
