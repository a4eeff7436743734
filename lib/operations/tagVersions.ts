import type { CorpusSummary } from "#lib/store/contract.ts";
import { TAGGER_VERSION } from "#lib/tag/taggerVersion.ts";

/**
 * What stands between stored tags and a fair chart: "mixed" when articles were tagged by several versions, "older" when
 * all were tagged by one that is not today's, null when they are as today's codebook and tagger would make them.
 */
export function tagVersions(versions: CorpusSummary["versions"], codebookVersion: string): "mixed" | "older" | null {
  if (versions.length > 1) return "mixed";
  const only = versions[0];
  if (!only) return null;
  return only.codebookVersion === codebookVersion && only.taggerVersion === TAGGER_VERSION ? null : "older";
}
