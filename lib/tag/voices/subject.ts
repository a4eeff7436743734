import { isName, whoSpeaks, withName } from "./descriptions.ts";
import { genderOfName } from "./givenNames.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseEnding } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb, PARTICIPLE } from "./wordClass.ts";
import { isAdverb, isAuxiliary, isPlainDay, RELATIVES } from "./wordKinds.ts";

/** Who performs a verb: the words of the source, and where a relative pronoun stands for it, its antecedent. */
export interface Subject extends WordRange {
  antecedent: WordRange | null;
  /** Next to the verb group, or found further off in the clause. */
  adjacent: boolean;
}

/** First word of the verb group that ends with word `verb`: auxiliaries and adverbs before it, without a break. */
export function groupStart(view: View, verb: number): number {
  const { field, layout, sentence } = view;
  let from = verb;
  while (from > sentence.fromWord && (layout.gap[from]! & BREAK) === 0) {
    const time = timeBefore(view, from);
    if (time === 0 && !isAuxiliary(field, from - 1) && !isAdverb(view, from - 1)) break;
    from -= Math.max(1, time);
  }
  return from;
}

/** Words of "on Tuesday", "last week", "so far" or "yesterday" before word `at`, 0 where none stand there. */
function timeBefore(view: View, at: number): number {
  const { field, layout, sentence } = view;
  // "Officials yesterday said".
  if (at - 1 > sentence.fromWord && isPlainDay(field, at - 1)) return 1;
  if (at - 2 <= sentence.fromWord || layout.gap[at - 1] !== 0 || layout.gap[at - 2] !== 0) return 0;
  const [first, second] = [field.norm[at - 2]!, field.norm[at - 1]!];
  if (first === "on" && second.endsWith("day") && second.length > 5) return 2;
  if (first === "so" && second === "far") return 2;
  return (first === "last" || first === "this") && /^(week|month|year|summer|autumn|winter|spring)$/.test(second)
    ? 2
    : 0;
}

/** The subject of a verb group that starts at word `group`, or null. */
export function subjectOf(view: View, group: number): Subject | null {
  const { field, layout, sentence } = view;
  const last = group - 1;
  if (last < sentence.fromWord) return null;
  const gap = layout.gap[group]! & BREAK;
  if (gap === 0) {
    const norm = field.norm[last]!;
    if (RELATIVES.has(norm) && last > sentence.fromWord) return relativeSubject(view, last);
    if (norm === "and" || norm === "but" || norm === "then" || norm === "or") {
      const loose = (layout.gap[last]! & BREAK) !== 0;
      return (loose ? null : nearestSubject(view, last)) ?? mainSubject(view, last);
    }
    const released =
      field.pos[last] === "VERB" && field.pos[last - 1] === "NOUN" && PUBLISHED.test(norm) ? last - 1 : last;
    const phrase = phraseEnding(view, released);
    return phrase ? subject(withName(view, { from: phrase.from, to: group }), true) : null;
  }
  if ((gap & ~(GAP.comma | GAP.bracket | GAP.dash)) !== 0) return null;
  return apposed(view, group);
}

/** "a report released on Friday said". */
const PUBLISHED = /^(?:released|published|issued|posted|obtained|seen|leaked|broadcast|aired)$/;

const subject = ({ from, to }: WordRange, adjacent: boolean): Subject => ({ from, to, antecedent: null, adjacent });

function relativeSubject(view: View, at: number): Subject | null {
  const antecedent = phraseEnding(view, at - 1);
  if (!antecedent) return null;
  const who = view.field.norm[at] === "who" ? whoSpeaks(view, antecedent) : antecedent;
  return { from: at, to: at + 1, antecedent: withName(view, who), adjacent: true };
}

