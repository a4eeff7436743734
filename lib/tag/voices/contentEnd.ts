import { BREAK, GAP } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb } from "./wordClass.ts";
import { isAdverb, RELATIVES } from "./wordKinds.ts";
import type { Subject } from "./subject.ts";

/** What the outlet names somebody's words by when it adds its own: "…, a claim Paris denies". */
const JUDGED =
  /^(?:claim|claims|allegation|allegations|accusation|accusations|charge|charges|assertion|assertions|statement|suggestion|narrative|version|threat|demand)$/;
/** ", but did not say where". */
const UNSAID = /^(?:say|specify|explain|elaborate|disclose|clarify|comment|confirm|provide|give|offer)$/;
const ALLUDES = /^(?:reference|references|nod|allusion|response|jab|swipe|dig|hint|echo)$/;

/** Where something was said: behind a comma, ", in a statement to reporters". */
const OCCASION =
  /^(?:statement|speech|interview|briefing|address|post|tweet|message|letter|video|article|conference|report|essay|op-ed|column|email|e-mail|call)$/;

/**
 * Content without what the outlet adds behind it: the rest of the main clause, a gloss, an allusion explained.
 * `clause`: the verb reports a clause, so a name alone is not yet what was said.
 */
export function ended(view: View, content: WordRange, subject: Subject | null, clause: boolean): WordRange {
  const { layout } = view;
  let told = !clause || view.field.norm[content.from] === "to";
  const leads = subject !== null && opensLead(view, subject);
  const inserted = subject?.antecedent != null && (layout.gap[subject.from]! & (GAP.comma | GAP.dash)) !== 0;
  for (let i = content.from + 1; i < content.to; i++) {
    if (inserted && !told) told = isFiniteVerb(view, i - 1);
    if ((layout.gap[i]! & (GAP.comma | GAP.dash)) === 0 || layout.quoteOf[i]! >= 0) continue;
    if (
      (inserted && told && resumes(view, i)) ||
      isGloss(view, i) ||
      (leads && !opensInside(view, content.from, i) && isMain(view, i))
    )
      return { from: content.from, to: i };
  }
  return content;
}

const SUBORDINATES = /^(?:while|as|after|when|although|though|since|because|before|once|if|whereas)$/;
/** "While Chile hailed the catch, Norway …", "Now, as Chile says …": the sentence opens with the clause of this subject. */
function opensLead({ field, sentence }: View, { from }: Subject): boolean {
  let at = from - 1;
  while (at > sentence.fromWord && !SUBORDINATES.test(field.norm[at]!) && from - at < 5) at--;
  return at >= sentence.fromWord && at - sentence.fromWord <= 2 && SUBORDINATES.test(field.norm[at]!);
}

/** "that boats wait in case it rains, nets lie …": the comma closes a clause that opened inside what is said. */
function opensInside({ field }: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:if|case|when|unless|because|once|while)$/.test(field.norm[i]!)) return true;
  return false;
}

/** The main clause begins at word `at`: a noun phrase and its verb, before anything else that takes one. */
function isMain(view: View, at: number): boolean {
  const { field, layout, sentence } = view;
  if (!/^(?:NOUN|PROPN|DET|PRON|ADJ|NUM)$/.test(field.pos[at]!)) return false;
  for (let i = at; i < sentence.toWord && (i === at || (layout.gap[i]! & BREAK) === 0); i++) {
    if (RELATIVES.has(field.norm[i]!) || isConjunction(field.norm[i]!)) return false;
    // What will be is known from whoever spoke of it.
    if (i > at && isFiniteVerb(view, i)) return field.norm[i] !== "will";
  }
  return false;
}
const isConjunction = (norm: string): boolean => /^(?:and|or|but|as|if|because|when|while)$/.test(norm);

/** "Chile, which calls it a trap, has left": behind the comma the verb of the main clause. */
function resumes(view: View, at: number): boolean {
  let i = at;
  while (i < view.sentence.toWord && (i === at || (view.layout.gap[i]! & BREAK) === 0) && isAdverb(view, i)) i++;
  return i < view.sentence.toWord && (i === at || view.layout.gap[i] === 0) && isFiniteVerb(view, i);
}

/** ", a claim Paris denies", ", in an apparent reference to", ", apparently referring to". */
function isGloss({ field, layout, sentence }: View, at: number): boolean {
  const { norm, pos } = field;
  const limit = Math.min(sentence.toWord, at + 6);
  const first = norm[at]!;
  if (first === "according") return norm[at + 1] === "to";
  if (first === "but" || first === "and" || first === "though") {
    for (let i = at + 1; i < limit; i++)
      if (/^(?:not|never)$|n't$/.test(norm[i]!))
        return UNSAID.test(norm[i + 1] ?? "") || UNSAID.test(norm[i + 2] ?? "");
    return false;
  }
  if (first === "which") return denied(norm, at + 1, limit);
  if (first === "in" || first === "during" || first === "at" || first === "on") {
    const article = /^(?:an?|his|her|its|their|the)$/.test(norm[at + 1] ?? "") ? 1 : 0;
    const noun = at + 1 + article;
    const described = pos[noun] === "ADJ" ? noun + 1 : noun;
    if (article === 1 && OCCASION.test(norm[described] ?? "")) return true;
  }
  if (first === "in" || first === "as") {
    for (let i = at + 1; i < limit && (layout.gap[i]! & BREAK) === 0; i++) {
      if (ALLUDES.test(norm[i]!)) return norm[i + 1] === "to" || norm[i + 1] === "at";
      if (!/^(?:DET|ADJ|ADV)$/.test(pos[i]!)) return false;
    }
    return false;
  }
  if (first === "referring" || norm[at + 1] === "referring") return first === "referring" || pos[at] === "ADV";
  if (first !== "a" && first !== "an") return false;
  for (let i = at + 1; i < limit && (layout.gap[i]! & BREAK) === 0; i++) {
    if (JUDGED.test(norm[i]!)) return denied(field.norm, i + 1, sentence.toWord);
    if (pos[i] !== "ADJ") return false;
  }
  return false;
}

const denied = (norm: readonly string[], from: number, to: number): boolean =>
  norm
    .slice(from, Math.min(to, from + 12))
    .some((n) => /^(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|disput\w+|refut\w+|calls?|called)$/.test(n));
