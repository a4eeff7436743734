import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { RoleWords } from "./cues.ts";
import { BREAK, GAP, type Layout } from "./layout.ts";

/** One sentence with what the attributor knows of its words. */
export interface View {
  field: Field;
  sentence: Sentence;
  layout: Layout;
  roles: RoleWords;
}

/** Words [from, to). */
export interface WordRange {
  from: number;
  to: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
export const DAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently then now",
);
const MONTHS = words(
  "january february march april may june july august september october november december spring summer autumn winter",
);
const LINKING = words("of for at in from to on with by against under near between behind inside and");
const ALWAYS_LINKING = words("of");
export const PRONOUNS = words("he she they it we i you");
export const RELATIVES = words("who which that whom");
const NEVER_IN_PHRASE = words(
  "but or because although though if when while after before as since until than whether where how why what so yet once unless says said saying told",
);
const AUXILIARIES = words(
  "has have had was were is are am be been being will would could can may might must shall should did does do having 's 've 'd 're 'll ain't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't can't cannot didn't doesn't don't it's he's she's they've we've i've he'd she'd they'd",
);
export const BE = words("was were is are am be been being isn't aren't wasn't weren't get got gets");
const ADVERBS = words(
  "also again repeatedly later further previously once now then even still often always never ever just recently earlier himself herself themselves itself not already too only soon long first both all either reportedly allegedly apparently thus therefore instead meanwhile famously",
);

/** The lists above as bits of a numbered word. */
const PRONOUN = 1;
const DAY = 2;
const LINKS = 4;
const OUTSIDE = 8;
const AUXILIARY = 16;
const ADVERB = 32;
const ARTICLE = 64;
const TIMED = 128;
const kinds = new Remembered(
  numbering,
  (norm) =>
    (PRONOUNS.has(norm) ? PRONOUN : 0) +
    (DAYS.has(norm) ? DAY : 0) +
    (LINKING.has(norm) ? LINKS : 0) +
    (NEVER_IN_PHRASE.has(norm) || RELATIVES.has(norm) ? OUTSIDE : 0) +
    (AUXILIARIES.has(norm) ? AUXILIARY : 0) +
    (ADVERBS.has(norm) ? ADVERB : 0) +
    (/^(?:an?|the)$/.test(norm) ? ARTICLE : 0) +
    (/^(?:last|this|late)$/.test(norm) ? TIMED : 0),
);
const is = (field: Field, i: number, kind: number): boolean => (kinds.get(field.words.id[i]!) & kind) !== 0;

export const isAuxiliary = (field: Field, i: number): boolean => is(field, i, AUXILIARY);
export const isAdverb = (view: View, i: number): boolean => {
  const norm = view.field.norm[i]!;
  if (is(view.field, i, ADVERB) || (view.field.pos[i] === "ADV" && norm.endsWith("ly"))) return true;
  return norm === "since" && i > view.sentence.fromWord && /^(has|have|had)$/.test(view.field.norm[i - 1]!);
};

/** "a", "an", "the" written small: "A." may be an initial. */
const isArticle = (field: Field, i: number): boolean => is(field, i, ARTICLE) && field.words.capital[i] !== true;

/** True where the word can belong to a noun phrase. */
function isNominal(view: View, i: number): boolean {
  const { field } = view;
  const norm = field.norm[i]!;
  if (is(field, i, OUTSIDE)) return false;
  if (field.words.capital[i] && i > view.sentence.fromWord && field.pos[i] !== "ADP") return true;
  switch (field.pos[i]) {
    case "NOUN":
    case "PROPN":
    case "ADJ":
    case "DET":
    case "NUM":
    case "SYM":
    case "PRON":
    case "X":
      return true;
    case "PART":
      return norm !== "to" && norm !== "not";
    case "VERB":
      return isParticipleAdjective(view, i);
    case "ADV":
      return (norm === "then" || norm === "most" || norm === "newly" || norm.endsWith("ly")) && nounAhead(view, i);
    default:
      return false;
  }
}

const nounAhead = (view: View, i: number): boolean =>
  i + 1 < view.sentence.toWord &&
  view.layout.gap[i + 1] === 0 &&
  (isNounLike(view.field.pos[i + 1]) || view.field.pos[i + 1] === "VERB");

const isNounLike = (pos: string | undefined): boolean => pos === "NOUN" || pos === "PROPN" || pos === "ADJ";

/** "a newly elected leader": a participle between determiner and noun. */
function isParticipleAdjective(view: View, i: number): boolean {
  const { field, layout } = view;
  const norm = field.norm[i]!;
  if (i + 1 >= view.sentence.toWord || (layout.gap[i + 1]! & BREAK) !== 0) return false;
  if (!isNounLike(field.pos[i + 1])) return false;
  if (!norm.endsWith("ed") && !norm.endsWith("en") && !norm.endsWith("ing")) return false;
  const before = i > view.sentence.fromWord ? field.pos[i - 1]! : "";
  return (
    before === "DET" || before === "ADJ" || before === "ADV" || (layout.gap[i]! & GAP.dash) !== 0 || hyphen(view, i)
  );
}

const hyphen = (view: View, i: number): boolean => i > 0 && view.field.text[view.field.words.start[i]! - 1] === "-";

