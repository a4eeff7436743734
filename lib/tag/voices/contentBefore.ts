import type { ReportVerb } from "#lib/domain/codebook.ts";
import { opensQuote } from "./asides.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb } from "./wordClass.ts";
import { DAYS } from "./wordKinds.ts";
import type { Subject } from "./subject.ts";
import { ADDRESSED, ASIDE, wordSet, type VerbHit } from "./verbHit.ts";

/** Verbs that stand before their subject: "…," wrote the minister. */
export const INVERTS = wordSet(
  "say write report add state note claim argue explain announce believe conclude reply respond ask continue remark comment recall insist warn declare tweet post confirm admit reiterate suggest observe quip joke agree counter stress emphasize emphasise predict read shout chant lament complain testify describe",
);

/** What stands before the source in its sentence and can be what was said: at least three words, closed by a mark. */
export function leftContent(view: View, before: number): WordRange | null {
  const { layout, sentence } = view;
  const closed = layout.gap[before]! & (GAP.comma | GAP.quote | GAP.dash | GAP.stop);
  // "“Is that news? No,” she wrote": the last word of a longer quotation is enough.
  const rest = before - sentence.fromWord === 1 && sentence.fromWord > 0 && layout.quoteOf[sentence.fromWord]! >= 0;
  const longer = rest && layout.quoteOf[sentence.fromWord - 1] === layout.quoteOf[sentence.fromWord];
  if (closed === 0 || (before - sentence.fromWord < 2 && !longer)) return null;
  return { from: sentence.fromWord, to: before };
}

export const endsAsQuote = (view: View, left: WordRange): boolean => view.layout.quoteOf[left.to - 1]! >= 0;

/** Whether the words before the source are what was said, or only lead in ("On Friday, …"). */
export function isTrailing(
  view: View,
  hit: VerbHit,
  verb: ReportVerb,
  left: WordRange,
  content: WordRange | null,
): boolean {
  const that = content !== null && view.field.norm[content.from - 1] === "that";
  // "… at this point,” Berg argued that …": the quotation before was somebody's already.
  if (that && content.from - 1 === hit.to) return false;
  if (endsAsQuote(view, left)) return true;
  // "Just before it ended, both agreed to extend it".
  if (that || (view.field.norm[hit.to] === "to" && view.layout.gap[hit.to] === 0)) return false;
  if (content !== null && !(ADDRESSED.has(verb.lemma) && content.to - content.from < 3)) return false;
  if (verb.needsClause && hit.to < view.sentence.toWord && (view.layout.gap[hit.to]! & BREAK) === 0) {
    if (!ASIDE.has(view.field.norm[hit.to]!) && !DAYS.has(view.field.norm[hit.to]!)) return false;
  }
  // "Boat one mile from harbour, mayor warns": headlines leave verbs out.
  const headline = view.field.in === "title" && hit.to >= view.sentence.toWord;
  if (headline || told(view, left, hit) || hasFinite(view, left)) return true;
  return interrupts(view, hit.to) || stepsIn(view, left, hit.to);
}

/** "For the town, he noted, half a year is long": who speaks stands between the lead of a clause and the clause. */
function stepsIn(view: View, left: WordRange, at: number): boolean {
  const { field, layout, sentence } = view;
  if (sentence.toWord - at < 4 || layout.gap[at] !== GAP.comma || field.pos[left.from] !== "ADP") return false;
  if (/^(?:ADP|SCONJ|CCONJ|VERB|PUNCT)$/.test(field.pos[at]!)) return false;
  if (/^(?:that|who|whom|whose|which|according|as|not)$|ing$/.test(field.norm[at]!)) return false;
  for (let i = at + 1; i < sentence.toWord && (layout.gap[i]! & BREAK) === 0; i++)
    if (isFiniteVerb(view, i)) return true;
  return false;
}

/** "There, she said, the boats lay": speech on both sides of who says it, told as such by the commas. */
export function insertedCue(view: View, subject: Subject, hit: VerbHit): WordRange[] | null {
  const { layout, sentence } = view;
  const { from } = subject;
  const { to } = hit;
  if (subject.antecedent || from === sentence.fromWord || to + 2 >= sentence.toWord) return null;
  if (layout.gap[from] !== GAP.comma || layout.gap[to] !== GAP.comma || !INSERTED.has(hit.rule.verb.lemma)) return null;
  if (/^(?:and|but|who|which|while|as|so|or)$|ing$/.test(view.field.norm[to]!)) return null;
  const rest = { from: to, to: sentence.toWord };
  return hasFinite(view, rest) ? [{ from: sentence.fromWord, to: from }, rest] : null;
}
/** Verbs that stand with their subject between commas inside what is said. */
const INSERTED = wordSet("say add explain argue believe claim insist note state tell recall write");

/** "All of them share the blame for it, he argued": whole though the tagger sees no verb in it. */
function told({ field, layout }: View, { from, to }: WordRange, hit: VerbHit): boolean {
  if (to - from < 6 || hit.from !== to + 1 || !/^(?:he|she|they)$/.test(field.norm[to]!)) return false;
  return (layout.gap[to]! & GAP.comma) !== 0 && /^(?:DET|PRON|PROPN|NOUN)$/.test(field.pos[from]!);
}

