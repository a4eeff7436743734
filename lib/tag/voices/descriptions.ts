import { BREAK, GAP } from "./layout.ts";
import { isTitle } from "./names.ts";
import { phraseEnding } from "./nounPhrase.ts";
import { isMatter } from "./things.ts";
import type { View, WordRange } from "./view.ts";

/** "a talk with an envoy who said": "who" is the person behind the preposition, where what stands before is a thing. */
export function whoSpeaks({ field, roles }: View, { from, to }: WordRange): WordRange {
  for (let i = from + 1; i < to - 1; i++) {
    if (field.pos[i] !== "ADP") continue;
    // "the double standards of those who": nobody else is described by what somebody has.
    if (isMatter(field, i)) return { from: i + 1, to };
    if (field.norm[i] === "of") continue;
    const thing =
      field.pos[i - 1] === "NOUN" && roles.kindOf(field, i - 1) === null && field.words.capital[i - 1] !== true;
    return thing && !/(?:men|man|woman|women|people|person|[^s]s)$/.test(field.norm[i - 1]!)
      ? { from: i + 1, to }
      : { from, to };
  }
  return { from, to };
}

/** "Savchuk, an aide to the president": a description behind a comma goes on what it describes, a name, where one stands there. */
export function withName(view: View, phrase: WordRange, depth = 3): WordRange {
  const { field, layout, sentence } = view;
  const { from } = phrase;
  const opens = from > sentence.fromWord && (layout.gap[from]! & BREAK) === GAP.comma && layout.quoteOf[from - 1]! < 0;
  if (depth === 0 || !opens) return phrase;
  const office = view.roles.kindOf(field, from) !== null || isTitle(field.norm[from]!);
  if (field.words.capital[from] === true && !office) return titled(view, phrase);
  const before = phraseEnding(view, from - 1);
  if (!before || before.to !== from) return phrase;
  if (isName(view, before)) return { from: before.from, to: phrase.to };
  const described = withName(view, before, depth - 1);
  return described.from < before.from ? { from: described.from, to: phrase.to } : phrase;
}

/** "the country's deputy minister, Ana Rojas has said": an office before a comma belongs to the name behind it. */
function titled(view: View, phrase: WordRange): WordRange {
  const { field, roles } = view;
  if (!isName(view, phrase)) return phrase;
  const before = phraseEnding(view, phrase.from - 1);
  if (!before || before.to !== phrase.from || isName(view, before)) return phrase;
  for (let i = before.from; i < before.to; i++)
    if (roles.kindOf(field, i) === "official" && !field.norm[i]!.endsWith("s"))
      return { from: before.from, to: phrase.to };
  return phrase;
}

/** Two capitalised words or more that stand by themselves: no preposition or verb governs them. */
export function isName(view: View, range: WordRange): boolean {
  const { field, layout, sentence } = view;
  if (range.to - range.from < 2) return false;
  for (let i = range.from; i < range.to; i++) {
    if (field.words.capital[i] !== true || field.pos[i] === "DET") return false;
  }
  return range.from === sentence.fromWord || (layout.gap[range.from]! & BREAK) !== 0;
}
