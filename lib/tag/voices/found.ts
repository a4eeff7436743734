import type { ReportStance } from "#lib/domain/speaker.ts";
import type { View, WordRange } from "./view.ts";

/** An attribution as words of one field, before the speaker is known. */
export interface Found {
  /** Who: words of the source; empty where the text names nobody. */
  source: WordRange | null;
  /** Noun phrase a relative pronoun stands for. */
  antecedent: WordRange | null;
  cue: WordRange;
  content: WordRange[];
  rule: string;
  stance: ReportStance;
  certainty: number;
  /** Index of the sentence the cue stands in. */
  sentence: number;
  /** Kind of nested or ordinary source: "own" speaks for the outlet ("according to our information"). */
  own: boolean;
}

/** An attribution by a phrase; all of `Found` in one order, as objects built in different ways are slow to read. */
export const byPhrase = (
  view: View,
  rule: string,
  certainty: number,
  { source, cue, content, own = false }: Pick<Found, "source" | "cue" | "content"> & { own?: boolean },
): Found => ({
  source,
  antecedent: null,
  cue,
  content,
  rule,
  stance: "neutral",
  certainty,
  sentence: view.sentence.index,
  own,
});
