import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, relative } from "node:path";
import { parse, parseDocument } from "yaml";
import type { z } from "zod";

/** A file of the codebook that does not fit its schema; the message names file and field. */
export class CodebookError extends Error {}

/** YAML text to a plain value; for front matter, too. @throws CodebookError */
export function parseYaml(text: string, name = "front matter"): unknown {
  try {
    return parse(text, { maxAliasCount: 20 });
  } catch (error) {
    throw new CodebookError(`${name}: ${(error as Error).message.split("\n")[0]}`);
  }
}

/**
 * Every record of the .yml files in a folder, in file-name order; a file holds one record or a list.
 * A folder of the same name under `overlay` replaces records with the same id and adds new ones.
 * @throws CodebookError naming file, field and problem.
 */
export function readRecords<T extends { id: string }>(
  folder: string,
  schema: z.ZodType<T>,
  overlay: string | null = null,
): T[] {
  const records = new Map<string, T>();
  for (const layer of overlay === null ? [folder] : [folder, overlay]) {
    const seen = new Set<string>();
    for (const record of readLayer(layer, schema)) {
      if (seen.has(record.id)) throw new CodebookError(`${layer}: two records carry the id "${record.id}"`);
      seen.add(record.id);
      records.set(record.id, record);
    }
  }
  return [...records.values()];
}

function* readLayer<T>(folder: string, schema: z.ZodType<T>): Generator<T> {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).toSorted()) {
    if (!/\.ya?ml$/.test(file)) continue;
    const value = readFile(join(folder, file));
    for (const item of Array.isArray(value) ? value : [value]) yield check(item, schema, join(folder, file));
  }
}

/** One YAML file checked against a schema. @throws CodebookError */
export function readChecked<T>(file: string, schema: z.ZodType<T>): T {
  return check(readFile(file), schema, file);
}

function readFile(file: string): unknown {
  const document = parseDocument(readFileSync(file, "utf8"));
  const problem = document.errors[0];
  if (problem) throw new CodebookError(`${shown(file)}: ${problem.message.split("\n")[0]}`);
  return document.toJS({ maxAliasCount: 20 }) as unknown;
}

function check<T>(value: unknown, schema: z.ZodType<T>, file: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const id = (value as { id?: string } | null)?.id ?? "";
  throw new CodebookError(`${shown(file)}: ${id} ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit"}`);
}

const shown = (file: string): string => relative(process.cwd(), file);
