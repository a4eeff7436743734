import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print } from "#lib/cli/output.ts";

/** `parallax undo`. */
export function addUndoCommand(program: Command): void {
  program
    .command("undo")
    .description("Takes back the last import that still has articles.")
    .option("--json", "as JSON: the import and how many articles went")
    .action(async ({ json }: { json?: boolean }) => {
      await withContext(async ({ store, now }) => {
        const undone = await store.undoImport(now().toISOString());
        print(json === true, undone, () => [
          undone
            ? `Import ${undone.importId} taken back: ${undone.removed} ${undone.removed === 1 ? "article" : "articles"}.`
            : "There is no import to take back.",
        ]);
      });
    });
}
