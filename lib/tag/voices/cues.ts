import type { Codebook, ReportVerb } from "#lib/domain/codebook.ts";
import type { SpeakerKind } from "#lib/domain/speaker.ts";
import { PhraseIndex } from "#lib/tag/read/phrases.ts";

/** What a word or phrase can be for the attributor. */
export type CueRule =
  | { type: "verb"; verb: ReportVerb }
  | { type: "according" }
  | { type: "unnamed" }
  | { type: "role"; kind: SpeakerKind };

const ACCORDING = [
  "according to",
  "in the (words|view|opinion|eyes) of",
  "from the (perspective|viewpoint|standpoint) of",
  "in the (eyes|view) of",
  "citing",
  "quoting",
];

/** Compiles the codebook's report verbs, unnamed sources and role nouns into one index. */
export function cueIndex(codebook: Codebook): PhraseIndex<CueRule> {
  const index = new PhraseIndex<CueRule>();
  for (const verb of codebook.speech.verbs) {
    for (const form of new Set(verb.forms)) index.add(form, { type: "verb", verb });
  }
  for (const phrase of ACCORDING) index.add(phrase, { type: "according" });
  for (const phrase of codebook.speech.unnamedSources) index.add(phrase, { type: "unnamed" });
  for (const role of codebook.speech.roleNouns) {
    for (const form of withPlural(role.phrase)) index.add(form, { type: "role", kind: role.kind });
  }
  return index;
}

function withPlural(phrase: string): string[] {
  return /[a-z]$/.test(phrase) && !phrase.endsWith("s") ? [phrase, `${phrase}s`] : [phrase];
}
