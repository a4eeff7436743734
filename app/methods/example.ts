import "server-only";
import { codebook } from "#app/_database.ts";
import { workedExample } from "#lib/operations/workedExample.ts";

let known: ReturnType<typeof workedExample> | undefined;

/** The worked example, tagged once a process: it depends on the codebook alone. */
export function example(): ReturnType<typeof workedExample> {
  return (known ??= workedExample(codebook()));
}
