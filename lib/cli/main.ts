import { Command, CommanderError } from "commander";
import { SettingsError } from "#lib/settings.ts";
import { CodebookError } from "#lib/codebook/readYaml.ts";
import { StoreBusyError, StoreUnavailableError } from "#lib/store/connection.ts";
import { UsageError } from "./output.ts";

type Ended = (code: number) => void;
type Add = (program: Command, ended: Ended) => void;

/** Read only when called: the tagger and the network take seconds to load, and most commands need neither. */
const COMMANDS: Record<string, () => Promise<Add>> = {
  start: async () => (await import("./commands/start.ts")).addStartCommand,
  import: async () => (await import("./commands/import.ts")).addImportCommand,
  feeds: async () => (await import("./commands/feeds.ts")).addFeedsCommand,
  collect: async () => (await import("./commands/collect.ts")).addCollectCommand,
  list: async () => (await import("./commands/list.ts")).addListCommand,
  show: async () => (await import("./commands/show.ts")).addShowCommand,
  edit: async () => (await import("./commands/edit.ts")).addEditCommand,
  remove: async () => (await import("./commands/remove.ts")).addRemoveCommand,
  undo: async () => (await import("./commands/undo.ts")).addUndoCommand,
  retag: async () => (await import("./commands/retag.ts")).addRetagCommand,
  export: async () => (await import("./commands/export.ts")).addExportCommand,
  predict: async () => (await import("./commands/predict.ts")).addPredictCommand,
  measure: async () => (await import("./commands/measure.ts")).addMeasureCommand,
  train: async () => (await import("./commands/train.ts")).addTrainCommand,
};

/** The command that was called; all of them where help is asked for or none of that name exists. */
async function addCommands(program: Command, called: string | undefined, ended: Ended): Promise<void> {
  const one = called !== undefined && Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined;
  for (const load of one ? [one] : Object.values(COMMANDS)) (await load())(program, ended);
}

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
  await addCommands(program, argv[0], ended);
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
