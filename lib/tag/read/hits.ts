import type { Evidence, VoiceSegment } from "#lib/domain/tags.ts";
import type { ContextTest } from "./context.ts";
import type { Field, Sentence } from "./readArticle.ts";
import type { PhraseHit, PhraseIndex } from "./phrases.ts";
import type { Rule } from "./rules.ts";

/** A rule that fired, with where it stands and whose words it stands in. */
export interface Hit extends PhraseHit<Rule> {
  field: Field;
  sentence: Sentence;
  segment: VoiceSegment;
  start: number;
  end: number;
}

/**
 * Every hit of the rules in reading order, each with its sentence and voice segment; naming choices and loaded words only
 * where their context allows.
 */
export function findHits(
  field: Field,
  segments: readonly VoiceSegment[],
  { index, contexts }: { index: PhraseIndex<Rule>; contexts: ContextTest | null },
): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  for (const sentence of field.sentences) {
    index.find(field, sentence.fromWord, sentence.toWord, (rule, from, to, slotTargets) => {
      const start = field.words.start[from]!;
      while (at > 0 && segments[at]!.span.start > start) at--;
      while (at + 1 < segments.length && segments[at]!.span.end <= start) at++;
      const segment = segments[at];
      if (!segment) return;
      const hit = { rule, from, to, slotTargets, field, sentence, segment, start, end: field.words.end[to - 1]! };
      const tested = rule.layer === "wording" || rule.layer === "loaded";
      if (!tested || contexts === null || contexts.fits(hit, rule.phrase)) hits.push(hit);
    });
  }
  return hits;
}

/** The words of a hit as evidence. */
export function evidenceOf(hit: Hit, rule: string, weight: number): Evidence {
  return {
    span: { in: hit.field.in, start: hit.start, end: hit.end },
    exact: hit.field.text.slice(hit.start, hit.end),
    rule,
    weight,
    voice: hit.segment.voice,
    sentence: hit.sentence.index,
  };
}

/** The outlet's own words: what it says itself, headline included. Ambiguous words count as nobody's. */
export const isOwn = (evidence: Pick<Evidence, "voice">): boolean => evidence.voice.kind === "own";
