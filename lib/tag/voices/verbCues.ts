import type { ReportVerb } from "#lib/domain/codebook.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";
import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import {
  BE,
  DAYS,
  isAuxiliary,
  isFiniteVerb,
  phraseBeginning,
  phraseEnding,
  PRONOUNS,
  type View,
  type WordRange,
} from "./nounPhrase.ts";
import { groupStart, mainSubject, subjectOf, type Subject } from "./subject.ts";

type VerbHit = PhraseHit<CueRule & { type: "verb" }>;

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const CLAUSE_OPENERS = set(
  "that how why whether if what who where when the a an it its he his she her they their we our i my you your there here this these those some many most more both not only any all no every each nobody nothing everyone everything one two three even although though because as since in on at after before under with without by for to from if despite during of",
);
const QUESTION = set("how why whether what who where when if");
const ADDRESSED = set("tell inform assure remind warn advise notify ask urge promise caution");
/** Taking a clause or nothing, so that any verb behind them belongs to what was said. */
const CLAUSAL = set(
  "say claim argue insist believe think warn add admit allege state suggest hope contend assert maintain concede acknowledge complain fear predict explain testify reply respond quip reiterate stress emphasise emphasize conclude speculate swear boast brag imply hint doubt assume suspect estimate worry continue joke retort tell assure remind inform caution note observe point-out",
);
const COMMITS = set("promise vow pledge threaten offer swear want hope expect demand ask order decide");
const NAMES_OBJECT = set(
  "frame brand call describe dub characterize characterise portray deem consider regard view liken see label",
);
const GERUND_LEAD = set("by for of in while after before without and");
const CONTROL = set("continue continues continued went go goes going on began rushed hastened used likes");
/** Not speech in the -ing form: "considering sending troops", "thinking twice". */
const THOUGHTS = set(
  "believe think expect want consider wonder doubt assume realise realize assess reckon anticipate suspect learn find",
);
/** "a letter urging …": what is written or spoken speaks for the subject of its sentence. */
const DOCUMENTS = set(
  "speech letter statement appeal video article column tweet post message note interview address report document petition email memo essay declaration resolution he she they him her them",
);
const EAGER = set("swift quick keen eager right careful happy first");
/** Verbs that stand before their subject: "…," wrote the minister. */
const INVERTS = set(
  "say write report add state note claim argue explain announce believe conclude reply respond ask continue remark comment recall insist warn declare tweet post confirm admit reiterate suggest observe quip joke agree counter stress emphasize emphasise predict read shout chant lament complain testify describe",
);
const NEVER_NOUN_BEFORE = set(
  "of for by with from in on at about over to no any the a an this that these those its their his her our my your other some such",
);

/** Attributions whose cue is a report verb, in reading order. */
export function verbAttributions(view: View, hits: readonly PhraseHit<CueRule>[]): Found[] {
  const verbs = hits.filter(
    (h): h is VerbHit =>
      h.rule.type === "verb" && view.layout.quoteOf[h.from]! < 0 && !hits.some((o) => o.from === h.from && o.to > h.to),
  );
  const found: Found[] = [];
  for (const hit of verbs) {
    const made = attributionOf(view, hit, found);
    if (made) found.push(made);
  }
  return cutAtNextCue(view, found);
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

  if (ing && !be) {
    if (!content || THOUGHTS.has(verb.lemma)) return null;
    const inner = joined && group > sentence.fromWord && !GERUND_LEAD.has(before);
    if (inner && !/^(NOUN|PROPN|NUM|PRON|ADV)$/.test(field.pos[group - 1]!)) return null;
    const nearest = inner ? phraseEnding(view, group - 1) : null;
    const led = nearest && field.norm[nearest.from - 1] === "with" ? nearest : null;
    if (inner && !led && !(nearest && DOCUMENTS.has(field.norm[nearest.to - 1]!))) return null;
    const source = led ?? earlier.at(-1)?.source ?? mainSubject(view, group) ?? null;
    if (!source && group > sentence.fromWord) return null;
    const who = source ?? subjectAhead(view, hit.to);
    return who ? make(view, who, hit, [content], group, 0.8) : null;
  }
  if (joined && before === "to") {
    const control = group - 2 >= sentence.fromWord ? field.norm[group - 2]! : "";
    const eager = EAGER.has(control) && group - 3 > sentence.fromWord && BE.has(field.norm[group - 3]!);
    if ((!eager && !CONTROL.has(control)) || !content) return null;
    group = groupStart(view, eager ? group - 3 : group - 2);
    if (field.norm[group] === "on" && group > sentence.fromWord) group = groupStart(view, group - 1);
    const subject = subjectOf(view, group);
    return subject ? make(view, subject, hit, [content], group, 0.8) : null;
  }
  if (be && !ing) return passive(view, hit, group, content);
  if (!looksLikeVerb(view, hit, group, content !== null, closing !== null)) return null;

  const inverted = closing !== null && INVERTS.has(verb.lemma) ? invertedSubject(view, hit, group) : null;
  if (inverted && closing) {
    const right = continuation(view, inverted.to, closing);
    return make(view, inverted, hit, right ? [closing, right] : [closing], group, 0.95);
  }
  const subject = subjectOf(view, group);
  if (!subject || (/^(we|i)$/.test(field.norm[subject.from]!) && verb.lemma === "learn")) return null;
  const left = leftContent(view, subject.antecedent ? subject.antecedent.from : subject.from);
  const trailing =
    left !== null && subject.antecedent === null && subject.adjacent && isTrailing(view, hit, verb, left, content);
  if (trailing) {
    const after = afterAside(view, hit, verb);
    const right = continuation(view, after, left);
    return make(view, subject, hit, right ? [left, right] : [left], group, 0.95);
  }
  const lead = asLead(view, subject, hit);
  if (lead) return make(view, subject, hit, [lead], group, 0.85);
  if (!content) return null;
  if (left && endsAsQuote(view, left)) return make(view, subject, hit, [left, content], group, 0.9);
  return make(view, subject, hit, [content], group, subject.adjacent ? 0.9 : 0.75);
}

