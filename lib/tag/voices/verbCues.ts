import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import { contentAfter } from "./contentAfter.ts";
import { ended } from "./contentEnd.ts";
import {
  afterAside,
  asLead,
  continuation,
  endsAsQuote,
  INVERTS,
  invertedSubject,
  isTrailing,
  leftContent,
  insertedCue,
  namedBehind,
} from "./contentBefore.ts";
import type { CueRule } from "./cues.ts";
import { cutAtNextCue } from "./cutAtNextCue.ts";
import { isDeed } from "./deeds.ts";
import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning } from "./nounPhrase.ts";
import { participle } from "./participles.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb } from "./wordClass.ts";
import { BE } from "./wordKinds.ts";
import { headEnd } from "./sourceHead.ts";
import { saysNothing } from "./things.ts";
import { goesOnSpeaking, groupStart, subjectOf, type Subject } from "./subject.ts";
import { ADDRESSED, reported, wordSet, type VerbHit } from "./verbHit.ts";
import { isNoReport, looksLikeVerb } from "./verbOrNoun.ts";

/** "stopped short of saying", "without saying", "did not say": who does not say where says nothing. */
const UNSAID = wordSet("say explain specify elaborate disclose reveal mention clarify confirm state announce");
const CONTROL = wordSet("continue continues continued went go goes going on began rushed hastened used likes");
/** Behind these, who is asked or told is no part of what is said. */
const ASKED = wordSet("ask tell inform warn advise instruct remind");
/** "after they realised it was late": told by the outlet, as what happened. */
const FINDS_OUT = wordSet("realise realize learn notice");
const TELLS_WHEN = /^(?:after|when|once|before|until|as|while)$/;
const EAGER = wordSet("swift quick keen eager right careful happy first");

/** Attributions whose cue is a report verb, in reading order. */
export function verbAttributions(view: View, hits: readonly PhraseHit<CueRule>[]): Found[] {
  const verbs = hits.filter(
    (h): h is VerbHit =>
      h.rule.type === "verb" && view.layout.marked[h.from] === 0 && !hits.some((o) => o.from === h.from && o.to > h.to),
  );
  const found: Found[] = [];
  for (const hit of verbs) {
    const made = attributionOf(view, hit, found);
    if (made && !isNobody(view, hit, made)) found.push(made);
  }
  return cutAtNextCue(view, found);
}

/**
 * "an estimated 5,000", "the newly announced plan", "any talks": an article alone speaks nowhere, nor does a year or
 * "a series of Ukrainian counter attacks"; "one would think" is nobody's view.
 */
function isNobody({ field, layout }: View, hit: VerbHit, { source, antecedent }: Found): boolean {
  if (!source || antecedent) return false;
  // '"Moving to clean energy" say those who': a quoted phrase says nothing.
  const quoted = layout.marked[source.from] === 1 && layout.marked[hit.from] === 0;
  if (quoted && field.words.capital[source.to - 1] !== true && hit.from >= source.to) return true;
  const size = source.to - source.from;
  const last = source.to - 1;
  if (size > 2 && field.words.capital[last] === true && !field.norm[last]!.endsWith("s"))
    return field.mentions.some((m) => m.adjective && m.endWord === source.to);
  if (size > 1) return false;
  const norm = field.norm[source.from]!;
  if (/^(?:an?|the|any|no|such|there|me|\d+)$/.test(norm)) return true;
  if (field.pos[source.from] === "NUM" && field.norm[hit.from] === "alleged") return true;
  return (
    (norm === "one" || norm === "you") &&
    /^(would|could|might|can|may|should|must)$/.test(field.norm[hit.from - 1] ?? "")
  );
}

