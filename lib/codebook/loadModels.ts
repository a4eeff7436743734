import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files that stand beside the weights but are not weights. */
const NOT_WEIGHTS = /^baseline\.json$|\.card\.json$|^measurements/;

/** Trained weights by file name without its ending; each has <name>.card.json beside it. @throws SyntaxError */
export function loadModels(folder: string): Record<string, unknown> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !NOT_WEIGHTS.test(name))
    .toSorted();
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown]),
  );
}
