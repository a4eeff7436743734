import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";
import type { Found } from "./found.ts";
import type { View, WordRange } from "./view.ts";

/** A report verb where it stands. */
export type VerbHit = PhraseHit<CueRule & { type: "verb" }>;

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Verbs that name whom they address before what they say. */
export const ADDRESSED = wordSet("tell inform assure remind warn advise notify ask promise caution");
/** What may stand between a verb and what is said: time, place, occasion. */
export const ASIDE = wordSet(
  "on in during at after before late early last this following to via through from while by ahead amid",
);

/** An attribution by a verb; `group` is the first word of the verb group. */
export function reported(
  view: View,
  source: (WordRange & { antecedent?: WordRange | null }) | null,
  hit: VerbHit,
  content: WordRange[],
  group: number,
  certainty: number,
): Found {
  return {
    source: source ? { from: source.from, to: source.to } : null,
    antecedent: source?.antecedent ?? null,
    cue: { from: Math.max(group, hit.from), to: hit.to },
    content,
    rule: `verb:${hit.rule.verb.lemma}`,
    stance: hit.rule.verb.stance,
    certainty,
    sentence: view.sentence.index,
    own: false,
  };
}
