import type { Field } from "#lib/tag/read/readArticle.ts";
import { BREAK, GAP, type Layout } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb, isNominal, isNounLike, PARTICIPLE } from "./wordClass.ts";
import { DAYS, isArticle, isDay, isDeterminer, isLink, isPronoun, opensClause, opensTime } from "./wordKinds.ts";

const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december spring summer autumn winter".split(
    " ",
  ),
);

/** The noun phrase that ends with word `last`, or null. Restrictive relative clauses belong to it. */
export function phraseEnding(view: View, last: number, floor = view.sentence.fromWord): WordRange | null {
  const { field, layout } = view;
  if (isPronoun(field, last)) return { from: last, to: last + 1 };
  if (!isNominal(view, last)) return null;
  // "people living there".
  if (field.norm[last] === "there" && last - 2 >= floor && field.norm[last - 1]!.endsWith("ing")) {
    const living = phraseEnding(view, last - 2, floor);
    return living && { from: living.from, to: last + 1 };
  }
  let from = last;
  while (from > floor) {
    if ((layout.gap[from]! & BREAK) !== 0) break;
    const before = from - 1;
    if (layout.quoteOf[before]! >= 0 && layout.quoteOf[before] !== layout.quoteOf[last]) break;
    // "officials claim the two men": no noun stands before an article in one phrase.
    if (
      (isArticle(field, from) || isDeterminer(field, from)) &&
      isNounLike(field.pos[before]) &&
      !/^(?:all|both|half|such)$/.test(field.norm[before]!)
    )
      break;
    if (isPronoun(field, before)) break;
    if (isNominal(view, before)) {
      from = before;
      continue;
    }
    if (isLink(field, before) && before > floor && (layout.gap[before]! & BREAK) === 0 && canLink(view, before)) {
      from = before - 1;
      continue;
    }
    break;
  }
  const participle = participleStart(view, from, floor);
  if (participle !== null) return { from: participle, to: last + 1 };
  const relative = relativeStart(view, from, floor);
  if (relative !== null) return { from: relative, to: last + 1 };
  return trimmed(view, { from: listStart(view, from, floor), to: last + 1 });
}

/** "Italy, Germany, and Hungary": names joined by commas before the last "and". */
function listStart(view: View, from: number, floor: number): number {
  const { field, layout } = view;
  const and = from - 1;
  if (and <= floor || field.norm[and] !== "and" || (layout.gap[and]! & BREAK) !== GAP.comma) return from;
  let start = and;
  while (start > floor && (layout.gap[start]! & BREAK) === GAP.comma && field.pos[start - 1] === "PROPN") {
    start--;
    while (start > floor && layout.gap[start] === 0 && field.pos[start - 1] === "PROPN") start--;
  }
  // "since late February, and Moscow said": a month ends a time, and no list begins with it.
  return start < and && !MONTHS.has(field.norm[and - 1]!) ? start : from;
}

/** A preposition inside a phrase needs a noun before it; "in", "on", "to" after a plain time word do not link. */
function canLink(view: View, at: number): boolean {
  const before = at - 1;
  if (before < view.sentence.fromWord || !isNominal(view, before)) return false;
  if (DAYS.has(view.field.norm[at + 1] ?? "")) return false;
  const norm = view.field.norm[at]!;
  const pos = view.field.pos[before]!;
  if (norm === "of") return true;
  // "sources familiar with the matter", "a person close to the court".
  if (pos === "ADJ") return /^(?:familiar|close|loyal|acquainted|conversant)$/.test(view.field.norm[before]!);
  return pos === "NOUN" || pos === "PROPN" || pos === "NUM";
}

/** Start of "women freed in the exchange", "a plan adopted last year", "pictures put online by a guest" for the phrase at `from`. */
function participleStart(view: View, from: number, floor: number): number | null {
  const { field, layout } = view;
  const doing = from - 1;
  // "a person coordinating burials in the city".
  if (doing - 1 > floor && layout.gap[from] === 0 && layout.gap[doing] === 0 && field.pos[doing] === "VERB")
    if (
      field.norm[doing]!.endsWith("ing") &&
      /^(?:person|people|man|woman|men|women|someone)$/.test(field.norm[doing - 1]!)
    )
      return phraseEnding(view, doing - 1, floor)?.from ?? null;
  const timed = layout.gap[from] === 0 && opensTime(field, from);
  if (timed && from - 2 > floor && field.pos[from - 2] === "NOUN" && layout.gap[from - 1] === 0)
    if (PARTICIPLE.test(field.norm[from - 1]!)) return phraseEnding(view, from - 2, floor)?.from ?? null;
  if (field.norm[from - 1] === "by")
    for (let i = from - 2; i > floor + 1 && from - i < 9 && layout.gap[i + 1] === 0; i--)
      if (field.pos[i] === "VERB" && field.pos[i - 1] === "NOUN" && PARTICIPLE.test(field.norm[i]!))
        return layout.gap[i] === 0 ? (phraseEnding(view, i - 1, floor)?.from ?? null) : null;
  const at = from - 2;
  if (at <= floor || layout.gap[from] !== 0 || layout.gap[from - 1] !== 0 || layout.gap[at] !== 0) return null;
  if (!isLink(field, from - 1) && field.norm[from - 1] !== "by") return null;
  // "lawyers acting for her family".
  const acting = field.pos[at] === "VERB" && field.norm[at]!.endsWith("ing") && field.norm[at - 1]!.endsWith("s");
  if (acting && isNounLike(field.pos[at - 1])) return phraseEnding(view, at - 1, floor)?.from ?? null;
  if (field.pos[at] === "AUX" || (field.pos[at - 1] !== "NOUN" && field.pos[at - 1] !== "PROPN")) return null;
  if (!PARTICIPLE.test(field.norm[at]!)) return null;
  return phraseEnding(view, at - 1, floor)?.from ?? null;
}

