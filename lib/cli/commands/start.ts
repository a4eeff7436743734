import { join } from "node:path";
import type { Command } from "commander";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import { buildIfNeeded } from "#lib/cli/build.ts";
import { withContext } from "#lib/cli/context.ts";
import { progress } from "#lib/cli/output.ts";
import { serve } from "#lib/cli/serve.ts";
import { readSettings } from "#lib/settings.ts";

/** `parallax start`: builds when needed, fills an empty database with the starter corpus, serves the dashboard. */
export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("Builds when needed, imports the starter corpus into an empty database, serves the dashboard.")
    .action(async () => {
      const settings = readSettings();
      buildIfNeeded();
      await withContext(async (context) => {
        if ((await context.store.summary()).articles > 0) return;
        process.stderr.write("The database is empty: importing the starter corpus, written for teaching.\n");
        const bar = progress("Importing", 30);
        await importPaths(context, { paths: [join(corpusFolder(), "articles")], given: {}, onProgress: bar.done });
        bar.stop();
      });
      await serve(settings);
      const shown = settings.host === "0.0.0.0" || settings.host === "::" ? "this machine's address" : settings.host;
      process.stdout.write(`Parallax is at http://${settings.readOnly ? "localhost" : shown}:${settings.port}\n`);
      if (settings.readOnly) {
        const writing = settings.passphrase === null ? "read-only" : "read-only without the passphrase";
        process.stdout.write(`It is open to the network (${shown}), ${writing} from outside.\n`);
      }
    });
}
