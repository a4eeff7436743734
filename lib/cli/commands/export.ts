import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { Option, type Command } from "commander";
import { csvCell } from "#lib/chart/csv.ts";
import { withContext } from "#lib/cli/context.ts";
import { filterOf, withFilters, type FilterOptions } from "#lib/cli/filters.ts";
import { UsageError } from "#lib/cli/output.ts";
import { exportArticles } from "#lib/operations/exportArticles.ts";
import { articleColumns, articleValues } from "#lib/operations/exportTable.ts";

interface Options extends FilterOptions {
  all?: boolean;
  fullText?: boolean;
  format: "jsonl" | "csv";
  out?: string;
}

/** `parallax export`: metadata, tags and short evidence; `--all` writes everything, for `import` to read back. */
export function addExportCommand(program: Command): void {
  withFilters(program.command("export"))
    .description("Writes articles as JSON Lines or CSV: metadata, tags, short evidence, no full texts.")
    .option("--all", "everything there is, full texts and tags too; import reads it back unchanged")
    .option("--full-text", "adds the full text of each article")
    .addOption(new Option("--format <name>", "the form").choices(["jsonl", "csv"]).default("jsonl"))
    .option("--out <file>", "write into a file instead of standard output")
    .action(async ({ all, fullText, format, out, ...chosen }: Options) => {
      if (all && format === "csv") throw new UsageError("--all is written as JSON Lines; leave --format csv out.");
      await withContext(async (context) => {
        const target = out === undefined ? process.stdout : createWriteStream(out);
        const failed = new Promise<never>((_, reject) => target.once("error", reject));
        const filter = filterOf(chosen);
        const request = { all: all === true, fullText: fullText === true, ...(filter ? { filter } : {}) };
        const write = async (line: string): Promise<void> => {
          if (!target.write(line))
            await Promise.race([failed, new Promise<void>((next) => target.once("drain", () => next()))]);
        };
        failed.catch(() => undefined);
        const columns = articleColumns(context.codebook, fullText === true);
        if (format === "csv") await write(`${columns.map(csvCell).join(",")}\r\n`);
        for await (const row of exportArticles(context, request)) {
          const line =
            format === "csv" ? `${articleValues(row, columns).map(csvCell).join(",")}\r\n` : `${JSON.stringify(row)}\n`;
          await write(line);
        }
        if (target !== process.stdout) await Promise.race([failed, finished(target.end())]);
      });
    });
}