/** Start of "the man who …" when the phrase at `from` stands inside a relative clause without commas. */
function relativeStart(view: View, from: number, floor: number): number | null {
  const { field, layout } = view;
  for (let i = from - 1; i > floor && from - i < 14; i--) {
    if ((layout.gap[i + 1]! & BREAK) !== 0) return null;
    const norm = field.norm[i]!;
    // "a car that was hers when the bomb": another clause began.
    if (opensClause(field, i)) return null;
    if (norm !== "who" && !(norm === "that" && /^(VERB|AUX)$/.test(field.pos[i + 1] ?? ""))) continue;
    if ((layout.gap[i]! & BREAK) !== 0 || !isNominal(view, i - 1)) return null;
    return phraseEnding(view, i - 1, floor)?.from ?? null;
  }
  return null;
}

/** Drops a leading preposition, adverb or weekday from a phrase. */
function trimmed(view: View, range: WordRange): WordRange | null {
  const { field } = view;
  let { from } = range;
  while (from < range.to && ((isDay(field, from) && !isOwner(view, from + 1)) || field.norm[from] === "and")) from++;
  return from < range.to ? { from, to: range.to } : null;
}

/** "Tuesday's report" keeps its day. */
const isOwner = ({ layout, sentence }: View, next: number): boolean =>
  next < sentence.toWord && (layout.gap[next]! & GAP.possessive) !== 0;

const APPOSITION_BREAK = BREAK & ~GAP.bracket;
/** The noun phrase that begins with word `first`, with an apposition set off by commas; null where there is none. */
export function phraseBeginning(view: View, first: number): WordRange | null {
  const { field, layout, sentence } = view;
  if (first >= sentence.toWord) return null;
  if (isPronoun(field, first)) return { from: first, to: first + 1 };
  const to = runFrom(view, first);
  if (to === first) return null;
  return { from: first, to: withApposition(view, first, to, layout, field) };
}

function runFrom(view: View, first: number): number {
  const { field, layout, sentence } = view;
  let to = first;
  while (to < sentence.toWord) {
    if (to > first && (layout.gap[to]! & APPOSITION_BREAK) !== 0) break;
    const norm = field.norm[to]!;
    if (isPronoun(field, to) || isDay(field, to)) break;
    if (to > first && isArticle(field, to) && isNounLike(field.pos[to - 1])) break;
    if (isNominal(view, to)) {
      to++;
      continue;
    }
    const next = to + 1;
    const links =
      to > first &&
      next < sentence.toWord &&
      (norm === "of" ||
        norm === "and" ||
        (/^(for|at|from|to|with)$/.test(norm) && field.pos[to - 1] === "NOUN") ||
        (norm === "in" && field.pos[to - 1] === "NOUN" && field.words.capital[next] === true)) &&
      isNominal(view, next) &&
      !(norm === "of" && field.pos[next] === "VERB" && field.norm[next]!.endsWith("ing")) &&
      (layout.gap[next]! & APPOSITION_BREAK) === 0;
    if (!links) break;
    to++;
  }
  return to;
}

/** "said Andrei Kortunov, an expert at the club, …": the apposition runs to the next comma or the sentence's end. */
function withApposition(view: View, first: number, to: number, layout: Layout, field: Field): number {
  const { sentence } = view;
  if (to >= sentence.toWord || (layout.gap[to]! & BREAK) !== GAP.comma) return to;
  const opens = field.norm[to]!;
  const relative = opens === "who" || opens === "whose";
  if (!relative && !/^(DET|NOUN|ADJ|PROPN|NUM)$/.test(field.pos[to]!)) return to;
  let end = to + 1;
  while (end < sentence.toWord && (layout.gap[end]! & (BREAK & ~GAP.bracket)) === 0) end++;
  if (!relative) {
    for (let i = to; i < end; i++)
      if (isFiniteVerb(view, i) && !/^(who|that|which)$/.test(field.norm[i - 1]!)) return to;
  }
  const closes = end === sentence.toWord || (layout.gap[end]! & (GAP.comma | GAP.stop | GAP.quote)) !== 0;
  return closes && first < to ? end : to;
}
