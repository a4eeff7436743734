import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print, UsageError } from "#lib/cli/output.ts";

/** Commands that look at what is stored. */
export function addCorpusCommands(program: Command): void {
  program
    .command("list")
    .description("Lists stored articles, newest first.")
    .option("--limit <n>", "how many", "50")
    .option("--json", "as JSON")
    .action(async ({ limit, json }: { limit: string; json?: boolean }) => {
      await withContext(async ({ store }) => {
        const found = await store.list({ limit: Number(limit) });
        print(json === true, found, () =>
          found.rows.map((row) =>
            [row.id, row.day ?? "undated", row.side, row.outletName ?? "?", row.title].join("\t"),
          ),
        );
      });
    });
  program
    .command("show")
    .description("Shows one article with its tags.")
    .argument("<id>", "an article's id")
    .option("--json", "as JSON")
    .action(async (id: string, { json }: { json?: boolean }) => {
      await withContext(async ({ store }) => {
        const found = await store.article(id);
        if (!found) throw new UsageError(`There is no article ${id}.`);
        print(json === true, found, () => [found.article.title, "", found.article.text]);
      });
    });
}
