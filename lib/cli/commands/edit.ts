import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print, UsageError } from "#lib/cli/output.ts";
import { standingLines } from "#lib/cli/standing.ts";
import { ChangeError } from "#lib/operations/changeError.ts";
import { editArticle, type Change } from "#lib/operations/editArticle.ts";

interface Options extends Change {
  json?: boolean;
}

const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `parallax edit <id>`: a person's word on outlet, side, day or event; kept in a log. An empty value takes it away. */
export function addEditCommand(program: Command): void {
  program
    .command("edit")
    .description(
      "Changes an article's outlet, side, day or event, or rules on versions and wire copy. An empty value takes it away.",
    )
    .argument("<id>", "an article's id")
    .option("--outlet <name>", "who published it; a known outlet brings its side along")
    .option("--side <side>", "its side")
    .option("--date <yyyy-mm-dd>", "the day it was published")
    .option("--event <name>", "the event it is about")
    .option("--wire <own|copy|auto>", "a report of its own, wire copy, or as Parallax tells by itself; needs --reason")
    .option("--origin <name>", "whose report it copies")
    .option("--version-of <id>", "a version of that article, of the same outlet (may be repeated)", repeated)
    .option("--not-version-of <id>", "no version of it", repeated)
    .option("--version-auto <id>", "as Parallax tells by itself", repeated)
    .option("--reason <text>", "why; kept with the change")
    .option("--json", "as JSON: the article's facts after the change")
    .action(async (id: string, { json, ...change }: Options) => {
      if (Object.keys(change).every((name) => name === "reason")) {
        throw new UsageError(
          "There is nothing to change: give --outlet, --side, --date, --event, --wire or --version-of.",
        );
      }
      await withContext(async (context) => {
        try {
          if (!(await editArticle(context, id, change))) throw new UsageError(`There is no article ${id}.`);
        } catch (error) {
          throw error instanceof ChangeError ? new UsageError(error.message) : error;
        }
        const { article } = (await context.store.article(id))!;
        const { outletName, side, sideReason, date, event } = article;
        const { wire, versionOf, supersededBy, ruledWire, ruledVersions } = article;
        const standing = { wire, versionOf, supersededBy, ruledWire, ruledVersions };
        print(json === true, { id, outletName, side, sideReason, date, event, ...standing }, () => [
          `${id}: ${outletName ?? "outlet not known"}, ${side} (${sideReason}), ${date?.day ?? "undated"}, ${event ?? "no event"}.`,
          ...standingLines(article),
        ]);
      });
    });
}
