import { Option, type Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { wholeNumber } from "#lib/cli/filters.ts";
import { print, progress } from "#lib/cli/output.ts";
import { retagCorpus } from "#lib/operations/retagCorpus.ts";

/** `parallax retag`: applies the present codebook to what is stored. */
export function addRetagCommand(program: Command): void {
  program
    .command("retag")
    .description("Tags stored articles anew where codebook or tagger have changed since.")
    .option("--all", "also those whose tags are up to date")
    .addOption(
      new Option("--threads <n>", "threads that tag; one for each core up to five when left out").argParser(
        wholeNumber,
      ),
    )
    .option("--json", "as JSON: counts")
    .action(async ({ all, threads, json }: { all?: boolean; threads?: number; json?: boolean }) => {
      await withContext(async (context) => {
        const { articles } = await context.store.summary();
        const bar = progress("Tagging", articles);
        const done = await retagCorpus(context, {
          all: all === true,
          ...(threads === undefined ? {} : { threads }),
          onProgress: bar.done,
        });
        bar.stop();
        print(json === true, done, () => [
          `${done.retagged} tagged anew, ${done.current} up to date; ${done.compared} compared with the others for versions and wire copy.`,
        ]);
      });
    });
}
