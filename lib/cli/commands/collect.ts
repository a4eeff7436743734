import { InvalidArgumentError, Option, type Command } from "commander";
import type { Rejected } from "#lib/domain/import.ts";
import { addressesIn, collect, queueAddresses, type CollectReport } from "#lib/operations/collect.ts";
import { collectEvery } from "#lib/operations/collect/collectEvery.ts";
import { guardedNetwork } from "#lib/operations/network.ts";
import { withContext } from "#lib/cli/context.ts";
import { inLine, print, progress } from "#lib/cli/output.ts";

interface Options {
  every?: number;
  from?: string[];
  json?: boolean;
}

/** `parallax collect`: new articles of all feeds; exit 1 when a feed failed or an article was refused. */
export function addCollectCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("collect")
    .description("Asks the feeds and fetches, tags and stores what is new. Can be stopped at any moment and run again.")
    .addOption(new Option("--every <time>", "go on, asking again after e.g. 30m or 2h").argParser(interval))
    .option("--from <files...>", "lists of addresses (text, CSV, JSON) that are fetched, too")
    .option("--json", "as JSON: what was done")
    .action(async ({ every, from, json }: Options) => {
      const stop = new AbortController();
      // The first Ctrl+C ends after the batch under way, the second at once.
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
      await withContext(async (context) => {
        const network = guardedNetwork(context.settings);
        if (from !== undefined) {
          const listed = await addressesIn(from);
          listed.rejected.forEach(problem);
          const queued = await queueAddresses(context, listed.addresses);
          process.stderr.write(`${queued} new addresses queued.\n`);
        }
        const bar = progress("Collecting", null);
        const request = { signal: stop.signal, onProgress: bar.done, onProblem: problem };
        const onReport = (report: CollectReport): void => {
          bar.stop();
          if (report.feeds.failed + report.refused > 0) ended(1);
          print(json === true, report, () => told(report));
        };
        if (every === undefined) onReport(await collect(context, network, request));
        else await collectEvery(context, network, { ...request, every, onReport });
      });
    });
}

const problem = ({ file, line, reason }: Rejected): void =>
  void process.stderr.write(`${inLine(file)}:${line}: ${inLine(reason)}\n`);

function told({ feeds, found, added, alreadyStored, headlineOnly, refused, waiting }: CollectReport): string[] {
  return [
    `${feeds.asked} feeds asked, ${feeds.unchanged} unchanged, ${feeds.failed} failed, ${feeds.pausing} pausing after failures.`,
    `${found} new entries: ${added} articles added (${headlineOnly} headline only), ${alreadyStored} already stored, ${refused} refused, ${waiting} waiting.`,
  ];
}

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

function interval(value: string): number {
  const [, count, unit] = /^(\d{1,4})([smh])$/.exec(value) ?? [];
  const time = Number(count) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (!(time >= 60_000 && time <= 86_400_000))
    throw new InvalidArgumentError("It takes a time such as 30m, from 1m to 24h.");
  return time;
}