/** "Kortunov, an expert at the club, said": the phrase before the inserted part, with it. */
function apposed(view: View, group: number): Subject | null {
  const { field, layout, sentence } = view;
  const first = field.norm[group]!;
  if (first === "and" || first === "but") return null;
  for (let i = group - 1; i > sentence.fromWord && group - i < 40; i--) {
    if (layout.quoteOf[i]! >= 0) return null;
    if ((layout.gap[i]! & (GAP.stop | GAP.semicolon | GAP.colon)) !== 0) return null;
    if ((layout.gap[i]! & (GAP.comma | GAP.bracket | GAP.dash)) === 0) continue;
    const opens = field.norm[i]!;
    if (opens === "and" || opens === "but") return mainSubject(view, group);
    const phrase = phraseEnding(view, i - 1);
    if (!phrase) continue;
    if (isClauseOpener(view, phrase.from) && isName(view, { from: i, to: group }))
      return subject({ from: i, to: group }, true);
    if (isClauseOpener(view, phrase.from) || isAffiliation(view, phrase)) continue;
    const aside = INSERTED.test(opens);
    if (aside) return subject({ from: withName(view, phrase).from, to: phrase.to }, true);
    const relative = opens === "who" || opens === "whose" || opens === "which";
    if (!relative && hasFiniteVerb(view, i, group)) return null;
    return subject({ from: withName(view, phrase).from, to: group }, true);
  }
  return null;
}

/** Behind a comma these open an aside on when or why somebody speaks: ", in his nightly address,", ", asked about it,". */
const INSERTED = /^(?:in|during|asked|pressed|quizzed|questioned|contacted|named|identified|known)$/;

/** "In Paris, the ministry, …": a phrase right after a preposition that opens the clause is no subject. */
function isClauseOpener(view: View, from: number): boolean {
  const { field, sentence } = view;
  return from > sentence.fromWord && field.pos[from - 1] === "ADP";
}

/** "R-Ohio", "(D-N.J.)", "67", "of Exeter": an insertion between a name and the rest of its apposition. */
function isAffiliation(view: View, phrase: WordRange): boolean {
  const { field, layout, sentence } = view;
  if (phrase.from === sentence.fromWord) return false;
  if ((layout.gap[phrase.from]! & GAP.bracket) !== 0) return true;
  if ((layout.gap[phrase.from]! & GAP.comma) === 0) return false;
  const first = field.norm[phrase.from]!;
  // "Ada Berg, from Poole, Dorset,": the second half of a place.
  const single = field.words.capital[phrase.from] === true && (layout.gap[phrase.from + 1] ?? 0) !== 0;
  const place = single ? phraseEnding(view, phrase.from - 1) : null;
  const from = place && place.to === phrase.from && isClauseOpener(view, place.from) ? place.from - 1 : 0;
  if (from > view.sentence.fromWord && (layout.gap[from]! & GAP.comma) !== 0) return true;
  return (
    field.pos[phrase.from] === "NUM" || /^\d/.test(first) || first === "of" || (first.length === 1 && first !== "a")
  );
}

/** A finite verb of its own: those of a relative clause belong to that. */
function hasFiniteVerb(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (/^(?:who|whose|which)$/.test(view.field.norm[i]!) && (view.layout.gap[i]! & BREAK) === 0) return false;
    if (i > from && isReduced(view, i)) continue;
    if (isFiniteVerb(view, i)) return true;
  }
  return false;
}

/** "a group based in Paris", "the calm shown by many": a participle that describes the noun before it. */
function isReduced({ field, layout }: View, i: number): boolean {
  if ((layout.gap[i]! & ~GAP.quote) !== 0 || field.pos[i + 1] !== "ADP") return false;
  // "a man from Ireland identified only as Paul".
  if (/^(?:identified|named|known|described)$/.test(field.norm[i]!) && field.norm[i + 1] === "as") return true;
  if (field.pos[i - 1] !== "NOUN") return false;
  const norm = field.norm[i]!;
  if (field.norm[i + 1] === "by" && !(field.norm[i + 2] ?? "ing").endsWith("ing") && PARTICIPLE.test(norm)) return true;
  return /^(?:based|led|run|founded|headed|owned|backed|funded|created|formed|known|located|held|set|left|taken|posed)$/.test(
    norm,
  );
}

