import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  actorSchema,
  baselineSchema,
  frameSchema,
  loadedListSchema,
  outletSchema,
  reportVerbSchema,
  roleVerbSchema,
  sideRecordSchema,
  speechSchema,
  stanceCueSchema,
  targetSchema,
  wordingRowSchema,
  type Codebook,
} from "#lib/domain/codebook.ts";
import { loadModels } from "./loadModels.ts";
import { CodebookError, readChecked, readRecords } from "./readYaml.ts";

/** The project's corpus folder, wherever the process was started. */
export function corpusFolder(): string {
  const fromHere = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "corpus");
  return existsSync(fromHere) ? fromHere : join(process.cwd(), "corpus");
}

const NO_BASELINE = { version: "none", madeFrom: "nothing", articles: 0, frames: {}, stance: {} };

/**
 * Reads corpus/ into a checked Codebook. `overlay` is a folder laid over corpus/codebook (same sub-folders):
 * its records replace those of the same id. The digest changes with any content.
 * @throws CodebookError naming file and field.
 */
export function loadCodebook(overlay: string | null): Codebook {
  if (overlay !== null && !existsSync(overlay)) {
    throw new CodebookError(`PARALLAX_CODEBOOK names ${overlay}, and there is no such folder.`);
  }
  const corpus = corpusFolder();
  const base = join(corpus, "codebook");
  const over = (name: string) => (overlay === null ? null : join(overlay, name));
  const meta = readChecked(join(base, "codebook.yml"), z.object({ version: z.string() }));
  const lists = readChecked(join(base, "speech", "lists.yml"), speechSchema.omit({ verbs: true }));
  const teaching = join(corpus, "articles", "outlets.yml");
  const parts = {
    frames: readRecords(join(base, "frames"), frameSchema, over("frames")),
    narrative: readRecords(join(base, "narrative"), frameSchema, over("narrative")),
    targets: readRecords(join(base, "targets"), targetSchema, over("targets")),
    wording: readRecords(join(base, "wording"), wordingRowSchema, over("wording")),
    loaded: readRecords(join(base, "loaded"), loadedListSchema, over("loaded")),
    actors: readRecords(join(base, "actors"), actorSchema, over("actors")),
    speech: { verbs: readChecked(join(base, "speech", "verbs.yml"), z.array(reportVerbSchema)), ...lists },
    roleVerbs: readChecked(join(base, "stance", "verbs.yml"), z.array(roleVerbSchema)),
    stanceCues: readChecked(join(base, "stance", "cues.yml"), z.array(stanceCueSchema)),
    outlets: [
      ...readRecords(join(corpus, "outlets"), outletSchema, over("outlets")),
      ...(existsSync(teaching) ? readChecked(teaching, z.array(outletSchema)) : []),
    ],
    sides: readChecked(join(corpus, "blocs.yml"), z.array(sideRecordSchema)),
  };
  const baselineFile = join(corpus, "models", "baseline.json");
  const baseline = existsSync(baselineFile)
    ? baselineSchema.parse(JSON.parse(readFileSync(baselineFile, "utf8")))
    : NO_BASELINE;
  const models = loadModels(join(corpus, "models"));
  const { outlets: _outlets, sides: _sides, ...tagging } = parts;
  const digest = createHash("sha256")
    .update(JSON.stringify([tagging, baseline, models]))
    .digest("hex")
    .slice(0, 12);
  const version = `${meta.version}+${digest.slice(0, 8)}`;
  return { version, digest, ...parts, baseline, models };
}