/** "A think tank" thinks nothing; "accused each other" has two sources, and naming one of them would take sides. */
function isNoReport(view: View, hit: VerbHit): boolean {
  const { norm } = view.field;
  const next = norm[hit.to];
  if (hit.rule.verb.lemma === "think" && (next === "tank" || next === "tanks")) return true;
  return (next === "each" && norm[hit.to + 1] === "other") || (next === "one" && norm[hit.to + 1] === "another");
}

function make(
  view: View,
  source: (WordRange & { antecedent?: WordRange | null }) | null,
  hit: VerbHit,
  content: WordRange[],
  group: number,
  certainty: number,
): Found {
  return {
    source: source ? { from: source.from, to: source.to } : null,
    antecedent: source?.antecedent ?? null,
    cue: { from: Math.max(group, hit.from), to: hit.to },
    content,
    rule: `verb:${hit.rule.verb.lemma}`,
    stance: hit.rule.verb.stance,
    certainty,
    sentence: view.sentence.index,
    own: false,
  };
}

/** A form that may be a noun ("claims", "report") counts as a verb only where the words around it say so. */
function looksLikeVerb(view: View, hit: VerbHit, group: number, clause: boolean, closed: boolean): boolean {
  const { field, layout, sentence } = view;
  const norm = field.norm[hit.from]!;
  const before = group > sentence.fromWord ? field.norm[group - 1]! : "";
  if (group < hit.from) return true;
  if (norm === "said" || norm === "told" || norm === "says") return true;
  const joined = (layout.gap[group]! & BREAK) === 0 && group > sentence.fromWord;
  if (joined && ((layout.gap[group]! & GAP.possessive) !== 0 || before === "member" || before === "united"))
    return false;
  if (
    joined &&
    (NEVER_NOUN_BEFORE.has(before) || /^(NUM|ADJ)$/.test(field.pos[group - 1]!)) &&
    /^(NOUN|ADJ)$/.test(field.pos[hit.to] ?? "")
  )
    return false;
  if (closed && (norm.endsWith("s") || norm.endsWith("ed")) && !joined && endsAfterName(view, hit.to)) return true;
  if (
    norm.endsWith("ed") ||
    hit.to - hit.from > 1 ||
    /^(wrote|thought|knew|felt|saw|swore|found|understood)$/.test(norm)
  ) {
    return field.pos[hit.from] !== "ADJ" || clause;
  }
  if (joined && NEVER_NOUN_BEFORE.has(before)) return false;
  if (joined && field.pos[group - 1] === "ADJ" && field.pos[hit.from] !== "VERB") return false;
  if (field.pos[hit.from] === "VERB") return true;
  const pronounNext = /^(it|him|them|her|himself|itself|is|are|was|were|the|a|an|this|these|those|their|its|his)$/.test(
    field.norm[hit.to] ?? "",
  );
  if (joined && pronounNext && /^(NOUN|PROPN|PRON)$/.test(field.pos[group - 1]!)) return true;
  const next = hit.to < sentence.toWord ? field.norm[hit.to]! : "";
  if (next === "that" && (layout.gap[hit.to]! & BREAK) === 0) return true;
  const ends = hit.to >= sentence.toWord || (layout.gap[hit.to]! & (GAP.stop | GAP.comma)) !== 0;
  return clause && PRONOUNS.has(before) ? true : ends && closed && !joined ? true : ends && leftComma(view, group);
}

