import { leftContent } from "./contentBefore.ts";
import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning, phraseEnding } from "./nounPhrase.ts";
import { groupStart, mainSubject, nearestSubject, subjectOf } from "./subject.ts";
import { headEnd } from "./sourceHead.ts";
import { saysNothing } from "./things.ts";
import { reported, wordSet, type VerbHit } from "./verbHit.ts";
import type { View, WordRange } from "./view.ts";

const GERUND_LEAD = wordSet("by for of in while after before and");
/** Not speech in the -ing form: "considering sending troops", "thinking twice". */
const THOUGHTS = wordSet(
  "believe think expect want consider wonder doubt assume realise realize assess reckon anticipate suspect learn find",
);
const NAMES = /^(?:call|describe|brand|label|dub|denounce)$/;
const PEOPLE = wordSet("he she they him her them");
/** "a letter urging …": what is written or spoken speaks for the subject of its sentence. */
const WRITTEN = wordSet(
  "speech letter statement appeal video article column tweet post message note interview address report document petition email memo essay declaration resolution",
);
/** What an event does as well as a speaker: "the bomb went off, suggesting that". */
const SHOWS = wordSet("suggest indicate show confirm imply reveal underscore highlight demonstrate signal");

/** An attribution by an -ing form, ", adding that", "a letter urging", "with Chile warning"; or null. */
export function participle(
  view: View,
  hit: VerbHit,
  group: number,
  content: WordRange | null,
  earlier: readonly Found[],
): Found | null {
  const { field, layout, sentence } = view;
  const { lemma } = hit.rule.verb;
  const quoted = quotedAs(view, hit, group, content);
  if (quoted) return quoted;
  if (!content || THOUGHTS.has(lemma)) return null;
  const joined = (layout.gap[group]! & BREAK) === 0;
  const before = group > sentence.fromWord ? field.norm[group - 1]! : "";
  const inner = joined && group > sentence.fromWord && !GERUND_LEAD.has(before);
  if (inner && !/^(NOUN|PROPN|NUM|PRON|ADV)$/.test(field.pos[group - 1]!)) return null;
  const nearest = inner ? phraseEnding(view, group - 1) : null;
  // "condemned the catch calling it a crime".
  const names = NAMES.test(lemma) && /^(?:it|him|her|them)$/.test(field.norm[hit.to] ?? "");
  const namer = inner && names ? mainSubject(view, group) : null;
  if (namer) return reported(view, namer, hit, [content], group, 0.7);
  const led = nearest && field.norm[nearest.from - 1] === "with" ? nearest : null;
  const writing = nearest !== null && WRITTEN.has(field.norm[nearest.to - 1]!);
  if (inner && !led && !writing && !(nearest && PEOPLE.has(field.norm[nearest.to - 1]!))) return null;
  // "voted for a resolution condemning it": what is taken up was written by others.
  const taken = writing && !led ? takenUp(view, nearest) : null;
  if (taken) return reported(view, taken, hit, [content], group, 0.7);
  // Who acts beside another, "with Chile slamming it, the firm gave in, saying", does not go on.
  const beside = earlier.at(-1)?.source;
  if (!inner && !beside && (SHOWS.has(lemma) || lemma === "hint at") && happened(view, group, lemma)) return null;
  const main = beside && field.norm[beside.from - 1] !== "with" ? null : mainSubject(view, group);
  // "The fear grew when Berg made calls, alleging that": who acts alleges, not the fear.
  const nearer = !inner && main && isThing(view, main) ? nearestSubject(view, group) : null;
  if (nearer && !isThing(view, nearer)) return reported(view, nearer, hit, [content], group, 0.75);
  const source = led ?? (main && beside && main.from < beside.from ? beside : (main ?? beside)) ?? null;
  if (!source && group > sentence.fromWord) return null;
  const who = source ?? subjectAhead(view, hit.to);
  return who ? reported(view, who, hit, [content], group, 0.8) : null;
}

const QUOTES = /^(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$/;

/** "the agency quoted Berg as saying that C", "C, Berg was quoted as saying": who is quoted speaks, not who quotes. */
function quotedAs(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field, sentence } = view;
  const as = group - 1;
  if (as - 2 < sentence.fromWord) return null;
  if (field.norm[as] !== "as") return overheard(view, hit, group, content);
  const passive = field.norm[as - 1] === "quoted" || field.norm[as - 1] === "cited";
  const who = passive ? subjectOf(view, groupStart(view, as - 1)) : phraseEnding(view, as - 1);
  if (!who || (!passive && !QUOTES.test(field.norm[who.from - 1] ?? ""))) return null;
  if (content) return reported(view, who, hit, [content], group, 0.8);
  const first = passive ? who : phraseEnding(view, groupStart(view, who.from - 1) - 1);
  const left = first ? leftContent(view, first.from) : null;
  return left ? reported(view, who, hit, [left], group, 0.8) : null;
}

const HEARD = /^(?:heard|seen|filmed|recorded|caught|overheard|pictured)$/;
const HEARS = /^(?:report|quot|cit|hear|record|film|show)\p{L}*$/u;

/** "a sailor can be heard shouting: C", "C, the agency reported him saying": who is heard speaks. */
function overheard(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field } = view;
  const before = group - 1;
  if (content && HEARD.test(field.norm[before]!) && /^(?:be|been|was|were|is|are)$/.test(field.norm[before - 1]!)) {
    const who = subjectOf(view, groupStart(view, before));
    return who && reported(view, who, hit, [content], group, 0.8);
  }
  if (!/^(?:him|them)$/.test(field.norm[before]!) || !HEARS.test(field.norm[before - 1]!)) return null;
  const who = { from: before, to: group };
  if (content) return reported(view, who, hit, [content], group, 0.8);
  const teller = phraseEnding(view, groupStart(view, before - 1) - 1);
  const left = teller ? leftContent(view, teller.from) : null;
  return left && reported(view, who, hit, [left], group, 0.8);
}

/** The writing itself where "of", "for", "against" or "to" governs it; null where its author is told of. */
function takenUp({ field }: View, { from, to }: WordRange): WordRange | null {
  for (let i = to - 2; i >= from - 1 && i >= 0; i--) {
    if (/^(?:of|for|against|to)$/.test(field.norm[i]!)) return { from: i + 1, to };
    if (field.pos[i] === "ADP") return null;
  }
  return null;
}

/** A common noun that is no role: "the fear". */
function isThing({ field, roles }: View, range: WordRange): boolean {
  const last = headEnd(field, range) - 1;
  return field.pos[last] === "NOUN" && field.words.capital[last] !== true && roles.kindOf(field, last) === null;
}

/** The last thing told before is what a thing did: it shows something, and nobody says it. */
function happened(view: View, group: number, lemma: string): boolean {
  const nearest = nearestSubject(view, group);
  return nearest !== null && saysNothing(view, nearest, lemma);
}

function subjectAhead(view: View, from: number): WordRange | null {
  for (let i = from; i < view.sentence.toWord; i++) {
    if ((view.layout.gap[i]! & GAP.comma) !== 0 && view.layout.quoteOf[i]! < 0) return phraseBeginning(view, i);
  }
  return null;
}