function attributionOf(view: View, hit: VerbHit, earlier: readonly Found[]): Found | null {
  const { field, layout, sentence } = view;
  const { verb } = hit.rule;
  if (isNoReport(view, hit)) return null;
  const norm = field.norm[hit.from]!;
  const ing = norm.endsWith("ing") && norm !== "ing";
  let group = groupStart(view, hit.from);
  const before = group > sentence.fromWord ? field.norm[group - 1]! : "";
  const joined = (layout.gap[group]! & BREAK) === 0;
  const be = hasWord(view, group, hit.from, BE);
  const content = contentAfter(view, hit, verb);
  const closing = leftContent(view, group);

  if (
    isUnsaid(view, hit, group) ||
    isDeed(view, hit, group) ||
    (ASKS.has(verb.lemma) && hasWord(view, group, hit.from, MIGHT))
  )
    return null;
  if (ing && !be) return participle(view, hit, group, content, earlier);
  if (joined && before === "to") {
    const control = group - 2 >= sentence.fromWord ? field.norm[group - 2]! : "";
    const eager = EAGER.has(control) && group - 3 > sentence.fromWord && BE.has(field.norm[group - 3]!);
    if ((!eager && !CONTROL.has(control)) || !content) return null;
    group = groupStart(view, eager ? group - 3 : group - 2);
    if (field.norm[group] === "on" && group > sentence.fromWord) group = groupStart(view, group - 1);
    const subject = subjectOf(view, group);
    return subject ? reported(view, subject, hit, [content], group, 0.8) : null;
  }
  if (be && !ing) return passive(view, hit, group, content) ?? impersonal(view, hit, group, content);
  if (!looksLikeVerb(view, hit, group, content !== null, closing !== null)) return null;

  const inverts = closing !== null && (INVERTS.has(verb.lemma) || saidBefore(view, group, verb.lemma));
  const inverted = inverts ? invertedSubject(view, hit, group, closing, content) : null;
  if (inverted && closing) {
    const right = continuation(view, inverted.to, closing);
    return reported(view, inverted, hit, right ? [closing, right] : [closing], group, 0.95);
  }
  const told = subjectOf(view, group);
  const subject = (told && whoGoesOn(view, group, told, earlier)) ?? told;
  const left = subject ? leftContent(view, subject.antecedent ? subject.antecedent.from : subject.from) : null;
  const trailing =
    left !== null && subject?.antecedent === null && subject.adjacent && isTrailing(view, hit, verb, left, content);
  // "The trucks were sent back, it added": what stands behind all that was said is no thing that shows it.
  const it = subject !== null && (trailing || verb.lemma === "add") && field.norm[subject.from] === "it";
  if (subject && !it && saysNothing(view, subject, verb.lemma)) return null;
  if (subject && FINDS_OUT.has(verb.lemma) && TELLS_WHEN.test(field.norm[subject.from - 1] ?? "")) return null;
  if (!subject || (/^(we|i)$/.test(field.norm[subject.from]!) && verb.lemma === "learn")) return null;
  if (content && field.norm[content.from] === "to" && isReduced(view, subject)) return null;
  if (trailing) {
    const after = afterAside(view, hit, verb);
    const right = continuation(view, after, left);
    const named = namedBehind(view, left);
    const who = named ? { ...subject, from: named.from } : subject;
    const said = named ? { from: left.from, to: named.from } : left;
    return reported(view, who, hit, right ? [said, right] : [said], group, 0.95);
  }
  const between = content === null && subject.adjacent ? insertedCue(view, subject, hit) : null;
  if (between) return reported(view, subject, hit, between, group, 0.9);
  const lead = asLead(view, subject, hit);
  if (lead) return reported(view, subject, hit, [lead], group, 0.85);
  if (!content) return null;
  if (subject.antecedent && isMainClause(view, subject, content)) return null;
  const said = ended(view, content, subject, verb.needsClause);
  if (left && endsAsQuote(view, left)) return reported(view, subject, hit, [left, said], group, 0.9);
  return reported(view, subject, hit, [said], group, subject.adjacent ? 0.9 : 0.75);
}

/** Who spoke before in the sentence, where a verb inside what they said is theirs again. */
function whoGoesOn(view: View, group: number, subject: Subject, earlier: readonly Found[]): Subject | null {
  const spoke = earlier.at(-1);
  if (!spoke?.source || spoke.antecedent) return null;
  const inside = spoke.content.some((c) => c.from <= subject.from && subject.to <= c.to);
  return inside ? goesOnSpeaking(view, group, subject, spoke.source) : null;
}

/** '"…," threatened the envoy': behind the comma of a quotation any verb may name its speaker, but none that says to whom. */
const saidBefore = ({ layout }: View, group: number, lemma: string): boolean =>
  layout.quoteOf[group - 1]! >= 0 && (layout.gap[group]! & GAP.comma) !== 0 && !ADDRESSED.has(lemma);

