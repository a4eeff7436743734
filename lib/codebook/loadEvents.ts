import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { corpusFolder } from "./loadCodebook.ts";
import { readChecked } from "./readYaml.ts";

const eventSchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  label: z.string(),
  source: z.url(),
  checked: z.boolean(),
});

/** Days charts over time may mark (corpus/events.yml); only those whose source was looked up. @throws Error naming the file */
export function loadEvents(
  file: string = join(corpusFolder(), "events.yml"),
): { day: string; label: string; source: string }[] {
  if (!existsSync(file)) return [];
  return readChecked(file, z.array(eventSchema)).flatMap(({ checked, ...event }) => (checked ? [event] : []));
}
