import { execFileSync, spawnSync } from "node:child_process";
import { availableParallelism, cpus, loadavg } from "node:os";
import { benchArticles, benchSources } from "./articles.ts";
import { compareTagging, type Speed } from "./tagging.ts";

/**
 * Speed and memory, printed. `npm run bench` does it all; `npm run bench -- tagging` only the first part,
 * `-- wink` that without the slow pipeline, `-- import` only the second, `-- memory` only the third. A number is how many
 * articles are imported: of 2,000, seconds of compiling in every thread are a good part.
 */
const wanted = new Set(process.argv.slice(2));
const imported = Number([...wanted].find((word) => /^\d+$/.test(word)) ?? 2000);
wanted.delete(String(imported));
const does = (part: string): boolean => wanted.size === 0 || wanted.has(part);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const cores = availableParallelism();

/** Leaves a command one core, where a system has this program. */
const PIN = ["taskset", "--cpu-list", "0"] as const;

interface Run {
  added: number;
  seconds: number;
  megabytes: { importing: number; most: number };
  processor: { all: number; main: number };
}

/** One import in a process of its own; `pinned` leaves all of that process's threads one core between them. */
function importRun(count: number, threads: number, pinned = false): Run {
  const node = [process.execPath, "--import", "tsx", "tests/bench/importRun.ts", String(count), String(threads)];
  const [command, ...given] = pinned ? [...PIN, ...node] : node;
  const out = execFileSync(command!, given, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(out.trim().split("\n").at(-1)!) as Run;
}

const quickest = (runs: readonly Run[]): Run => runs.toSorted((a, b) => a.seconds - b.seconds)[0]!;

function tell(title: string, { perSecond, beside }: Speed): void {
  const spread = ({ median, low, high }: { median: number; low: number; high: number }, times: number): string =>
    `median of the turns ${(times * median).toFixed(1)}, half of them ${(times * low).toFixed(1)} to ${(times * high).toFixed(1)}`;
  const line = (name: string, value: number): string => `    ${name.padEnd(46)}${value.toFixed(1).padStart(7)}`;
  say(`  ${title}:`);
  say(line("the whole tagging", perSecond.parallax));
  say(
    `${line("bare wink-nlp (sentences, parts of speech)", perSecond.wink)}  -> tagging runs at ${(100 * beside.wink.whole).toFixed(1)} % of it (${spread(beside.wink, 100)})`,
  );
  say(
    `${line("the same, both read out of the document", perSecond.winkRead)}  -> at ${(100 * beside.winkRead.whole).toFixed(1)} % of it (${spread(beside.winkRead, 100)})`,
  );
  if (!does("tagging")) return;
  const times = (name: string, of: "pipeline" | "tonePipeline"): boolean =>
    say(`${line(name, perSecond[of])}  -> at ${beside[of].whole.toFixed(1)} times it (${spread(beside[of], 1)})`);
  times("compromise (names too) + vader, each 5th turn", "pipeline");
  times("compromise (sentences) + vader, each 5th turn", "tonePipeline");
}

say(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cores} cores, Node ${process.version}; articles of ${benchSources().name}`,
);
if (does("tagging") || does("wink")) {
  const { start, rest, again } = compareTagging(await benchArticles(2000), does("tagging"));
  say(
    "Articles per second of processor time, compiling and garbage collection included, one core, in turns of 25 over the same articles, nothing warmed up:",
  );
  tell(`the first ${start.articles} articles, in which code is compiled and most words are met`, start);
  tell(`the ${rest.articles} that follow, new words among them, as in an import of thousands`, rest);
  tell(`the same ${again.articles} once more: code compiled, words met`, again);
}
if (does("import")) {
  const pins = spawnSync(PIN[0], ["--version"]).status === 0;
  const turns = Array.from({ length: 2 }, () => ({
    all: importRun(imported, cores),
    thread: importRun(imported, 1),
    core: pins ? importRun(imported, 1, true) : null,
  }));
  const all = quickest(turns.map((turn) => turn.all));
  const told = (name: string, run: Run): string =>
    `  ${name.padEnd(46)}${(run.added / run.seconds).toFixed(1).padStart(7)}  (${run.seconds.toFixed(1)} s; processor time ${run.processor.all.toFixed(1)} s, main thread ${run.processor.main.toFixed(1)} s)`;
  const times = (run: Run): string => `  -> all cores are ${(run.seconds / all.seconds).toFixed(2)} times as fast`;
  const thread = quickest(turns.map((turn) => turn.thread));
  const pinned = turns.flatMap(({ core }) => core ?? []);
  say(
    `Import of ${all.added} articles into a new database, articles a second of wall time, the better of 2 runs (load of the machine ${loadavg()[0]!.toFixed(1)}):`,
  );
  say(told(`all ${cores} cores`, all));
  say(`${told("one thread that tags, engine's own on all", thread)}${times(thread)}`);
  if (pinned.length === 0) say("  one core for the whole process: not measured, there is no taskset here");
  else say(`${told("one core for the whole process", quickest(pinned))}${times(quickest(pinned))}`);
}
if (does("memory")) {
  const small = importRun(2000, cores);
  const large = importRun(20_000, cores);
  const told = ({ added, megabytes }: Run): string =>
    `${megabytes.importing.toFixed(0)} MB at ${added} articles (${megabytes.most.toFixed(0)} at most, when the database was made)`;
  say(
    `Resident memory: ${told(small)}, ${told(large)}: ${(large.megabytes.importing / small.megabytes.importing).toFixed(2)} times.`,
  );
}