/** "…, states the outlet": a noun phrase and then the end or a comma. */
function endsAfterName(view: View, at: number): boolean {
  const phrase = phraseBeginning(view, at);
  if (!phrase) return false;
  return phrase.to >= view.sentence.toWord || (view.layout.gap[phrase.to]! & (GAP.comma | GAP.stop)) !== 0;
}

/** True where a comma or quotation stands within six words before: ", the diplomat claims". */
function leftComma(view: View, group: number): boolean {
  for (let i = group; i > view.sentence.fromWord && group - i < 7; i--) {
    if ((view.layout.gap[i]! & (GAP.comma | GAP.quote)) !== 0) return true;
  }
  return false;
}

/** First word behind the verb's addressee, time and place, and whether the rest can be what was said. */
function contentAfter(view: View, hit: VerbHit, verb: ReportVerb): WordRange | null {
  const { field, layout, sentence } = view;
  let at = hit.to;
  if (at >= sentence.toWord) return null;
  if (
    ADDRESSED.has(verb.lemma) &&
    (layout.gap[at]! & BREAK) === 0 &&
    field.norm[at] !== "that" &&
    field.norm[at] !== "of"
  ) {
    const addressee = phraseBeginning(view, at);
    const said = addressee ? clauseInside(view, addressee) : null;
    if (addressee) at = said ?? addressee.to;
    if (at >= sentence.toWord) return null;
  }
  const aside = skipAside(view, at);
  if (aside === null) return null;
  at = aside;
  if (at >= sentence.toWord) return null;
  const gap = layout.gap[at]! & BREAK;
  const norm = field.norm[at]!;
  const quoted = layout.quoteOf[at]! >= 0 || opensQuote(view, at);
  if ((gap & GAP.colon) !== 0 || quoted) return span(view, at);
  if (norm === "that" || (norm === "of" && verb.lemma === "warn")) return span(view, at + 1);
  if ((gap & ~GAP.comma) !== 0 || ((gap & GAP.comma) !== 0 && at === hit.to)) return null;
  if (QUESTION.has(norm)) return norm === "when" || norm === "where" ? null : span(view, at);
  if (norm === "to" && field.pos[at + 1] === "VERB")
    return COMMITS.has(verb.lemma) || ADDRESSED.has(verb.lemma) ? span(view, at) : null;
  if (!verb.needsClause && verb.lemma !== "say" && verb.lemma !== "tell" && verb.lemma !== "reply") {
    return CLAUSE_OPENERS.has(norm) || /^(NOUN|PROPN|ADJ|DET|PRON|NUM|VERB)$/.test(field.pos[at]!)
      ? span(view, at)
      : null;
  }
  if (NAMES_OBJECT.has(verb.lemma)) return norm.endsWith("ing") ? null : span(view, at);
  const range = span(view, at);
  if (range && /^(report|reveal|publish|cite)$/.test(verb.lemma) && reportedByMedia(view, hit)) return range;
  if (!range || !(hasClause(view, range) || isFiniteVerb(view, range.from))) return null;
  return CLAUSAL.has(verb.lemma.replace(" ", "-")) || !objectOnly(view, range) ? range : null;
}

/** "told reporters the plan was dead": the addressee's phrase may have swallowed the subject of the clause. */
function clauseInside(view: View, range: WordRange): number | null {
  for (let i = range.from + 1; i < range.to; i++) {
    if (view.field.norm[i] === "that") return i;
    if (view.field.pos[i] === "DET" && /^(NOUN|PROPN|PRON)$/.test(view.field.pos[i - 1]!)) return i;
  }
  return null;
}

