import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { Argument, type Command } from "commander";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { predictor, predictTasks } from "#lib/operations/predict/index.ts";
import { readSettings } from "#lib/settings.ts";

/** Lines answered together: more are no quicker. */
const AT_ONCE = 25;
/** Milliseconds without a line after which those at hand are answered. */
const PAUSE = 10;

/** `parallax predict <task> [file]`: JSON Lines in, JSON Lines out, same order; exit 1 when a line was bad. */
export function addPredictCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("predict")
    .description("Tags your own JSON Lines, so that you can check Parallax on data you have labelled.")
    .addArgument(new Argument("<task>", "what to predict").choices([...predictTasks.keys()]))
    .argument("[file]", "JSON Lines; standard input when left out", "-")
    .addHelpText("after", () =>
      ["", "Tasks:", ...[...predictTasks.values()].map((t) => `  ${t.name}  ${t.describe}`)].join("\n"),
    )
    .action(async (task: string, file: string) => {
      const predict = predictor(loadCodebook(readSettings().codebookFolder), task);
      const source = file === "-" ? process.stdin : createReadStream(file);
      const failed = new Promise<never>((_, reject) => source.once("error", reject));
      await Promise.race([failed, run(source, predict, ended)]);
    });
}

async function run(
  source: NodeJS.ReadableStream,
  predict: ReturnType<typeof predictor>,
  ended: (code: number) => void,
): Promise<void> {
  for await (const lines of together(createInterface({ input: source, crlfDelay: Infinity }))) {
    for (const { ok, answer } of await predict(lines)) {
      if (!ok) ended(1);
      if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
        await new Promise((resolve) => process.stdout.once("drain", resolve));
      }
    }
  }
}

/** Lines that come without a pause, as many as are tagged at once; who writes one and waits for its answer gets it. */
async function* together(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  const from = lines[Symbol.asyncIterator]();
  let next = from.next();
  let batch: string[] = [];
  for (;;) {
    const { value, done } = await next;
    if (done) break;
    if (value.trim() !== "") batch.push(value);
    next = from.next();
    const more =
      batch.length < AT_ONCE && (await Promise.race([next.then(() => true), setTimeout(PAUSE, false, { ref: false })]));
    if (more) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
