import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { headEnd } from "./sourceHead.ts";
import type { View, WordRange } from "./view.ts";
import { PRONOUNS } from "./wordKinds.ts";
import { wordSet } from "./verbHit.ts";

/** What evidence and events do as well as people: "the crater suggests", "sales added", "the storm threatened". */
const DONE_BY_THINGS = wordSet(
  "show reveal underscore underline highlight demonstrate indicate suggest confirm imply signal add threaten continue answer expose hint repeat echo reaffirm blast",
);
/** Written and spoken things that speak for whoever made them. */
const WRITTEN = wordSet(
  "data figures estimates estimate documents files records tweet post article text message email memo transcript recording book interview poll polls survey surveys research findings",
);
const PERSON =
  /(?:ist|ists|ian|ians|man|men|woman|women|person|people|persons|ees?|folk|counterparts?|colleagues?|predecessor|successor)$/;

/** The subject is a thing that cannot speak, and the verb may do without speech: the outlet's own statement. */
export function saysNothing(view: View, source: WordRange & { antecedent?: WordRange | null }, lemma: string): boolean {
  const { field, roles } = view;
  const range = source.antecedent ?? source;
  const end = headEnd(field, range);
  if (end < range.to && isMatter(field, end)) return true;
  if (!DONE_BY_THINGS.has(lemma) && lemma !== "hint at") return false;
  const head = field.norm[end - 1]!;
  if (PRONOUNS.has(head) || WRITTEN.has(head) || PERSON.test(head)) return head === "it";
  if (field.words.capital[end - 1] === true || field.pos[end - 1] !== "NOUN") return false;
  if (roles.kindOf(field, end - 1) !== null) return false;
  return !field.mentions.some((m) => !m.adjective && m.endWord === end);
}

/** "the terms of the deal", "the displacement of people": what a noun before "of", at word `of`, names says nothing. */
export const isMatter = ({ norm, words }: Field, of: number): boolean =>
  norm[of] === "of" && words.capital[of - 1] !== true && MATTERS.get(words.id[of - 1]!) === 1;
const MATTERS = new Remembered(numbering, (norm) =>
  /^(?:terms|details|standards|turnouts?|importance|cases|proof|plans|range|series|styles?|stages|kinds|lack|loss|fate|acts?|urgency|cornerstone|areas?|signs?|prospect|principles?|(?:displace|deploy|move|treat|involve|develop|improve|ship)ment|(?:aware|readi|willing|weak)ness)$/.test(
    norm,
  )
    ? 1
    : 0,
);
