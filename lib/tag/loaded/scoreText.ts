import type { LoadedCategory, LabelQuoteTag } from "#lib/domain/tags.ts";
import type { Voice } from "#lib/domain/speaker.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { LoadedHit } from "./loadedHits.ts";
import { scareQuotes } from "./tagLoaded.ts";

/**
 * How much a word of a category says that the writer judges, times its weight 1 to 3. Verbs of saying, hedges, factives
 * and implicatives (epistemological bias in Recasens et al. 2013) are mostly ordinary reporting and count little.
 */
const CATEGORY: Readonly<Record<LoadedCategory, number>> = {
  one_sided: 1,
  evaluative_adverb: 1,
  metaphor: 0.75,
  scare_quote: 1,
  booster: 1,
  report_verb: 0.5,
  hedge: 0.25,
  factive: 0.25,
  implicative: 0.25,
  agentless_violence: 0,
};
/** Quoting is not using. */
const QUOTED = 0.25;
/** Sum from which a text is loaded: a clear own word (2), or a weak one (1) beside a claim or hedge (.25 to .5). */
const HALF = 1.25;
/** A clear word in the writer's own voice; quoted ones and mere names of movements are not marked. */
const CLEAR = 1.5;
/** Shown to the reader: words that judge. Boosters and the epistemological ones add up, but are no loaded words. */
const MARKED: ReadonlySet<LoadedCategory> = new Set(["one_sided", "evaluative_adverb", "metaphor", "scare_quote"]);

export interface LoadedScore {
  label: "loaded" | "plain";
  /** 0..1; .5 and more is loaded. */
  score: number;
  /** What carries the score, in reading order. */
  words: { in: "title" | "text"; start: number; end: number; value: number }[];
}

/** Scores a sentence or short text: s = sum of weights in their voices, score = s / (s + 1.25). */
export function scoreText(
  found: readonly LoadedHit[],
  labels: readonly LabelQuoteTag[],
  hits: readonly Hit[] = [],
): LoadedScore {
  const all = [
    ...found.map(({ hit, category, weight }) => ({
      in: hit.field.in,
      start: hit.start,
      end: hit.end,
      category,
      value: CATEGORY[category] * weight * heard(hit.segment.voice),
    })),
    ...scareQuotes(labels, found, hits).map(({ span, weight, voice }) => ({
      ...span,
      category: "scare_quote" as const,
      value: weight * heard(voice),
    })),
  ].toSorted((a, b) => b.value - a.value);
  const counted: typeof all = [];
  for (const each of all) {
    const taken = counted.some((c) => c.in === each.in && c.start < each.end && each.start < c.end);
    if (!taken && each.value > 0) counted.push(each);
  }
  const sum = counted.reduce((total, each) => total + each.value, 0);
  const score = sum / (sum + HALF);
  return {
    label: score >= 0.5 ? "loaded" : "plain",
    score,
    words: counted
      .filter((each) => MARKED.has(each.category) && each.value >= CLEAR)
      .toSorted((a, b) => a.start - b.start)
      .map(({ in: place, start, end, value }) => ({ in: place, start, end, value })),
  };
}

const heard = (voice: Voice): number => (voice.kind === "own" || voice.kind === "ambiguous" ? 1 : QUOTED);
