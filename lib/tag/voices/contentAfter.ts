import type { ReportVerb } from "#lib/domain/codebook.ts";
import { opensQuote, skipAside } from "./asides.ts";
import { BREAK, GAP } from "./layout.ts";
import { headEnd } from "./sourceHead.ts";
import { phraseBeginning } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb } from "./wordClass.ts";
import { DAYS, isAuxiliary } from "./wordKinds.ts";
import { groupStart } from "./subject.ts";
import { ADDRESSED, wordSet, type VerbHit } from "./verbHit.ts";

const CLAUSE_OPENERS = wordSet(
  "that how why whether if what who where when the a an it its he his she her they their we our i my you your there here this these those some many most more both not only any all no every each nobody nothing everyone everything one two three even although though because as since in on at after before under with without by for to from if despite during of",
);
const THINGS = wordSet(
  "price prices cost costs war conflict situation risk risks attack attacks plan plans move moves decision sanctions economy threat crisis use deal grid plant average number amount level levels supply supplies lack shortage rate rates bill bills move step time end",
);
const QUESTION = wordSet("how why whether what who where when if");
/** Taking a clause or nothing, so that any verb behind them belongs to what was said. */
const CLAUSAL = wordSet(
  "say claim argue insist believe think warn add admit allege state suggest hope contend assert concede acknowledge complain fear predict explain testify reply respond quip reiterate stress emphasise emphasize conclude speculate swear boast brag imply hint doubt assume suspect estimate worry continue joke retort tell assure remind inform caution note observe point-out",
);
/** Say something even where a headline leaves out its verb. */
const HEADLINE = wordSet("say claim insist allege warn");
const COMMITS = wordSet("promise vow pledge threaten offer swear want hope expect demand ask order decide");
const NAMES_OBJECT = wordSet(
  "frame brand call describe dub characterize characterise portray deem consider regard view liken see label",
);

/** First word behind the verb's addressee, time and place, and whether the rest can be what was said. */
export function contentAfter(view: View, hit: VerbHit, verb: ReportVerb): WordRange | null {
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
    const subject = addressee && addressee.to < sentence.toWord && isFiniteVerb(view, addressee.to);
    if (addressee && said !== null) at = said;
    else if (addressee && !subject && !isThing(view, addressee)) at = addressee.to;
    if (at >= sentence.toWord) return null;
  }
  const onDay = field.norm[at] === "on" && DAYS.has(field.norm[at + 1] ?? "") ? at + 2 : at;
  if (onDay > at && onDay < sentence.toWord && isInfinitive(view, onDay)) at = onDay;
  // "claims to have killed nine".
  if (verb.lemma === "claim" && field.norm[at] === "to" && field.norm[at + 1] === "have") return span(view, at);
  if (isInfinitive(view, at)) return COMMITS.has(verb.lemma) || ADDRESSED.has(verb.lemma) ? span(view, at) : null;
  if (isInserted(view, at)) at++;
  const aside = skipAside(view, at);
  if (aside === null) return null;
  at = aside;
  if (at >= sentence.toWord) return null;
  const gap = layout.gap[at]! & BREAK;
  const norm = field.norm[at]!;
  const quoted = layout.quoteOf[at]! >= 0 || opensQuote(view, at);
  if ((gap & GAP.colon) !== 0 || quoted) return span(view, at);
  if (norm === "that" || (verb.lemma === "warn" && /^(?:of|about)$/.test(norm))) {
    // "rejects that account": one word is no clause.
    const clause = span(view, at + 1);
    return clause && (norm !== "that" || clause.to - clause.from > 1) ? clause : null;
  }
  if (norm === "against" && verb.lemma === "warn") return span(view, at);
  if ((gap & ~GAP.comma) !== 0 || ((gap & GAP.comma) !== 0 && at === hit.to)) return null;
  // "said recently, adding: …".
  if (gap !== 0 && /^(?:add|not|say|call|cit|warn|stress|urg|insist|claim|argu)ing$/.test(norm)) return null;
  if (QUESTION.has(norm)) return norm === "when" || norm === "where" ? null : span(view, at);
  if (NAMES_OBJECT.has(verb.lemma)) {
    if (norm.endsWith("ing") || (verb.lemma === "call" && isPhoneCall(view, at))) return null;
    if (verb.lemma === "call" && /^(?:out|off|up|back|in|over)$/.test(field.norm[at + 1] ?? "")) return null;
    return opensClause(view, at) ? { from: at, to: endOfNaming(view, at) } : null;
  }
  if (/^(?:reject|refute|dismiss|deny)$/.test(verb.lemma) && isVerdict(view, at)) return span(view, at);
  if (!verb.needsClause && verb.lemma !== "say" && verb.lemma !== "tell" && verb.lemma !== "reply") {
    return opensClause(view, at) ? span(view, at) : null;
  }
  const range = span(view, at);
  if (range && /^(report|reveal|publish|cite)$/.test(verb.lemma) && reportedByMedia(view, hit)) return range;
  // "Mayor says bridge safe": headlines leave verbs out.
  const short = field.in === "title" && HEADLINE.has(verb.lemma) && range !== null && range.to - range.from > 2;
  if (short && field.norm[range.from] !== "no") return range;
  if (!range || !(hasClause(view, range) || isFiniteVerb(view, range.from))) return null;
  return CLAUSAL.has(verb.lemma.replace(" ", "-")) || !objectOnly(view, range) ? range : null;
}