/** The noun phrase that ends with word `last`, or null. Restrictive relative clauses belong to it. */
export function phraseEnding(view: View, last: number, floor = view.sentence.fromWord): WordRange | null {
  const { field, layout } = view;
  if (is(field, last, PRONOUN)) return { from: last, to: last + 1 };
  if (!isNominal(view, last)) return null;
  let from = last;
  while (from > floor) {
    if ((layout.gap[from]! & BREAK) !== 0) break;
    const before = from - 1;
    if (layout.quoteOf[before]! >= 0 && layout.quoteOf[before] !== layout.quoteOf[last]) break;
    // "officials claim the two men": no noun stands before an article in one phrase.
    if (
      isArticle(field, from) &&
      isNounLike(field.pos[before]) &&
      !/^(?:all|both|half|such)$/.test(field.norm[before]!)
    )
      break;
    if (is(field, before, PRONOUN)) break;
    if (isNominal(view, before)) {
      from = before;
      continue;
    }
    if (is(field, before, LINKS) && before > floor && (layout.gap[before]! & BREAK) === 0 && canLink(view, before)) {
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
  if (ALWAYS_LINKING.has(norm)) return true;
  // "sources familiar with the matter", "a person close to the court".
  if (pos === "ADJ") return /^(?:familiar|close|loyal|acquainted|conversant)$/.test(view.field.norm[before]!);
  return pos === "NOUN" || pos === "PROPN" || pos === "NUM";
}

/** Start of "women freed in the exchange", "a plan adopted last year", "pictures put online by a guest" for the phrase at `from`. */
function participleStart(view: View, from: number, floor: number): number | null {
  const { field, layout } = view;
  const timed = layout.gap[from] === 0 && is(field, from, DAY | TIMED);
  if (timed && from - 2 > floor && field.pos[from - 2] === "NOUN" && layout.gap[from - 1] === 0)
    if (PARTICIPLE.test(field.norm[from - 1]!)) return phraseEnding(view, from - 2, floor)?.from ?? null;
  if (field.norm[from - 1] === "by")
    for (let i = from - 2; i > floor + 1 && from - i < 9 && layout.gap[i + 1] === 0; i--)
      if (field.pos[i] === "VERB" && field.pos[i - 1] === "NOUN" && PARTICIPLE.test(field.norm[i]!))
        return layout.gap[i] === 0 ? (phraseEnding(view, i - 1, floor)?.from ?? null) : null;
  const at = from - 2;
  if (at <= floor || layout.gap[from] !== 0 || layout.gap[from - 1] !== 0 || layout.gap[at] !== 0) return null;
  if (!is(field, from - 1, LINKS) && field.norm[from - 1] !== "by") return null;
  if (field.pos[at] === "AUX" || (field.pos[at - 1] !== "NOUN" && field.pos[at - 1] !== "PROPN")) return null;
  if (!PARTICIPLE.test(field.norm[at]!)) return null;
  return phraseEnding(view, at - 1, floor)?.from ?? null;
}
/** Participles that may describe the noun before them. */
export const PARTICIPLE =
  /^(\p{L}{2,}ed|held|sent|taken|caught|born|made|shot|hit|left|kept|found|seen|known|written|unsealed)$/u;

/** Start of "the man who …" when the phrase at `from` stands inside a relative clause without commas. */
function relativeStart(view: View, from: number, floor: number): number | null {
  const { field, layout } = view;
  for (let i = from - 1; i > floor && from - i < 14; i--) {
    if ((layout.gap[i + 1]! & BREAK) !== 0) return null;
    const norm = field.norm[i]!;
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
  while (from < range.to && (is(field, from, DAY) || field.norm[from] === "and")) from++;
  return from < range.to ? { from, to: range.to } : null;
}

const APPOSITION_BREAK = BREAK & ~GAP.bracket;
/** The noun phrase that begins with word `first`, with an apposition set off by commas; null where there is none. */
export function phraseBeginning(view: View, first: number): WordRange | null {
  const { field, layout, sentence } = view;
  if (first >= sentence.toWord) return null;
  if (is(field, first, PRONOUN)) return { from: first, to: first + 1 };
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
    if (is(field, to, PRONOUN | DAY)) break;
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

/** "the administration faces the task": between a noun and a determiner the tagger takes some verbs for nouns. */
function isVerbTaggedNoun(view: View, i: number): boolean {
  const { field, layout, sentence } = view;
  if (!field.norm[i]!.endsWith("s") || i === sentence.fromWord || i + 1 >= sentence.toWord) return false;
  if (layout.gap[i] !== 0 || layout.gap[i + 1] !== 0) return false;
  return field.pos[i + 1] === "DET" && (field.pos[i - 1] === "NOUN" || field.pos[i - 1] === "PROPN");
}

/** A capital inside a sentence of the body, unless two words on either side have one, too, as headlines do. */
export function isNamePart({ field: { in: place, words }, layout, sentence }: View, i: number): boolean {
  if (words.capital[i] !== true || place !== "text" || i <= sentence.fromWord || layout.gap[i] !== 0) return false;
  for (let k = Math.max(sentence.fromWord, i - 2); k < Math.min(sentence.toWord, i + 3); k++)
    if (words.capital[k] !== true) return true;
  return false;
}

/** A verb that is neither an -ing form nor an infinitive. */
export function isFiniteVerb(view: View, i: number): boolean {
  const { field, sentence } = view;
  const pos = field.pos[i];
  if (pos === "AUX") return true;
  if (pos === "NOUN" && isVerbTaggedNoun(view, i)) return true;
  if (pos !== "VERB") return false;
  // "the mayor of Perm": a capital inside a sentence of the body is a name, whatever the tagger takes it for.
  if (isNamePart(view, i)) return false;
  const norm = field.norm[i]!;
  if (norm.endsWith("ing")) return false;
  const before = i > sentence.fromWord ? field.norm[i - 1]! : "";
  return before !== "to" && !isParticipleAdjective(view, i);
}
