import type { Evidence } from "#lib/domain/tags.ts";
import { maskedWords, negatedWords } from "./context.ts";
import { WORD } from "./features.ts";
import { MASKED, stemIs } from "./stem.ts";
import { placeOf, type SentenceReading } from "./sentenceFeatures.ts";

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
  const place = placeOf(item);
  const words = maskedWords(field, sentence);
  const negated = negatedWords(sentence, hits);
  const a = place.from - sentence.fromWord;
  const b = place.to - sentence.fromWord;
  const push = words.map((word, i) => {
    if ((i >= a && i < b) || stemIs(word, MASKED)) return 0;
    const mark = negated[i] === true;
    const distance = i < a ? a - i : i - b + 1;
    const side = i < a ? (mark ? WORD["l:!"] : WORD["l:"]) : mark ? WORD["r:!"] : WORD["r:"];
    return weigh(mark ? WORD["w:!"] : WORD["w:"], word) / 3 + weigh(side, word) / (1 + 0.15 * distance);
  });
  let best = 0;
  push.forEach((value, i) => {
    if (value > push[best]!) best = i;
  });
  if (push[best]! <= 0) return null;
  let from = best;
  let to = best + 1;
  while (from > 0 && best - from < REACH && push[from - 1]! > 0) from--;
  while (to < words.length && to - best <= REACH && push[to]! > 0) to++;
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
