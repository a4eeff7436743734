import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { FeedRow } from "#lib/domain/feed.ts";
import { addFeed, exportOpml, FeedError, importOpml, removeFeed, type AddedFeed } from "#lib/operations/feeds.ts";
import { FetchRefused, guardedNetwork } from "#lib/operations/network.ts";
import { withContext } from "#lib/cli/context.ts";
import { inLine, print, UsageError } from "#lib/cli/output.ts";

/** `parallax feeds add | list | remove | import-opml | export-opml`. */
export function addFeedsCommand(program: Command, ended: (code: number) => void): void {
  const feeds = program.command("feeds").description("Feeds that `collect` asks for new articles.");
  feeds
    .command("add")
    .description("Follows the feed at an address, or the one the page there names.")
    .argument("<addresses...>", "addresses of feeds or of sites")
    .option("--outlet <name>", "the outlet of its articles; by their addresses when left out")
    .option("--json", "as JSON")
    .action(async (addresses: string[], { outlet, json }: { outlet?: string; json?: boolean }) => {
      await withContext(async (context) => {
        const network = guardedNetwork(context.settings);
        const added: AddedFeed[] = [];
        for (const address of addresses) {
          try {
            added.push(await addFeed(context, network, { address, outlet: outlet ?? null }));
          } catch (error) {
            if (!(error instanceof FeedError || error instanceof FetchRefused)) throw error;
            process.stderr.write(`${inLine(address)}: ${inLine(error.message)}\n`);
            ended(1);
          }
        }
        print(json === true, added, () => added.flatMap(told));
      });
    });
  feeds
    .command("list")
    .description("Feeds with their last success and error, and what became of their articles.")
    .option("--json", "as JSON")
    .action(({ json }: { json?: boolean }) =>
      withContext(async ({ store }) => {
        const rows = await store.feeds();
        print(json === true, rows, () => (rows.length === 0 ? ["No feed is followed yet."] : rows.map(lineOf)));
      }),
    );
  feeds
    .command("remove")
    .description("Stops following feeds; their articles stay.")
    .argument("<feeds...>", "ids or addresses")
    .action((given: string[]) =>
      withContext(async (context) => {
        for (const each of given) {
          const removed = await removeFeed(context, each);
          if (!removed) ended(1);
          process.stdout.write(`${inLine(each)}: ${removed ? "no longer followed" : "is not followed"}.\n`);
        }
      }),
    );
  feeds
    .command("import-opml")
    .description("Follows every feed of a subscription list.")
    .argument("<file>", "an OPML file")
    .action((file: string) =>
      withContext(async (context) => {
        const { added, known } = await importOpml(context, readFileSync(file, "utf8")).catch((error: unknown) => {
          throw error instanceof FeedError ? new UsageError(error.message) : error;
        });
        process.stdout.write(`${added} added, ${known} followed already.\n`);
      }),
    );
  feeds
    .command("export-opml")
    .description("Writes the feeds as a subscription list for other readers.")
    .argument("[file]", "the file; standard output when left out")
    .action((file: string | undefined) =>
      withContext(async ({ store }) => {
        const opml = exportOpml(await store.feeds());
        if (file === undefined) process.stdout.write(opml);
        else writeFileSync(file, opml);
      }),
    );
}

function told({ address, title, entries, added, others }: AddedFeed): string[] {
  return [
    `${inLine(title ?? "Untitled feed")}: ${inLine(address)}, ${entries} entries, ${added ? "added" : "followed already"}.`,
    ...others.map((other) => `  The page also names ${inLine(other)}`),
  ];
}

function lineOf(feed: FeedRow): string {
  const state =
    feed.error === null
      ? `last asked ${feed.succeededAt?.slice(0, 16) ?? "never"}`
      : `failed ${feed.failures} times: ${feed.error}`;
  const counts = `${feed.found} found, ${feed.stored} stored, ${feed.headlineOnly} headline only, ${feed.refused} refused, ${feed.waiting} waiting`;
  return [feed.id, feed.address, feed.title ?? "", counts, state].map(inLine).join("\t");
}
