import { Option, type Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { filterOf, wholeNumber, withFilters, type FilterOptions } from "#lib/cli/filters.ts";
import { inLine, print } from "#lib/cli/output.ts";
import type { ArticleFilter } from "#lib/store/contract.ts";

interface Options extends FilterOptions {
  limit: number;
  offset: number;
  sort: NonNullable<ArticleFilter["sort"]>;
  json?: boolean;
}

/** `parallax list`: one line an article, tab-separated: id, day, side, outlet, title. */
export function addListCommand(program: Command): void {
  withFilters(program.command("list"))
    .description("Lists stored articles.")
    .addOption(new Option("--limit <n>", "how many").argParser(wholeNumber).default(50))
    .addOption(new Option("--offset <n>", "how many to skip").argParser(wholeNumber).default(0))
    .addOption(
      new Option("--sort <order>", "the order")
        .choices(["newest", "oldest", "title", "outlet", "words", "relevance"])
        .default("newest"),
    )
    .option("--json", "as JSON: total and rows")
    .action(async ({ limit, offset, sort, json, ...chosen }: Options) => {
      await withContext(async ({ store }) => {
        const found = await store.list({ ...filterOf(chosen), limit, offset, sort });
        print(json === true, found, () => [
          ...found.rows.map((row) =>
            [
              row.id,
              row.day ?? "undated",
              row.side,
              row.outletName ?? "outlet not known",
              `${row.headlineOnly ? "[headline only] " : ""}${row.title || `No title: “${row.opening} …”`}`,
            ]
              .map(inLine)
              .join("\t"),
          ),
          `${found.rows.length} of ${found.total} articles.`,
        ]);
      });
    });
}
