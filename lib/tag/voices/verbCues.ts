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
} from "./contentBefore.ts";
import type { CueRule } from "./cues.ts";
import { cutAtNextCue } from "./cutAtNextCue.ts";
import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning, phraseEnding } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { BE } from "./wordKinds.ts";
import { saysNothing } from "./things.ts";
import { groupStart, mainSubject, subjectOf } from "./subject.ts";
import { reported, wordSet, type VerbHit } from "./verbHit.ts";
import { isNoReport, looksLikeVerb } from "./verbOrNoun.ts";

const GERUND_LEAD = wordSet("by for of in while after before and");
/** "stopped short of saying", "without saying", "did not say": who does not say where says nothing. */
const UNSAID = wordSet("say explain specify elaborate disclose reveal mention clarify confirm state announce");
const CONTROL = wordSet("continue continues continued went go goes going on began rushed hastened used likes");
/** Not speech in the -ing form: "considering sending troops", "thinking twice". */
const THOUGHTS = wordSet(
  "believe think expect want consider wonder doubt assume realise realize assess reckon anticipate suspect learn find",
);
/** "a letter urging …": what is written or spoken speaks for the subject of its sentence. */
const DOCUMENTS = wordSet(
  "speech letter statement appeal video article column tweet post message note interview address report document petition email memo essay declaration resolution he she they him her them",
);
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

/** "an estimated 5,000", "the newly announced plan": an article alone speaks nowhere; "one would think" is nobody's view. */
function isNobody({ field }: View, hit: VerbHit, { source, antecedent }: Found): boolean {
  if (!source || antecedent || source.to - source.from > 1) return false;
  const norm = field.norm[source.from]!;
  if (/^(an?|the)$/.test(norm)) return true;
  if (field.pos[source.from] === "NUM" && field.norm[hit.from] === "alleged") return true;
  return norm === "one" && /^(would|could|might|can|may|should|must)$/.test(field.norm[hit.from - 1] ?? "");
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

  if (isUnsaid(view, hit, group)) return null;
  if (ing && !be) {
    if (!content || THOUGHTS.has(verb.lemma)) return null;
    const inner = joined && group > sentence.fromWord && !GERUND_LEAD.has(before);
    if (inner && !/^(NOUN|PROPN|NUM|PRON|ADV)$/.test(field.pos[group - 1]!)) return null;
    const nearest = inner ? phraseEnding(view, group - 1) : null;
    const led = nearest && field.norm[nearest.from - 1] === "with" ? nearest : null;
    if (inner && !led && !(nearest && DOCUMENTS.has(field.norm[nearest.to - 1]!))) return null;
    // Who acts beside another, "with Chile slamming it, the firm gave in, saying", does not go on.
    const beside = earlier.at(-1)?.source;
    const main = beside && field.norm[beside.from - 1] !== "with" ? null : mainSubject(view, group);
    const source = led ?? (main && beside && main.from < beside.from ? beside : (main ?? beside)) ?? null;
    if (!source && group > sentence.fromWord) return null;
    const who = source ?? subjectAhead(view, hit.to);
    return who ? reported(view, who, hit, [content], group, 0.8) : null;
  }
  if (joined && before === "to") {
    const control = group - 2 >= sentence.fromWord ? field.norm[group - 2]! : "";
    const eager = EAGER.has(control) && group - 3 > sentence.fromWord && BE.has(field.norm[group - 3]!);
    if ((!eager && !CONTROL.has(control)) || !content) return null;
    group = groupStart(view, eager ? group - 3 : group - 2);
    if (field.norm[group] === "on" && group > sentence.fromWord) group = groupStart(view, group - 1);
    const subject = subjectOf(view, group);
    return subject ? reported(view, subject, hit, [content], group, 0.8) : null;
  }
  if (be && !ing) return passive(view, hit, group, content);
  if (!looksLikeVerb(view, hit, group, content !== null, closing !== null)) return null;

  const inverted =
    closing !== null && INVERTS.has(verb.lemma) ? invertedSubject(view, hit, group, closing, content) : null;
  if (inverted && closing) {
    const right = continuation(view, inverted.to, closing);
    return reported(view, inverted, hit, right ? [closing, right] : [closing], group, 0.95);
  }
  const subject = subjectOf(view, group);
  if (subject && saysNothing(view, subject, verb.lemma)) return null;
  if (subject && FINDS_OUT.has(verb.lemma) && TELLS_WHEN.test(field.norm[subject.from - 1] ?? "")) return null;
  if (!subject || (/^(we|i)$/.test(field.norm[subject.from]!) && verb.lemma === "learn")) return null;
  if (content && field.norm[content.from] === "to" && isReduced(view, subject)) return null;
  const left = leftContent(view, subject.antecedent ? subject.antecedent.from : subject.from);
  const trailing =
    left !== null && subject.antecedent === null && subject.adjacent && isTrailing(view, hit, verb, left, content);
  if (trailing) {
    const after = afterAside(view, hit, verb);
    const right = continuation(view, after, left);
    return reported(view, subject, hit, right ? [left, right] : [left], group, 0.95);
  }
  const lead = asLead(view, subject, hit);
  if (lead) return reported(view, subject, hit, [lead], group, 0.85);
  if (!content) return null;
  const said = ended(view, content, subject, verb.needsClause);
  if (left && endsAsQuote(view, left)) return reported(view, subject, hit, [left, said], group, 0.9);
  return reported(view, subject, hit, [said], group, subject.adjacent ? 0.9 : 0.75);
}

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

/** "was accused by X of", "is believed to": only a named agent speaks. */
function passive(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field, sentence } = view;
  if (hit.to >= sentence.toWord || field.norm[hit.to] !== "by" || (view.layout.gap[hit.to]! & BREAK) !== 0) return null;
  const agent = phraseBeginning(view, hit.to + 1);
  if (!agent) return null;
  const theme = subjectOf(view, group);
  const rest = agent.to < sentence.toWord ? { from: agent.to, to: sentence.toWord } : null;
  const asked =
    rest !== null &&
    ASKED.has(hit.rule.verb.lemma) &&
    /^(if|whether|why|how|what|about|to)$/.test(field.norm[rest.from]!);
  if (rest && asked) return reported(view, agent, hit, [rest], group, 0.6);
  const more = rest !== null && (content !== null || /^(of|that|for)$/.test(field.norm[rest.from]!));
  const said = [...(theme ? [{ from: theme.from, to: theme.to }] : []), ...(rest && more ? [rest] : [])];
  return said.length > 0 ? reported(view, agent, hit, said, group, 0.6) : null;
}

function subjectAhead(view: View, from: number): WordRange | null {
  for (let i = from; i < view.sentence.toWord; i++) {
    if ((view.layout.gap[i]! & GAP.comma) !== 0 && view.layout.quoteOf[i]! < 0) return phraseBeginning(view, i);
  }
  return null;
}

function hasWord(view: View, from: number, to: number, list: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (list.has(view.field.norm[i]!)) return true;
  return false;
}
