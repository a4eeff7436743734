import { BREAK, GAP } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { isOutside, isToldPlural } from "./wordKinds.ts";

/** True where the word can belong to a noun phrase. */
export function isNominal(view: View, i: number): boolean {
  const { field } = view;
  const norm = field.norm[i]!;
  if (isOutside(field, i)) return false;
  // "Mayor Says Bridge Is Safe": in a headline of capitals verbs have one, too.
  const verbal = field.in === "title" && (field.pos[i] === "VERB" || field.pos[i] === "AUX");
  if (field.words.capital[i] && i > view.sentence.fromWord && field.pos[i] !== "ADP" && !verbal) return true;
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
      return isParticipleAdjective(view, i) || isPlural(view, i);
    case "ADV":
      return (norm === "then" || norm === "most" || norm === "newly" || norm.endsWith("ly")) && nounAhead(view, i);
    default:
      return false;
  }
}

/** "earlier reports suggested": the tagger takes these for verbs where another verb follows. */
const isPlural = ({ field, layout }: View, i: number): boolean =>
  isToldPlural(field, i) && layout.gap[i + 1] === 0 && (field.pos[i + 1] === "VERB" || field.pos[i + 1] === "AUX");

const nounAhead = (view: View, i: number): boolean =>
  i + 1 < view.sentence.toWord &&
  view.layout.gap[i + 1] === 0 &&
  (isNounLike(view.field.pos[i + 1]) || view.field.pos[i + 1] === "VERB");

export const isNounLike = (pos: string | undefined): boolean => pos === "NOUN" || pos === "PROPN" || pos === "ADJ";

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

const hyphen = ({ field }: View, i: number): boolean =>
  i > 0 && field.text.charCodeAt(field.words.start[i]! - 1) === HYPHEN;
const HYPHEN = 45;

/** Participles that may describe the noun before them. */
export const PARTICIPLE =
  /^(\p{L}{2,}ed|held|sent|taken|caught|born|made|shot|hit|left|kept|found|seen|known|written|unsealed)$/u;

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
  if (norm.endsWith("ing") || hyphen(view, i)) return false;
  const before = i > sentence.fromWord ? field.norm[i - 1]! : "";
  return before !== "to" && !isParticipleAdjective(view, i);
}

export function hasVerb(view: View, range: WordRange): boolean {
  for (let i = range.from; i < range.to; i++) if (isFiniteVerb(view, i)) return true;
  return false;
}