/** Subject of the last finite verb before word `before` that stands outside that-, which- and who-clauses. */
export function nearestSubject(view: View, before: number): Subject | null {
  const { field, layout, sentence } = view;
  for (let i = before - 1; i > sentence.fromWord; i--) {
    if (layout.quoteOf[i]! >= 0) return null;
    if (layout.marked[i] === 1 || !isFiniteVerb(view, i) || isReduced(view, i)) continue;
    const group = groupStart(view, i);
    const phrase =
      (layout.gap[group]! & BREAK) === 0 && group > sentence.fromWord ? phraseEnding(view, group - 1) : null;
    if (!phrase) return null;
    const lead = phrase.from > sentence.fromWord ? field.norm[phrase.from - 1]! : "";
    if (lead === "that" || RELATIVES.has(field.norm[group - 1]!)) return null;
    return subject(phrase, false);
  }
  return null;
}

/**
 * "She said the nets were torn but denied …": behind "and" or "but" who spoke goes on, where what they spoke of is a thing
 * or does its deed in another tense; `spoke` holds the source and the content the verb group stands in.
 */
export function goesOnSpeaking(view: View, group: number, subject: Subject, spoke: WordRange): Subject | null {
  const { field, roles } = view;
  const joins = field.norm[group - 1];
  if ((joins !== "and" && joins !== "but") || subject.adjacent || subject.antecedent) return null;
  const last = subject.to - 1;
  const thing =
    field.pos[last] === "NOUN" &&
    roles.kindOf(field, last) === null &&
    field.words.capital[last] !== true &&
    !field.norm[last]!.endsWith("s");
  let may = false;
  for (let i = subject.to; i < Math.min(group - 1, subject.to + 3); i++)
    may ||= /^(?:will|would|may|might|could|should)$/.test(field.norm[i]!);
  const now = /^(?:is|are)$/.test(field.norm[subject.to] ?? "") && /ed$|^(?:said|told|wrote)$/.test(field.norm[group]!);
  const again = now || (may && !/^(?:will|would|may|might|could|should)$/.test(field.norm[group]!));
  return thing || again ? { from: spoke.from, to: spoke.to, antecedent: null, adjacent: false } : null;
}

/** Subject of the first finite verb before word `before` and outside quotations: for "met X and said", ", adding". */
export function mainSubject(view: View, before: number): Subject | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord + 1; i < before; i++) {
    if (layout.quoteOf[i]! >= 0 || !isFiniteVerb(view, i) || isReduced(view, i)) continue;
    const group = groupStart(view, i);
    if (group === sentence.fromWord) continue;
    const gap = layout.gap[group]! & BREAK;
    const norm = field.norm[group - 1]!;
    if (gap === 0) {
      if (RELATIVES.has(norm)) continue;
      const phrase = phraseEnding(view, group - 1);
      if (phrase && !isClauseOpener(view, phrase.from)) return subject(withName(view, phrase), false);
    } else if ((gap & ~(GAP.comma | GAP.bracket)) === 0) {
      const found = apposed(view, group);
      if (found) return { from: found.from, to: found.to, antecedent: found.antecedent, adjacent: false };
    }
  }
  return null;
}

/** "The club was founded by Ana Rojas": the name behind the "by" of a passive; null where none stands there. */
export function agentOf(view: View): WordRange | null {
  const { field, sentence, layout } = view;
  for (let i = sentence.fromWord + 2; i < sentence.toWord - 1; i++) {
    if (field.norm[i] !== "by" || field.words.capital[i + 1] !== true || field.pos[i - 1] !== "VERB") continue;
    if (!PARTICIPLE.test(field.norm[i - 1]!) || layout.quoteOf[i]! >= 0) continue;
    let to = i + 2;
    while (to < sentence.toWord && to - i < 5 && field.words.capital[to] === true && layout.gap[to] === 0) to++;
    if (to - i < 3 || field.norm[to] === "and") return null;
    const name = field.text.slice(field.words.start[i + 1], field.words.end[to - 1]);
    return genderOfName(name) === null ? null : { from: i + 1, to };
  }
  return null;
}
