import { Argument, type Command } from "commander";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { measure, measureTasks } from "#lib/operations/measure/index.ts";
import type { Report } from "#lib/operations/measure/report.ts";
import { readSettings } from "#lib/settings.ts";
import { print } from "#lib/cli/output.ts";
import { readJsonLines } from "./train.ts";

/** `parallax measure <task> <gold file>`: how well a task does on your own labels; exit 1 when rows did not fit. */
export function addMeasureCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("measure")
    .description(
      "Scores a task on labelled JSON Lines: n, trivial line, precision, recall, F1, AUC, intervals, mistakes.",
    )
    .addArgument(new Argument("<task>", "what to measure").choices([...measureTasks.keys()]))
    .argument("<gold>", "labelled JSON Lines")
    .option("--json", "the whole report as JSON")
    .option("--mistakes <n>", "how many mistakes to print", "5")
    .addHelpText("after", () =>
      ["", "Tasks:", ...[...measureTasks.values()].map((t) => `  ${t.name}  ${t.describe}`)].join("\n"),
    )
    .action(async (task: string, gold: string, options: { json?: boolean; mistakes: string }) => {
      const codebook = loadCodebook(readSettings().codebookFolder);
      const report = await measure(codebook, task, readJsonLines(gold));
      print(options.json === true, report, () => linesOf(report, Number(options.mistakes)));
      if (report.skipped.n > 0) ended(1);
    });
}

const two = (value: number | null): string => (value === null ? "  –  " : value.toFixed(3));
const range = (value: readonly [number, number] | null): string =>
  value === null ? "" : `[${value[0].toFixed(2)}, ${value[1].toFixed(2)}]`;

function linesOf(report: Report, mistakes: number): string[] {
  return [
    `${report.task}: ${report.n} rows scored, ${report.skipped.n} left out. Trivial line: ${report.trivialLine}.`,
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
      .map((m) => `${m.id} ${m.tag}: ${m.predicted} for ${m.truth} · ${m.text.slice(0, 160)}`),
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