/** '"…," her wife, Ada, said': words between the quotation and the subject, without a verb, that belong to who says it. */
export function namedBehind(view: View, { from, to }: WordRange): WordRange | null {
  const { field, layout } = view;
  let start = to;
  while (start > from && layout.quoteOf[start - 1]! < 0) start--;
  if (start === from || start === to || (layout.gap[start]! & GAP.comma) === 0 || to - start > 12) return null;
  if (!/^(?:DET|PRON|NOUN|PROPN|ADJ)$/.test(field.pos[start]!)) return null;
  return hasFinite(view, { from: start, to }) ? null : { from: start, to };
}

/** "The first list, she said, is long": speech goes on with its verb behind the comma. */
const interrupts = (view: View, at: number): boolean =>
  at < view.sentence.toWord && view.layout.gap[at] === GAP.comma && isFiniteVerb(view, at);

function hasFinite(view: View, range: WordRange): boolean {
  for (let i = range.from; i < range.to; i++) if (isFiniteVerb(view, i) || isContracted(view, i)) return true;
  return false;
}

/** "he's late", "that's all": the verb stands in the gap. */
const isContracted = ({ field, layout }: View, i: number): boolean =>
  i > 0 &&
  (layout.gap[i]! & GAP.possessive) !== 0 &&
  /^(?:he|she|it|that|there|what|who|here)$/.test(field.norm[i - 1]!);

/** "…," said Andrew Adams, director of …: the phrase behind the verb. */
export function invertedSubject(
  view: View,
  hit: VerbHit,
  group: number,
  left: WordRange,
  content: WordRange | null,
): Subject | null {
  const { layout } = view;
  if (!endsAsQuote(view, left) && !hasFinite(view, left)) return null;
  if (content !== null && view.field.norm[content.from - 1] === "that") return null;
  if (/^(last|this|next)$/.test(view.field.norm[hit.to] ?? "")) return null;
  if (group !== hit.from || hit.to >= view.sentence.toWord || (layout.gap[hit.to]! & BREAK) !== 0) return null;
  if (view.field.norm[hit.to] === "that") return null;
  const phrase = phraseBeginning(view, hit.to);
  if (!phrase) return null;
  const next = phrase.to;
  // "…, described Chilean “mercenaries”": the quotation belongs to the phrase.
  if (next < view.sentence.toWord && layout.marked[next] === 1 && (layout.gap[next]! & ~GAP.quote) === 0) return null;
  if (next < view.sentence.toWord && (layout.gap[next]! & BREAK) === 0) {
    // "wrote an op-ed": the phrase goes on behind a hyphen.
    if (isFiniteVerb(view, next) || view.field.text[view.field.words.start[next]! - 1] === "-") return null;
  }
  return { ...phrase, antecedent: null, adjacent: true };
}

/** Word behind the verb, its addressee and "on Friday", where split speech may go on. */
export function afterAside(view: View, hit: VerbHit, verb: ReportVerb): number {
  let at = hit.to;
  if (ADDRESSED.has(verb.lemma) && at < view.sentence.toWord && (view.layout.gap[at]! & BREAK) === 0) {
    at = phraseBeginning(view, at)?.to ?? at;
  }
  while (at < view.sentence.toWord && (view.layout.gap[at]! & BREAK) === 0) at++;
  return at;
}

/** Second half of split speech: "C1, X said, C2"; participles and asides do not continue it. */
export function continuation(view: View, at: number, left: WordRange): WordRange | null {
  const { field, layout, sentence } = view;
  for (let i = at; i < sentence.toWord; i++) if (opensQuote(view, i)) return { from: i, to: sentence.toWord };
  if (at >= sentence.toWord || endsAsQuote(view, left) || (layout.gap[at]! & GAP.comma) === 0) return null;
  const norm = field.norm[at]!;
  if (norm.endsWith("ing") || norm === "according" || norm === "who" || norm === "which" || norm === "as") return null;
  const range = { from: at, to: sentence.toWord };
  return range.to - range.from >= 4 && hasFinite(view, range) ? range : null;
}

/** "as they declared the end of it": an act told beside another, no report of it. */
function takesObject({ field, layout, sentence }: View, { to, rule }: VerbHit): boolean {
  if (to >= sentence.toWord || (layout.gap[to]! & BREAK) !== 0 || ADDRESSED.has(rule.verb.lemma)) return false;
  return /^(?:DET|NOUN|ADJ|NUM)$/.test(field.pos[to]!) && !ASIDE.has(field.norm[to]!) && !DAYS.has(field.norm[to]!);
}

/** "As X pointed out in an interview, C" and "C, as X said": what stands outside the as-clause. */
export function asLead(view: View, subject: Subject, hit: VerbHit): WordRange | null {
  const { field, layout, sentence } = view;
  const as = subject.from - 1;
  if (as < sentence.fromWord || field.norm[as] !== "as" || /^(?:see|continue)$/.test(hit.rule.verb.lemma)) return null;
  if (hit.to < sentence.toWord && field.norm[hit.to] === "that" && (layout.gap[hit.to]! & BREAK) === 0) return null;
  if (takesObject(view, hit)) return null;
  if (as - sentence.fromWord > 3) {
    return (layout.gap[as]! & GAP.comma) !== 0 ? { from: sentence.fromWord, to: as } : null;
  }
  for (let i = hit.to; i < sentence.toWord && i - hit.to < 15; i++) {
    if ((layout.gap[i]! & (GAP.comma | GAP.colon)) !== 0) return { from: i, to: sentence.toWord };
  }
  return null;
}
