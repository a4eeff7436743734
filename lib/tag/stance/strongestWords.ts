import type { Evidence } from "#lib/domain/tags.ts";
import { fading } from "./features.ts";
import { ANYWHERE, LEFT, RIGHT, type SentenceWeights } from "./scoreSum.ts";
import { maskedWords, negatedWords } from "./seen.ts";
import { MASKED, stemIs } from "./stem.ts";
import type { SentenceReading } from "./sentenceFeatures.ts";

/** Words shown on either side of the strongest one. */
const REACH = 2;

/**
 * The words of a sentence that moved the model most towards a sign, as evidence: the strongest word and its neighbours
 * that push the same way. `sign` is a class of the model.
 * Null when no word pushes that way.
 */
export function strongestWords(
  { item }: SentenceReading,
  { vocabulary, plain, negated }: SentenceWeights,
  sign: 0 | 1,
  rule: string,
  weight: number,
): Evidence | null {
  const { field, sentence, hits } = item;
  const { fromWord, toWord } = sentence;
  const masked = maskedWords(field);
  const under = negatedWords(sentence, hits);
  const { from: a, to: b } = item.mentions[0]!;
  const push = new Float64Array(toWord - fromWord);
  let best = 0;
  for (let i = fromWord; i < toWord; i++) {
    const row = vocabulary.row(masked[i]!);
    const at = i - fromWord;
    const table = under?.[at] === 1 ? negated : plain;
    if (row === 0 || row >= table.rows || (i >= a && i < b) || stemIs(masked[i]!, MASKED)) continue;
    const distance = i < a ? a - i : i - b + 1;
    const side = table.weight(row, i < a ? LEFT : RIGHT, sign);
    push[at] = table.weight(row, ANYWHERE, sign) / 3 + side / fading(distance);
    if (push[at]! > push[best]!) best = at;
  }
  if (!(push[best]! > 0)) return null;
  let from = best;
  let to = best + 1;
  while (from > 0 && best - from < REACH && push[from - 1]! > 0) from--;
  while (to < push.length && to - best <= REACH && push[to]! > 0) to++;
  const start = field.words.start[fromWord + from]!;
  const end = field.words.end[fromWord + to - 1]!;
  return {
    span: { in: field.in, start, end },
    exact: field.text.slice(start, end),
    rule,
    weight,
    voice: item.segment.voice,
    sentence: sentence.index,
  };
}
