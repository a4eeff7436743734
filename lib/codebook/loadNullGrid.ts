import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nullGridSchema, type NullGrid } from "#lib/domain/nullGrid.ts";
import { corpusFolder } from "./loadCodebook.ts";

/** The stored false alarms of the wording rule (corpus/models/measurements-null-grid.json); null without the file. */
export function loadNullGrid(
  file: string = join(corpusFolder(), "models", "measurements-null-grid.json"),
): NullGrid | null {
  return existsSync(file) ? nullGridSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}
