import type { Evidence, LabelQuoteTag, LoadedCategory, LoadedTag } from "#lib/domain/tags.ts";
import { evidenceOf } from "#lib/tag/read/hits.ts";
import type { LoadedHit } from "./loadedHits.ts";

/** Scare quotes are shown as clearly loaded. */
const SCARE_WEIGHT = 2;

/** One tag per category of loaded or distancing words that occurs, in reading order; scare quotes come from labels. */
export function tagLoaded(found: readonly LoadedHit[], labels: readonly LabelQuoteTag[]): LoadedTag[] {
  const tags = new Map<LoadedCategory, Evidence[]>();
  const add = (category: LoadedCategory, evidence: Evidence): void => {
    tags.set(category, [...(tags.get(category) ?? []), evidence]);
  };
  for (const { hit, category, rule, weight } of found) add(category, evidenceOf(hit, rule, weight));
  for (const evidence of scareQuotes(labels)) add("scare_quote", evidence);
  return [...tags].map(([category, [first, ...rest]]) => ({ kind: "loaded", category, evidence: [first!, ...rest] }));
}

/**
 * Scare quotes: own words kept at a distance. A label the article distances, or a lower-case term of the body that
 * nobody is said to use and the article never writes plain; names and titles begin with capitals and are none, and
 * headlines quote for short.
 */
export function scareQuotes(labels: readonly LabelQuoteTag[]): Evidence[] {
  return labels.flatMap((label) => {
    const unowned =
      label.use === "proper_label" && label.quoted === label.mentions && label.label.split(" ").length <= 3;
    if (label.use !== "distancing" && !unowned) return [];
    return label.evidence
      .filter((each) => each.voice.kind === "own" && (label.use === "distancing" || term(each)))
      .map((each) => ({ ...each, rule: `scare_quote:${label.use}`, weight: SCARE_WEIGHT }));
  });
}

const term = ({ span, exact }: Evidence): boolean =>
  span.in === "text" &&
  !/\p{Lu}|\p{N}/u.test(exact) &&
  !/^(?:to|not|be|by|with|in|on|at|for|from|of|and)\b|ly$/u.test(exact);