/** "said, however, that": an adverb between commas. */
const isInserted = ({ field, layout, sentence }: View, at: number): boolean =>
  layout.gap[at] === GAP.comma &&
  at + 1 < sentence.toWord &&
  layout.gap[at + 1] === GAP.comma &&
  /^(?:however|though|meanwhile|too|instead|nevertheless|nonetheless|moreover)$/.test(field.norm[at]!);

/** "rejected the claims as false": how somebody judges it; what is only rejected is an act. */
function isVerdict({ field, layout, sentence }: View, from: number): boolean {
  if (field.pos[from] !== "DET" && !/^(?:his|her|its|their|such|it|them)$/.test(field.norm[from]!)) return false;
  for (let i = from + 1; i < Math.min(sentence.toWord - 1, from + 12); i++) {
    if ((layout.gap[i]! & BREAK) !== 0) return false;
    if (field.norm[i] === "as") return /^(?:ADJ|DET|NOUN|VERB)$/.test(field.pos[i + 1]!);
  }
  return false;
}

/** "to send", "not to forget": behind verbs of promising, asking and warning. */
function isInfinitive({ field, layout }: View, at: number): boolean {
  const to = field.norm[at] === "not" ? at + 1 : at;
  return field.norm[to] === "to" && (layout.gap[at]! & BREAK) === 0 && field.pos[to + 1] === "VERB";
}

const opensClause = ({ field }: View, at: number): boolean =>
  CLAUSE_OPENERS.has(field.norm[at]!) || /^(NOUN|PROPN|ADJ|DET|PRON|NUM|VERB)$/.test(field.pos[at]!);

/** "called Putin on Friday", "called a meeting": nobody is called anything. */
function isPhoneCall(view: View, at: number): boolean {
  const { field, layout, sentence } = view;
  const called = phraseBeginning(view, at);
  if (!called) return false;
  // "called the vote on Friday a “farce”": what it is called follows.
  for (let i = called.to; i < Math.min(sentence.toWord, called.to + 8) && layout.gap[i] === 0; i++)
    if (layout.marked[i] === 1 || layout.marked[i + 1] === 1) return false;
  for (let i = called.from + 1; i < called.to; i++) if (field.pos[i] === "DET") return false;
  if (field.pos[called.to - 1] === "ADJ") return false;
  if (called.to >= sentence.toWord) return true;
  if ((layout.gap[called.to]! & (GAP.quote | GAP.colon)) !== 0) return false;
  const next = field.norm[called.to]!;
  return (
    (layout.gap[called.to]! & BREAK) !== 0 ||
    /^(on|in|at|after|before|during|for|from|to|about|with|twice|again|and|later|earlier)$/.test(next) ||
    DAYS.has(next)
  );
}

/** Where what something is called ends: what the outlet adds behind ", although" is its own. */
function endOfNaming(view: View, from: number): number {
  const { field, layout, sentence } = view;
  for (let i = from + 1; i < sentence.toWord; i++) {
    if ((layout.gap[i]! & GAP.comma) === 0 || layout.quoteOf[i]! >= 0) continue;
    if (/^(although|though|while|whereas|even|despite)$/.test(field.norm[i]!)) return i;
  }
  return sentence.toWord;
}

/** "told reporters the plan was dead": the addressee's phrase may have swallowed the subject of the clause. */
function clauseInside(view: View, range: WordRange): number | null {
  for (let i = range.from + 1; i < range.to; i++) {
    if (view.field.norm[i] === "that") return i;
    const opens = view.field.pos[i] === "DET" || /^(?:his|her|its|their|our|my)$/.test(view.field.norm[i]!);
    if (opens && /^(NOUN|PROPN|PRON)$/.test(view.field.pos[i - 1]!)) return i;
  }
  return null;
}

/** "warned the price of bread rising", "warned £7 for a loaf": things and sums are addressed by nobody. */
function isThing(view: View, { from, to }: WordRange): boolean {
  const { field } = view;
  const end = headEnd(field, { from, to });
  const norm = field.norm[end - 1]!;
  if (field.pos[from] === "SYM" || /^\W*\d/.test(field.norm[from]!)) return true;
  if (field.words.capital[end - 1] === true || field.pos[end - 1] !== "NOUN" || field.pos[from] !== "DET") return false;
  return THINGS.has(norm);
}

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
  // "revealed fears the fleet is late": behind a noun another phrase begins, and a clause with it.
  const inner = at < range.to && view.layout.gap[at] === 0 && /^(?:the|an?)$/.test(view.field.norm[at]!);
  if (inner) at = phraseBeginning(view, at)?.to ?? at;
  while (
    at < range.to &&
    (view.layout.gap[at]! & BREAK) === 0 &&
    (isAuxiliary(view.field, at) || view.field.pos[at] === "ADV")
  ) {
    if (isAuxiliary(view.field, at)) return false;
    at++;
  }
  if (at >= range.to) return true;
  return !(isFiniteVerb(view, at) && (view.layout.gap[at]! & BREAK & ~GAP.comma) === 0);
}
