import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print } from "#lib/cli/output.ts";

/** `parallax remove <id…>`: exit 1 when an id is not there. */
export function addRemoveCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("remove")
    .description("Takes articles out. Their sums leave the charts with them.")
    .argument("<ids...>", "articles' ids")
    .option("--json", "as JSON: removed and missing ids")
    .action(async (ids: string[], { json }: { json?: boolean }) => {
      await withContext(async ({ store, now }) => {
        const outcome = { removed: [] as string[], missing: [] as string[] };
        for (const id of ids) {
          const gone = await store.removeArticle(id, now().toISOString());
          outcome[gone ? "removed" : "missing"].push(id);
        }
        for (const id of outcome.missing) process.stderr.write(`There is no article ${id}.\n`);
        if (outcome.missing.length > 0) ended(1);
        print(json === true, outcome, () => [`${outcome.removed.length} removed.`]);
      });
    });
}
