import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print, UsageError } from "#lib/cli/output.ts";
import { ChangeError, editArticle, type Change } from "#lib/operations/editArticle.ts";

interface Options extends Change {
  json?: boolean;
}

/** `parallax edit <id>`: a person's word on outlet, side, day or event; kept in a log. An empty value takes it away. */
export function addEditCommand(program: Command): void {
  program
    .command("edit")
    .description("Changes an article's outlet, side, day or event. An empty value takes it away.")
    .argument("<id>", "an article's id")
    .option("--outlet <name>", "who published it; a known outlet brings its side along")
    .option("--side <side>", "its side")
    .option("--date <yyyy-mm-dd>", "the day it was published")
    .option("--event <name>", "the event it is about")
    .option("--reason <text>", "why; kept with the change")
    .option("--json", "as JSON: the article's facts after the change")
    .action(async (id: string, { json, ...change }: Options) => {
      if (Object.keys(change).every((name) => name === "reason")) {
        throw new UsageError("There is nothing to change: give --outlet, --side, --date or --event.");
      }
      await withContext(async (context) => {
        try {
          if (!(await editArticle(context, id, change))) throw new UsageError(`There is no article ${id}.`);
        } catch (error) {
          throw error instanceof ChangeError ? new UsageError(error.message) : error;
        }
        const { article } = (await context.store.article(id))!;
        const { outletName, side, sideReason, date, event } = article;
        print(json === true, { id, outletName, side, sideReason, date, event }, () => [
          `${id}: ${outletName ?? "outlet not known"}, ${side} (${sideReason}), ${date?.day ?? "undated"}, ${event ?? "no event"}.`,
        ]);
      });
    });
}
