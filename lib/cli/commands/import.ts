import { writeFileSync } from "node:fs";
import { InvalidArgumentError, Option, type Command } from "commander";
import { sideSchema } from "#lib/domain/article.ts";
import type { Given, ImportPreview, ImportReport, Rejected } from "#lib/domain/import.ts";
import { importFormats, importItems, ImportError, sourceLine } from "#lib/operations/importPaths.ts";
import { guardedNetwork } from "#lib/operations/network.ts";
import { previewItems } from "#lib/operations/previewImport.ts";
import { uploadItems } from "#lib/operations/uploadItems.ts";
import { withContext } from "#lib/cli/context.ts";
import { day, wholeNumber } from "#lib/cli/filters.ts";
import { inLine, print, progress, UsageError } from "#lib/cli/output.ts";
import { refusedLines } from "#lib/cli/refusedLines.ts";
import { sidelessLine } from "#lib/cli/sidelessLine.ts";

interface Options extends Given {
  json?: boolean;
  rejected?: string;
  format?: string;
  encoding?: string;
  column?: Record<string, string>;
  threads?: number;
  dryRun?: boolean;
}

/** `parallax import <path…>`: exit 1 when a row was rejected; file, lines and reason on stderr. */
export function addImportCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("import")
    .description("Reads, tags and stores articles. Repeating it adds nothing twice.")
    .argument("<paths...>", "files, folders or web addresses; - is standard input")
    .option("--outlet <name>", "the outlet of every article that names none")
    .addOption(new Option("--side <side>", "the side of every article that names none").choices(sideSchema.options))
    .option("--side-reason <text>", "why that side")
    .option("--event <name>", "the event of every article that names none")
    .addOption(new Option("--date <yyyy-mm-dd>", "the day of every article that names none").argParser(day))
    .option("--author <name>", "the author of every article that names none")
    .option("--language <code>", "the language of every article that names none")
    .option("--teaching", "mark the articles as written for teaching")
    .addOption(new Option("--format <name>", "the form; found by content when left out").choices(importFormats))
    .option("--encoding <label>", "the encoding; found by content when left out")
    .addOption(
      new Option("--column <field=name>", "which column holds a field, e.g. text=body; may be repeated").argParser(
        column,
      ),
    )
    .option("--rejected <file>", "write every row that was rejected into a file, JSON Lines")
    .addOption(
      new Option("--threads <n>", "threads that tag; one for each core up to five when left out").argParser(
        wholeNumber,
      ),
    )
    .option("--dry-run", "show what would be stored, and store nothing")
    .option("--json", "report as JSON")
    .action(async (paths: string[], options: Options) => {
      const { json, rejected, format, encoding, column: columns, threads, dryRun, ...given } = options;
      const read = { ...(format && { format }), ...(encoding && { encoding }), ...(columns && { columns }) };
      if (rejected !== undefined) writeFileSync(rejected, "");
      await withContext(async (context) => {
        const addresses = paths.filter((path) => WEB.test(path));
        const sources = paths.filter((path) => !WEB.test(path));
        const items = uploadItems({ sources, addresses, read, network: guardedNetwork(context.settings) });
        if (dryRun === true) {
          const preview = await previewItems(context, items, given);
          print(json === true, preview, () => told(preview));
          if (preview.rejectedCount > 0) ended(1);
          return;
        }
        const bar = progress("Importing", null);
        const report = await importItems(context, items, {
          source: sourceLine(paths.map(named)),
          given,
          ...(threads === undefined ? {} : { threads }),
          onProgress: bar.done,
        }).catch((error: unknown) => {
          throw error instanceof ImportError ? new UsageError(error.message) : error;
        });
        bar.stop();
        tell(report);
        if (rejected !== undefined)
          writeFileSync(rejected, report.rejected.map((row) => `${JSON.stringify(row)}\n`).join(""));
        if (report.rejected.length > 0) ended(1);
        print(json === true, report, () => [
          `${report.added.length} added, ${report.alreadyStored.length} already stored, ${report.rejected.length} rejected.`,
          ...sidelessLine(report.withoutSide, "have"),
        ]);
      });
    });
}

const WEB = /^https?:\/\//i;
const named = (path: string): string => (path === "-" ? "standard input" : path);

/** A preview for a terminal: what each article was recognised as, then what would be refused. */
function told({ articles, outlets, rejected, fresh, alreadyStored, rejectedCount, warnings }: ImportPreview): string[] {
  const list = articles.flatMap((each) => [
    inLine(each.title || "(no headline)"),
    `  ${inLine(each.outlet ?? "outlet unknown")}, ${each.side}: ${inLine(each.sideReason)}`,
    `  ${each.date ? `${each.date.day} (from ${each.date.from})` : "undated"}, ${inLine(each.author ?? "no author")}, ${each.language}, ${each.words} words${each.copy === "new" ? "" : `, ${each.copy} already`}`,
    `  ${inLine(each.firstLines)}`,
  ]);
  return [
    ...list,
    ...refusedLines(rejected),
    ...refusedLines(warnings.map(asWarning)),
    `${fresh} would be added, ${alreadyStored} already stored, ${rejectedCount} rejected. Nothing was stored.`,
    ...sidelessLine(
      outlets.filter(({ side }) => side === "unknown"),
      "would have",
    ),
  ];
}

function tell({ rejected, warnings }: ImportReport): void {
  const lines = [...refusedLines(rejected), ...refusedLines(warnings.map(asWarning))];
  process.stderr.write(lines.map((line) => `${line}\n`).join(""));
}

const asWarning = (each: Rejected): Rejected => ({ ...each, reason: `warning: ${each.reason}` });

function column(value: string, before: Record<string, string> = {}): Record<string, string> {
  const [field, name] = value.split(/=(.*)/s);
  if (!field || !name) throw new InvalidArgumentError("It takes field=column, e.g. text=body.");
  return { ...before, [field]: name };
}
