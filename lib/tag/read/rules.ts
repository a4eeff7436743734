import type { Codebook, Cue, Frame, RoleVerb, SignedCue, StanceTarget, WordingRow } from "#lib/domain/codebook.ts";
import { PhraseIndex } from "./phrases.ts";

/** What a phrase of the codebook stands for. */
export type Rule =
  | { layer: "frame"; frame: Frame; cue: Cue }
  | { layer: "wording"; row: WordingRow; choice: WordingRow["choices"][number] }
  | { layer: "target"; target: StanceTarget; cue: SignedCue }
  | { layer: "about"; target: StanceTarget }
  | { layer: "verb"; verb: RoleVerb }
  | { layer: "negation" }
  | { layer: "no_negation" }
  | { layer: "hypothetical" }
  | { layer: "distancing" }
  | { layer: "mention"; target: StanceTarget };

/** Compiles the whole codebook into one index, so that an article is read once. @throws Error naming a bad phrase. */
export function ruleIndex(codebook: Codebook): PhraseIndex<Rule> {
  const index = new PhraseIndex<Rule>();
  for (const frame of codebook.frames) {
    for (const cue of frame.cues) index.add(cue.phrase, { layer: "frame", frame, cue });
  }
  for (const row of codebook.wording) {
    for (const choice of row.choices) {
      for (const phrase of choice.phrases) index.add(phrase, { layer: "wording", row, choice });
    }
  }
  for (const target of codebook.targets) {
    for (const cue of target.cues) index.add(cue.phrase, { layer: "target", target, cue });
    if (target.kind === "proposition") for (const p of target.about) index.add(p, { layer: "about", target });
    else for (const p of target.mentions) index.add(p, { layer: "mention", target });
  }
  for (const verb of codebook.roleVerbs)
    for (const form of new Set(verb.forms)) index.add(form, { layer: "verb", verb });
  for (const p of codebook.speech.negations) index.add(p, { layer: "negation" });
  for (const p of codebook.speech.notNegations) index.add(p, { layer: "no_negation" });
  for (const p of codebook.speech.hypotheticals) index.add(p, { layer: "hypothetical" });
  for (const p of codebook.speech.distancing) index.add(p, { layer: "distancing" });
  return index;
}
