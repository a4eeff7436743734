import type { Evidence } from "#lib/domain/tags.ts";
import { fading, WORD } from "./features.ts";
import { seenSentence } from "./seen.ts";
import { MASKED, stemIs } from "./stem.ts";
import type { SentenceReading } from "./sentenceFeatures.ts";

/** Words shown on either side of the strongest one. */
const REACH = 2;

/**
 * The words of a sentence that moved the model most towards a sign, as evidence: the strongest word and its neighbours
 * that push the same way. `weigh` gives the weight of a kind
 * of WORD and a word for the sign. Null when no word pushes that way.
 */
export function strongestWords(
  { item }: SentenceReading,
  weigh: (kind: number, word: number) => number,
  rule: string,
  weight: number,
): Evidence | null {
  const { field, sentence, hits } = item;
  const seen = seenSentence(field, sentence, hits);
  const { from: a, to: b } = item.mentions[0]!;
  const push = new Float64Array(seen.to - seen.from);
  let best = 0;
  for (let i = seen.from; i < seen.to; i++) {
    const word = seen.masked[i]!;
    if ((i >= a && i < b) || stemIs(word, MASKED)) continue;
    const mark = seen.negated?.[i - seen.from] === 1;
    const side = i < a ? (mark ? WORD["l:!"] : WORD["l:"]) : mark ? WORD["r:!"] : WORD["r:"];
    const distance = i < a ? a - i : i - b + 1;
    const at = i - seen.from;
    push[at] = weigh(mark ? WORD["w:!"] : WORD["w:"], word) / 3 + weigh(side, word) / fading(distance);
    if (push[at]! > push[best]!) best = at;
  }
  if (!(push[best]! > 0)) return null;
  let from = best;
  let to = best + 1;
  while (from > 0 && best - from < REACH && push[from - 1]! > 0) from--;
  while (to < push.length && to - best <= REACH && push[to]! > 0) to++;
  const start = field.words.start[sentence.fromWord + from]!;
  const end = field.words.end[sentence.fromWord + to - 1]!;
  return {
    span: { in: field.in, start, end },
    exact: field.text.slice(start, end),
    rule,
    weight,
    voice: item.segment.voice,
    sentence: sentence.index,
  };
}
