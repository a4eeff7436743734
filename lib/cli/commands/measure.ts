import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Argument, InvalidArgumentError, type Command } from "commander";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { loadMeasurements } from "#lib/codebook/loadMeasurements.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { measure, measureTasks } from "#lib/operations/measure/index.ts";
import { articlesOf } from "#lib/operations/measure/intended.ts";
import type { Report } from "#lib/operations/measure/report.ts";
import { storedMeasurement } from "#lib/operations/measure/stored.ts";
import { readSettings } from "#lib/settings.ts";
import { compact, inLine, print, UsageError } from "#lib/cli/output.ts";
import { readJsonLines } from "./train.ts";

interface Options {
  json?: boolean;
  worst: number;
  store?: string | true;
  coder: string;
  method: string;
  date?: string;
  out: string;
}

/** `parallax measure <task> <gold file>`: how well a task does on your own labels; exit 1 when rows did not fit. */
export function addMeasureCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("measure")
    .description(
      "Scores a task on labelled JSON Lines: n, trivial line, precision, recall, F1, AUC, intervals, mistakes.",
    )
    .addArgument(new Argument("<task>", "what to measure").choices([...measureTasks.keys()]))
    .argument("<gold>", "labelled JSON Lines; for feeds and intended, a folder of them")
    .option("--json", "the whole report as JSON")
    .option("--worst <n>", "how many of the worst mistakes to print", count, 5)
    .option("--store [name]", "keep the figures for the methods page and the charts; named after the task")
    .option("--coder <who>", "with --store: who labelled the file", "not stated")
    .option("--method <how>", "with --store: how the figures were made", "scored once")
    .option("--date <day>", "with --store: day written into the file; today when left out")
    .option("--out <folder>", "with --store: where it goes", join(corpusFolder(), "models", "measurements"))
    .addHelpText("after", () =>
      ["", "Tasks:", ...[...measureTasks.values()].map((t) => `  ${t.name}  ${t.describe}`)].join("\n"),
    )
    .action(async (task: string, gold: string, options: Options) => {
      const codebook = loadCodebook(readSettings().codebookFolder);
      const folder = existsSync(gold) && statSync(gold).isDirectory();
      const rows = !folder ? readJsonLines(gold) : task === "intended" ? await articlesOf(gold) : filesOf(gold);
      const report = await measure(codebook, task, rows, folder ? gold : dirname(gold));
      if (report.n === 0) {
        const { describe } = measureTasks.get(task)!;
        throw new UsageError(
          `${gold}: no row fits ${task}. ${report.skipped.reasons[0] ?? "it is empty"}. A row: ${describe}.`,
        );
      }
      if (options.store !== undefined) store(report, codebook, gold, rows, options);
      const taught = loadMeasurements().find((m) => m.data.name === nameOf(gold) && /cross-validation/.test(m.method));
      if (taught)
        process.stderr.write(
          `${gold} taught the weights that ship: figures below flatter them. By ${taught.method}: corpus/models/measurements.\n`,
        );
      print(options.json === true, report, () => linesOf(report, options.worst));
      if (report.skipped.n > 0) ended(1);
    });
}

/** Of a folder, what any expectations.json in it says of files beside it, and every other file as { file }. */
function filesOf(folder: string): unknown[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const said = names
    .filter((name) => basename(name) === "expectations.json")
    .flatMap((name) => {
      const rows = JSON.parse(readFileSync(join(folder, name), "utf8")) as { file: string }[];
      return rows.map((row) => ({ ...row, file: join(dirname(name), row.file) }));
    });
  const known = new Set(said.map(({ file }) => file));
  const rest = names.filter((name) => /\.(xml|rss|atom|rdf|json)$/i.test(name) && !known.has(name));
  return [
    ...said,
    ...rest
      .filter((name) => basename(name) !== "expectations.json" && statSync(join(folder, name)).isFile())
      .map((file) => ({ file })),
  ];
}

/** @throws InvalidArgumentError, which the command line prints as a sentence. */
function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(value);
}

/** Writes what pages show; a name of letters, digits and dashes only, so that it stays in its folder. */
function store(report: Report, codebook: Codebook, gold: string, rows: unknown[], options: Options): void {
  const name = options.store === true ? report.task : String(options.store);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw new UsageError(`--store "${name}" will not do: it takes small letters, digits and dashes.`);
  const stored = storedMeasurement(report, {
    method: options.method,
    coder: options.coder,
    data: { name: nameOf(gold), rows },
    date: options.date ?? new Date().toISOString().slice(0, 10),
    codebookVersion: codebook.version,
  });
  mkdirSync(options.out, { recursive: true });
  const path = join(options.out, `${name}.json`);
  writeFileSync(path, `${compact(stored)}\n`);
  process.stderr.write(`${path} written.\n`);
}

/** Where labelled data lie in a folder "shared" beside the project their path in it, else the file's name. */
function nameOf(gold: string): string {
  const path = relative(join(corpusFolder(), "..", "..", "shared"), resolve(gold));
  return path.startsWith("..") ? basename(gold) : path.replaceAll("\\", "/");
}

const two = (value: number | null): string => (value === null ? "  –  " : value.toFixed(3));
const range = (value: readonly [number, number] | null): string =>
  value === null ? "" : `[${value[0].toFixed(2)}, ${value[1].toFixed(2)}]`;

function linesOf(report: Report, mistakes: number): string[] {
  return [
    `${report.task}: ${report.n} rows scored, ${report.skipped.n} left out. Trivial line: ${report.trivialLine.replace(/\.$/, "")}.`,
    ...report.skipped.reasons,
    "",
    `${"tag".padEnd(26)}${"side".padEnd(10)}   n  yes   prec   rec    F1  trivial  AUC    ECE   AUC interval`,
    ...report.rows.map((r) =>
      [
        r.tag.padEnd(26),
        r.side.padEnd(10),
        String(r.n).padStart(4),
        String(r.positives).padStart(5),
        "  ",
        [r.precision, r.recall, r.f1, r.trivialF1, r.auc, r.ece].map(two).join("  "),
        `  ${range(r.aucInterval)}`,
      ].join(""),
    ),
    "",
    ...report.figures.map(
      (f) =>
        `${f.name} (${f.side}, n ${f.n}): ${two(f.value)} ${range(f.interval)}${f.trivial === null ? "" : `, trivial ${two(f.trivial)}`}${f.note === "" ? "" : ` · ${f.note}`}`,
    ),
    ...confusionLines(report),
    "",
    ...report.mistakes
      .slice(0, mistakes)
      .map((m) => inLine(`${m.id} ${m.tag}: ${m.predicted} for ${m.truth} · ${m.text.slice(0, 160)}`)),
  ];
}

function confusionLines({ confusion }: Report): string[] {
  if (confusion === null) return [];
  return [
    "",
    "truth -> said",
    ...Object.entries(confusion).map(
      ([truth, said]) =>
        `  ${truth}: ${Object.entries(said)
          .map(([p, n]) => `${p} ${n}`)
          .join(", ")}`,
    ),
  ];
}
