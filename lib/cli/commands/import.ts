import { Option, type Command } from "commander";
import { sideSchema } from "#lib/domain/article.ts";
import type { Given } from "#lib/domain/import.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import { withContext } from "#lib/cli/context.ts";
import { print, progress } from "#lib/cli/output.ts";

interface Options extends Given {
  json?: boolean;
}

/** `parallax import <path…>`: exit 1 when a row was rejected, each with file:line: reason on stderr. */
export function addImportCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("import")
    .description("Reads, tags and stores articles. Repeating it adds nothing twice.")
    .argument("<paths...>", "files or folders")
    .option("--outlet <name>", "the outlet of every article that names none")
    .addOption(new Option("--side <side>", "the side of every article that names none").choices(sideSchema.options))
    .option("--event <name>", "the event of every article that names none")
    .option("--date <yyyy-mm-dd>", "the day of every article that names none")
    .option("--language <code>", "the language of every article that names none")
    .option("--json", "report as JSON")
    .action(async (paths: string[], { json, ...given }: Options) => {
      await withContext(async (context) => {
        const bar = progress("Importing", null);
        const report = await importPaths(context, { paths, given, onProgress: bar.done });
        bar.stop();
        for (const { file, line, reason } of report.rejected) process.stderr.write(`${file}:${line}: ${reason}\n`);
        if (report.rejected.length > 0) ended(1);
        print(json === true, report, () => [
          `${report.added.length} added, ${report.alreadyStored.length} already stored, ${report.rejected.length} rejected.`,
        ]);
      });
    });
}
