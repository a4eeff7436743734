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
  if (!DONE_BY_THINGS.has(lemma) && lemma !== "hint at") return false;
  const { field, roles } = view;
  const range = source.antecedent ?? source;
  const end = headEnd(field, range);
  const head = field.norm[end - 1]!;
  if (PRONOUNS.has(head) || WRITTEN.has(head) || PERSON.test(head)) return head === "it";
  if (field.words.capital[end - 1] === true || field.pos[end - 1] !== "NOUN") return false;
  if (roles.kindOf(field, end - 1) !== null) return false;
  return !field.mentions.some((m) => !m.adjective && m.endWord === end);
}
