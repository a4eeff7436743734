import { Command, CommanderError } from "commander";
import { SettingsError } from "#lib/settings.ts";
import { CodebookError } from "#lib/codebook/readYaml.ts";
import { StoreBusyError, StoreUnavailableError } from "#lib/store/connection.ts";
import { addCollectCommand } from "./commands/collect.ts";
import { addEditCommand } from "./commands/edit.ts";
import { addExportCommand } from "./commands/export.ts";
import { addFeedsCommand } from "./commands/feeds.ts";
import { addImportCommand } from "./commands/import.ts";
import { addListCommand } from "./commands/list.ts";
import { addMeasureCommand } from "./commands/measure.ts";
import { addPredictCommand } from "./commands/predict.ts";
import { addRemoveCommands } from "./commands/remove.ts";
import { addRetagCommand } from "./commands/retag.ts";
import { addShowCommand } from "./commands/show.ts";
import { addStartCommand } from "./commands/start.ts";
import { addTrainCommand } from "./commands/train.ts";
import { UsageError } from "./output.ts";

/** Runs one command. Returns the exit code: 0 all went well, 1 some rows did not, 2 the call could not be carried out. */
export async function main(argv: string[]): Promise<number> {
  const program = new Command("parallax")
    .description("Shows how Western and Russian outlets tell the same event.")
    .showHelpAfterError("(parallax <command> --help tells more)")
    .exitOverride()
    .enablePositionalOptions();
  const outcome = { code: 0 };
  const ended = (code: number): void => {
    outcome.code = code;
  };
  addStartCommand(program);
  addImportCommand(program, ended);
  addFeedsCommand(program, ended);
  addCollectCommand(program, ended);
  addListCommand(program);
  addShowCommand(program);
  addEditCommand(program);
  addRemoveCommands(program, ended);
  addRetagCommand(program);
  addExportCommand(program);
  addPredictCommand(program, ended);
  addMeasureCommand(program, ended);
  addTrainCommand(program);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isForUser(error)) throw error;
    process.stderr.write(`parallax: ${(error as Error).message}\n`);
    return 2;
  }
  return outcome.code;
}

const FOR_USER = [UsageError, SettingsError, CodebookError, StoreBusyError, StoreUnavailableError];
function isForUser(error: unknown): boolean {
  if (FOR_USER.some((kind) => error instanceof kind)) return true;
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "EACCES" || code === "EISDIR";
}