/** The verb stands behind "short of", "without" or a plain "not": "would not say where". */
function isUnsaid({ field, sentence }: View, hit: VerbHit, group: number): boolean {
  const before = group > sentence.fromWord ? field.norm[group - 1]! : "";
  if (before === "without" || (before === "of" && field.norm[group - 2] === "short")) return true;
  if (!UNSAID.has(hit.rule.verb.lemma)) return false;
  if (!/^(?:how|whether|what|why|when|where|if|who|which)$/.test(field.norm[hit.to] ?? "")) return false;
  for (let i = group; i < hit.from; i++) if (/^(?:not|never)$|n't$/.test(field.norm[i]!)) return true;
  return false;
}

/** "the guarantees he demanded to keep the peace": the clause describes a noun, and the infinitive is its purpose. */
function isReduced({ field, layout, sentence }: View, subject: WordRange): boolean {
  const before = subject.from - 1;
  return (
    before >= sentence.fromWord &&
    (layout.gap[subject.from]! & BREAK) === 0 &&
    /^(NOUN|PROPN)$/.test(field.pos[before]!)
  );
}

/** "The school that announced the death published a book": the one verb behind a relative clause is the sentence's own. */
function isMainClause(view: View, subject: Subject, { from, to }: WordRange): boolean {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord; i < subject.from; i++) if (isFiniteVerb(view, i)) return false;
  if ((layout.gap[subject.from]! & BREAK) !== 0 || !/^(?:who|that|which)$/.test(field.norm[subject.from]!))
    return false;
  if (field.norm[from - 1] === "that" || layout.quoteOf[from]! >= 0) return false;
  let verbs = 0;
  for (let i = from; i < to && (layout.gap[i]! & BREAK) === 0; i++)
    if (isFiniteVerb(view, i) && !isFiniteVerb(view, i - 1)) verbs++;
  return verbs === 1;
}

/** "was accused by X of", "is believed to": only a named agent speaks. */
function passive(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field, sentence } = view;
  if (hit.to >= sentence.toWord || field.norm[hit.to] !== "by" || (view.layout.gap[hit.to]! & BREAK) !== 0) return null;
  const agent = phraseBeginning(view, hit.to + 1);
  if (!agent || cannotSpeak(view, agent, hit)) return null;
  const theme = subjectOf(view, group);
  const rest = agent.to < sentence.toWord ? { from: agent.to, to: sentence.toWord } : null;
  const asked =
    rest !== null &&
    ASKED.has(hit.rule.verb.lemma) &&
    /^(if|whether|why|how|what|about|to)$/.test(field.norm[rest.from]!);
  if (rest && asked) return reported(view, agent, hit, [rest], group, 0.6);
  const more = rest !== null && (content !== null || /^(of|that|for)$/.test(field.norm[rest.from]!));
  // "which was denied by": the words the pronoun stands for were not denied in themselves.
  const told = theme?.antecedent ? null : theme;
  const said = [...(told ? [{ from: told.from, to: told.to }] : []), ...(rest && more ? [rest] : [])];
  return said.length > 0 ? reported(view, agent, hit, said, group, 0.6) : null;
}

/** "encouraged by the calm", "written by the winners": no agent of speech. */
function cannotSpeak({ field, roles }: View, agent: WordRange, { rule }: VerbHit): boolean {
  if (rule.verb.lemma === "write") return true;
  const last = headEnd(field, agent) - 1;
  if (field.pos[last] !== "NOUN" || field.words.capital[last] === true || roles.kindOf(field, last) !== null)
    return false;
  return (
    STIRS.test(rule.verb.lemma) &&
    !field.norm[last]!.endsWith("s") &&
    !field.mentions.some((m) => m.endWord === last + 1)
  );
}
const STIRS = /^(?:encourage|inspire|threaten|hail|demand|expect|question|underscore|show|confirm|reveal)$/;

/** "the club could ask members to leave": what nobody has asked or threatened yet. */
const ASKS = wordSet("ask demand order urge call request propose offer threaten accuse blame declare agree claim");
const MIGHT = wordSet("could might may should must");
/** Reported by whoever it was: "it was claimed that". */
const TOLD = wordSet("claim report allege say announce reveal confirm state suggest rumour rumor");

/** "It was claimed that C", "C, it was reported on Monday": somebody says so, and the text does not tell who. */
function impersonal(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field, layout, sentence } = view;
  const it = group - 1;
  if (it < sentence.fromWord || field.norm[it] !== "it" || !TOLD.has(hit.rule.verb.lemma)) return null;
  if ((layout.gap[group]! & BREAK) !== 0) return null;
  if (content && field.norm[content.from - 1] === "that") return reported(view, null, hit, [content], group, 0.7);
  const left = leftContent(view, it);
  return left && isTrailing(view, hit, hit.rule.verb, left, null)
    ? reported(view, null, hit, [left], group, 0.7)
    : null;
}

function hasWord(view: View, from: number, to: number, list: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (list.has(view.field.norm[i]!)) return true;
  return false;
}
