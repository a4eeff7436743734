import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { corpusFolder } from "./loadCodebook.ts";
import { readChecked } from "./readYaml.ts";

const sourceSchema = z.object({
  code: z.string(),
  what: z.string(),
  address: z.string().optional(),
  checked: z.boolean(),
});
/** Where the usage of a naming row was seen; rows name these by code. */
export type WordingSource = z.infer<typeof sourceSchema>;

/** The sources of corpus/codebook/wording.sources.yml by code. @throws CodebookError */
export function loadWordingSources(): Map<string, WordingSource> {
  const file = join(corpusFolder(), "codebook", "wording.sources.yml");
  const all = existsSync(file) ? readChecked(file, z.array(sourceSchema)) : [];
  return new Map(all.map((source) => [source.code, source]));
}
