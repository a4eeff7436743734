import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";
import { byPhrase, type Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning } from "./nounPhrase.ts";
import { headEnd } from "./sourceHead.ts";
import type { View, WordRange } from "./view.ts";
import { hasVerb, isFiniteVerb, PARTICIPLE } from "./wordClass.ts";

/** What deeds are done by, and nobody says. */
const GUIDE = /^(?:plans?|schedule|script|laws?|rules|procedures?|proceedings|terms)$/;

/** "According to police, …", "…, as confirmed by the ministry": who stands behind the phrase, what they say around it. */
export function according(view: View, hit: PhraseHit<CueRule>): Found | null {
  const { field, sentence } = view;
  if (hit.to >= sentence.toWord) return null;
  const who = describedSource(view, phraseBeginning(view, hit.to) ?? bareSource(view, hit.to));
  if (!who || guides(view, who)) return null;
  const source = { from: who.from, to: sourceEnd(view, who.to) };
  const content = contentAround(view, hit.from, source.to).filter((r) => r.to - r.from >= 2);
  if (content.length === 0) return null;
  const cue = { from: hit.from, to: hit.to };
  const own = /^(our|my|us|me)$/.test(field.norm[hit.to]!);
  return byPhrase(view, "according", 0.9, { source, cue, content, own });
}

/** "according to the letter of the law"; "Ana Rojas, a lecturer in law" is somebody. */
function guides({ field }: View, who: WordRange): boolean {
  const head = headEnd(field, who);
  if (GUIDE.test(field.norm[head - 1]!)) return true;
  const apposed = field.words.capital[head - 1] === true && field.text[field.words.end[head - 1]!] === ",";
  return !apposed && GUIDE.test(field.norm[who.to - 1]!);
}

/** Where the words that describe a source end, from word `end` on: at a mark, a verb or the article of what comes next. */
function sourceEnd(view: View, end: number): number {
  const { layout, sentence } = view;
  let to = end;
  while (to < sentence.toWord && (layout.gap[to]! & (BREAK & ~GAP.bracket)) === 0 && describes(view, to)) to++;
  return to;
}

function describes(view: View, i: number): boolean {
  const { norm, pos, words } = view.field;
  const noun = pos[i - 1] === "NOUN";
  // "pictures taken by a firm, ": a participle goes on describing the source.
  if (isFiniteVerb(view, i)) return noun && PARTICIPLE.test(norm[i]!) && pos[i + 1] === "ADP";
  const article = /^(?:the|an?)$/.test(norm[i]!) && words.capital[i] !== true;
  return !(article && (noun || pos[i - 1] === "PROPN"));
}

/** What is told: behind a phrase that opens its clause, else before it, and behind the source where the clause goes on. */
function contentAround(view: View, from: number, end: number): WordRange[] {
  const { field, layout, sentence } = view;
  const relayed = field.norm[from] === "as" || field.norm[from] === "we";
  const rest = { from: end, to: sentence.toWord };
  if (opensClause(view, from) && !relayed) return [rest];
  const start = clauseStart(view, from);
  const before = { from: start, to: from };
  const resumes = end < sentence.toWord && (layout.gap[end]! & GAP.comma) !== 0 && !startsNewClause(view, end);
  // Behind a closed quotation the phrase names its speaker, and what follows describes them.
  const closed = (layout.gap[from]! & GAP.quote) !== 0;
  return start === sentence.fromWord && resumes && !closed && hasVerb(view, rest) ? [before, rest] : [before];
}

function opensClause({ field, sentence }: View, at: number): boolean {
  if (at - sentence.fromWord <= 1) return true;
  return /^(and|but|that|which|because|while|where|as|who)$/.test(field.norm[at - 1]!);
}

/** "According to police,": the tagger takes some words for verbs that stand between the phrase and a comma. */
function bareSource({ field, layout, sentence, roles }: View, at: number): WordRange | null {
  // "According to court files,": some nouns are taken for verbs.
  if (at + 2 < sentence.toWord && layout.gap[at + 1] === 0 && (layout.gap[at + 2]! & GAP.comma) !== 0) {
    if (field.norm[at + 1]!.endsWith("s")) return { from: at, to: at + 2 };
  }
  const closes = at + 1 >= sentence.toWord || (layout.gap[at + 1]! & BREAK) !== 0;
  const somebody = roles.kindOf(field, at) !== null || /^(?:witnesses|locals|estimates)$/.test(field.norm[at]!);
  return closes && somebody ? { from: at, to: at + 1 } : null;
}

/** "According to the fleet, land, sea and air units moved": what follows the comma may be no description but what is told. */
function describedSource(view: View, who: WordRange | null): WordRange | null {
  if (!who) return null;
  const { field, layout, sentence } = view;
  for (let i = who.from + 1; i < who.to; i++) {
    if ((layout.gap[i]! & GAP.comma) === 0) continue;
    const bare = field.pos[i] === "NOUN" && view.roles.kindOf(field, i) === null && i + 1 === who.to;
    const acts =
      who.to < sentence.toWord && (/^(?:which|who)$/.test(field.norm[who.to]!) || isFiniteVerb(view, who.to));
    return bare || acts ? { from: who.from, to: i } : who;
  }
  return who;
}

/** The clause an "according to" closes: back to a semicolon, or to the sentence's start. */
function clauseStart(view: View, at: number): number {
  for (let i = at - 1; i > view.sentence.fromWord; i--) if ((view.layout.gap[i]! & GAP.semicolon) !== 0) return i;
  return view.sentence.fromWord;
}

const startsNewClause = (view: View, at: number): boolean =>
  /^(and|but|while|who|which|as|although|though|with)$/.test(view.field.norm[at]!) ||
  view.field.norm[at]!.endsWith("ing");
