import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Argument, type Command } from "commander";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { readSettings } from "#lib/settings.ts";
import { trainers } from "#lib/train/index.ts";
import { compact, UsageError } from "#lib/cli/output.ts";

interface Options {
  data: string;
  out: string;
  date?: string;
}

/** `parallax train <model>`: weights, card and measurement into corpus/models. */
export function addTrainCommand(program: Command): void {
  program
    .command("train")
    .description("Trains a model from labelled data; same data, codebook and date give the same files.")
    .addArgument(new Argument("<model>", "which model").choices([...trainers.keys()]))
    .option("--data <folder>", "folder that holds the labelled data", join(corpusFolder(), "..", "..", "shared"))
    .option("--out <folder>", "where the files go", join(corpusFolder(), "models"))
    .option("--date <day>", "day written into the card; today when left out")
    .addHelpText("after", () =>
      ["", "Models:", ...[...trainers.values()].map((t) => `  ${t.name}  ${t.describe}`)].join("\n"),
    )
    .action((model: string, options: Options) => {
      const files = trainers.get(model)!.run({
        codebook: loadCodebook(readSettings().codebookFolder),
        rows: (path) => readJsonLines(join(options.data, path)),
        has: (path) => existsSync(join(options.data, path)),
        ours: (name) => readJsonLines(join(corpusFolder(), "training", name)),
        date: options.date ?? new Date().toISOString().slice(0, 10),
        log: (line) => process.stderr.write(`${line}\n`),
      });
      for (const [name, value] of Object.entries(files)) {
        const path = join(options.out, name);
        mkdirSync(dirname(path), { recursive: true });
        const text = `${compact(value)}\n`;
        writeFileSync(path, text);
        process.stdout.write(`${path}: ${Math.ceil(text.length / 1024)} KB\n`);
      }
    });
}

/** @throws UsageError naming file and line. */
export function readJsonLines(path: string): unknown[] {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, i): unknown[] => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line)];
      } catch {
        throw new UsageError(`${path}:${i + 1}: this line is not JSON.`);
      }
    });
}
