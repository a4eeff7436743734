import { existsSync, readdirSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { importPaths } from "#lib/operations/importPaths.ts";
import { wantsStarter } from "#lib/operations/wantsStarter.ts";
import { buildIfNeeded } from "#lib/cli/build.ts";
import { withContext } from "#lib/cli/context.ts";
import { progress } from "#lib/cli/output.ts";
import { readSettings, type Settings } from "#lib/settings.ts";

/** `parallax start`: builds when needed, fills an empty database with the starter corpus, serves the dashboard. */
export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("Builds when needed, imports the starter corpus into an empty database, serves the dashboard.")
    .action(async () => {
      const settings = readSettings();
      buildIfNeeded();
      await fillWhenEmpty();
      // Next is large: no other command waits for it.
      const { serve } = await import("#lib/cli/serve.ts");
      await serve(settings);
      process.stdout.write(`${whereItIs(settings).join("\n")}\n`);
    });
}

async function fillWhenEmpty(): Promise<void> {
  await withContext(async (context) => {
    if (!(await wantsStarter(context))) return;
    const folder = join(corpusFolder(), "articles");
    const files = starterFiles(folder);
    if (files.length === 0) return;
    process.stderr.write("The database is empty: importing the starter corpus, written for teaching.\n");
    const bar = progress("Importing", files.length);
    const report = await importPaths(context, { paths: files, given: {}, onProgress: bar.done });
    bar.stop();
    for (const { file, line, reason } of report.rejected) process.stderr.write(`${file}:${line}: ${reason}\n`);
  });
}

/** The articles of the starter corpus; the outlets beside them are the codebook's. */
function starterFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && !entry.name.startsWith("README"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function whereItIs({ host, port, readOnly, passphrase }: Settings): string[] {
  if (!readOnly) return [`Parallax is at http://${host.includes(":") ? `[${host}]` : host}:${port}`];
  const everywhere = host === "0.0.0.0" || host === "::";
  const addresses = everywhere ? networkAddresses() : [host];
  const writing = passphrase === null ? "read-only" : "read-only without the passphrase";
  return [
    ...(everywhere ? [`Parallax is at http://localhost:${port}`] : []),
    `Open to the network, ${writing}: ${addresses.map((address) => `http://${address}:${port}`).join(" ")}`,
  ];
}

function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.filter((each) => each.family === "IPv4" && !each.internal).map((each) => each.address);
}