const ASIDE = set(
  "on in during at after before late early last this following to via through from while by ahead amid",
);
const TIME_NOUN =
  /^(week|month|year|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|in|on|\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
/** Skips "on Friday", "in a statement", "during a visit to X"; null when nothing follows. */
function skipAside(view: View, from: number): number | null {
  const { field, layout, sentence } = view;
  let at = from;
  if (at < sentence.toWord && DAYS.has(field.norm[at]!) && (layout.gap[at]! & BREAK) === 0) at++;
  if (at >= sentence.toWord) return null;
  if (!ASIDE.has(field.norm[at]!) || (layout.gap[at]! & BREAK) !== 0) return at;
  if (/^(this|last|early|late|following)$/.test(field.norm[at]!) && !TIME_NOUN.test(field.norm[at + 1] ?? ""))
    return at;
  for (let i = at; i < Math.min(sentence.toWord, at + 18); i++) {
    if (i > at && (layout.gap[i]! & (GAP.stop | GAP.semicolon)) !== 0) return null;
    if (i > at && ((layout.gap[i]! & GAP.colon) !== 0 || opensQuote(view, i))) return i;
    if (field.norm[i] === "that" && i > at + 1) return i;
  }
  if (field.norm[at] === "on" && DAYS.has(field.norm[at + 1] ?? "") && at + 2 < sentence.toWord) {
    return (layout.gap[at + 2]! & BREAK) === 0 ? at + 2 : null;
  }
  return null;
}

const opensQuote = (view: View, at: number): boolean =>
  view.layout.quoteOf[at]! >= 0 && (at === 0 || view.layout.quoteOf[at - 1] !== view.layout.quoteOf[at]);

const span = (view: View, from: number): WordRange | null =>
  from < view.sentence.toWord ? { from, to: view.sentence.toWord } : null;

function hasClause(view: View, range: WordRange): boolean {
  for (let i = range.from + 1; i < Math.min(range.to, range.from + 25); i++) if (isFiniteVerb(view, i)) return true;
  return false;
}

/** Media report things as well as clauses: "Reuters reported a shift". */
function reportedByMedia(view: View, hit: VerbHit): boolean {
  const before = groupStart(view, hit.from);
  return view.field.mentions.some((m) => m.endWord === before && m.kind === "media");
}

/** "announced the launch of talks that …": a noun phrase and no clause of its own. */
function objectOnly(view: View, range: WordRange): boolean {
  const phrase = phraseBeginning(view, range.from);
  if (!phrase) return !CLAUSE_OPENERS.has(view.field.norm[range.from]!);
  let at = phrase.to;
  while (
    at < range.to &&
    (view.layout.gap[at]! & BREAK) === 0 &&
    (isAuxiliary(view.field.norm[at]!) || view.field.pos[at] === "ADV")
  ) {
    if (isAuxiliary(view.field.norm[at]!)) return false;
    at++;
  }
  if (at >= range.to) return true;
  return !(isFiniteVerb(view, at) && (view.layout.gap[at]! & BREAK & ~GAP.comma) === 0);
}

/** What stands before the source in its sentence and can be what was said: at least three words, closed by a mark. */
function leftContent(view: View, before: number): WordRange | null {
  const { layout, sentence } = view;
  const closed = layout.gap[before]! & (GAP.comma | GAP.quote | GAP.dash | GAP.stop);
  if (closed === 0 || before - sentence.fromWord < 2) return null;
  return { from: sentence.fromWord, to: before };
}

const endsAsQuote = (view: View, left: WordRange): boolean => view.layout.quoteOf[left.to - 1]! >= 0;

/** Whether the words before the source are what was said, or only lead in ("On Friday, …"). */
function isTrailing(view: View, hit: VerbHit, verb: ReportVerb, left: WordRange, content: WordRange | null): boolean {
  if (endsAsQuote(view, left)) return true;
  if (content !== null && view.field.norm[content.from - 1] === "that") return false;
  if (content !== null && !(ADDRESSED.has(verb.lemma) && content.to - content.from < 3)) return false;
  if (verb.needsClause && hit.to < view.sentence.toWord && (view.layout.gap[hit.to]! & BREAK) === 0) {
    if (!ASIDE.has(view.field.norm[hit.to]!) && !DAYS.has(view.field.norm[hit.to]!)) return false;
  }
  return hasFinite(view, left);
}

function hasFinite(view: View, range: WordRange): boolean {
  for (let i = range.from; i < range.to; i++) if (isFiniteVerb(view, i)) return true;
  return false;
}

/** "…," said Andrew Adams, director of …: the phrase behind the verb. */
function invertedSubject(view: View, hit: VerbHit, group: number): Subject | null {
  const { layout } = view;
  if (group !== hit.from || hit.to >= view.sentence.toWord || (layout.gap[hit.to]! & BREAK) !== 0) return null;
  if (view.field.norm[hit.to] === "that") return null;
  const phrase = phraseBeginning(view, hit.to);
  if (!phrase) return null;
  const next = phrase.to;
  if (next < view.sentence.toWord && (layout.gap[next]! & BREAK) === 0 && isFiniteVerb(view, next)) return null;
  return { ...phrase, antecedent: null, adjacent: true };
}

/** Word behind the verb, its addressee and "on Friday", where split speech may go on. */
function afterAside(view: View, hit: VerbHit, verb: ReportVerb): number {
  let at = hit.to;
  if (ADDRESSED.has(verb.lemma) && at < view.sentence.toWord && (view.layout.gap[at]! & BREAK) === 0) {
    at = phraseBeginning(view, at)?.to ?? at;
  }
  while (at < view.sentence.toWord && (view.layout.gap[at]! & BREAK) === 0) at++;
  return at;
}

/** Second half of split speech: "C1, X said, C2"; participles and asides do not continue it. */
function continuation(view: View, at: number, left: WordRange): WordRange | null {
  const { field, layout, sentence } = view;
  for (let i = at; i < sentence.toWord; i++) if (opensQuote(view, i)) return { from: i, to: sentence.toWord };
  if (at >= sentence.toWord || endsAsQuote(view, left) || (layout.gap[at]! & GAP.comma) === 0) return null;
  const norm = field.norm[at]!;
  if (norm.endsWith("ing") || norm === "according" || norm === "who" || norm === "which" || norm === "as") return null;
  const range = { from: at, to: sentence.toWord };
  return range.to - range.from >= 4 && hasFinite(view, range) ? range : null;
}

/** "As X pointed out in an interview, C" and "C, as X said": what stands outside the as-clause. */
function asLead(view: View, subject: Subject, hit: VerbHit): WordRange | null {
  const { field, layout, sentence } = view;
  const as = subject.from - 1;
  if (as < sentence.fromWord || field.norm[as] !== "as" || hit.rule.verb.lemma === "see") return null;
  if (hit.to < sentence.toWord && field.norm[hit.to] === "that" && (layout.gap[hit.to]! & BREAK) === 0) return null;
  if (as - sentence.fromWord > 3) {
    return (layout.gap[as]! & GAP.comma) !== 0 ? { from: sentence.fromWord, to: as } : null;
  }
  for (let i = hit.to; i < sentence.toWord && i - hit.to < 15; i++) {
    if ((layout.gap[i]! & (GAP.comma | GAP.colon)) !== 0) return { from: i, to: sentence.toWord };
  }
  return null;
}

/** "was accused by X of", "is believed to": only a named agent speaks. */
function passive(view: View, hit: VerbHit, group: number, content: WordRange | null): Found | null {
  const { field, sentence } = view;
  if (hit.to >= sentence.toWord || field.norm[hit.to] !== "by" || (view.layout.gap[hit.to]! & BREAK) !== 0) return null;
  const agent = phraseBeginning(view, hit.to + 1);
  if (!agent) return null;
  const theme = subjectOf(view, group);
  const rest = agent.to < sentence.toWord ? { from: agent.to, to: sentence.toWord } : null;
  const said = [...(theme ? [{ from: theme.from, to: theme.to }] : []), ...(rest && content ? [rest] : [])];
  return said.length > 0 ? make(view, agent, hit, said, group, 0.6) : null;
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

/** What one cue reports ends where the next cue of the same sentence takes over: ", adding that", ", while Y said". */
function cutAtNextCue(view: View, found: readonly Found[]): Found[] {
  return found
    .map((a, k) => {
      const content = a.content.map((range) => {
        let to = range.to;
        for (const b of found.slice(k + 1)) {
          if (b.cue.from <= range.from || b.cue.from >= to) continue;
          const start = Math.min(b.cue.from, b.source && b.source.from > a.cue.from ? b.source.from : b.cue.from);
          const cut = cutBefore(view, start, a);
          if (cut !== null && cut > range.from) to = Math.min(to, cut);
        }
        return { from: range.from, to };
      });
      return { ...a, content: content.filter((r) => r.to > r.from) };
    })
    .filter((a) => a.content.length > 0);
}

/** The word at which a new report starts: behind a comma or semicolon, with or without a conjunction; else null. */
function cutBefore(view: View, start: number, _a: Found): number | null {
  const { field, layout } = view;
  let at = groupStart(view, start);
  while (
    at > 0 &&
    /^(and|but|while|whereas|as|by|also|with)$/.test(field.norm[at - 1]!) &&
    (layout.gap[at]! & BREAK) === 0
  )
    at--;
  const conjunction = at < start && /^(and|but|while|whereas)$/.test(field.norm[at]!);
  if ((layout.gap[at]! & (GAP.comma | GAP.semicolon | GAP.quote | GAP.dash)) !== 0) return at;
  return conjunction ? at : null;
}
