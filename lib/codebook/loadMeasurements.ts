import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measurementSchema, type Measurement } from "#lib/domain/measurements.ts";
import { corpusFolder } from "./loadCodebook.ts";

/**
 * Every stored measurement of a folder (corpus/models/measurements), in file-name order; none without the folder.
 * @throws ZodError | SyntaxError for a file that does not fit.
 */
export function loadMeasurements(folder: string = join(corpusFolder(), "models", "measurements")): Measurement[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => measurementSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
}
