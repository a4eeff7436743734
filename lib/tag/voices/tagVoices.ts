import type { Attribution, VoiceSegment } from "#lib/domain/tags.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { OnHit, PhraseHit } from "#lib/tag/read/phrases.ts";
import { carryQuotations } from "./carry.ts";
import type { CueRule, Cues } from "./cues.ts";
import type { Found } from "./found.ts";
import { layoutOf, type Layout } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { addPhraseAttributions } from "./phraseCues.ts";
import { findQuotations } from "./quotations.ts";
import { segmentsOf, type Spoken } from "./segments.ts";
import type { Place } from "./place.ts";
import type { Memory } from "./speakers.ts";
import { agentOf, mainSubject } from "./subject.ts";
import { verbAttributions } from "./verbCues.ts";

const NONE: readonly Mention[] = [];

/** Who says what in one field, and the voice segments that tile it. */
export interface Voices {
  attributions: Attribution[];
  segments: VoiceSegment[];
}

/** What is said in a field, before it is known by whom. */
export interface Heard {
  field: Field;
  layout: Layout;
  /** By sentence. */
  stated: Found[][];
}

/** Finds what is said in one field, by cues and quotation marks. */
export function hearVoices(field: Field, cues: Cues): Heard {
  const layout = layoutOf(field, findQuotations(field.text, field.sentences));
  let hits: PhraseHit<CueRule>[] = [];
  const onHit: OnHit<CueRule> = (rule, from, to, slotTargets) => void hits.push({ rule, from, to, slotTargets });
  const stated: Found[][] = [];
  for (const sentence of field.sentences) {
    if (hits.length > 0) hits = [];
    cues.index.find(field, sentence.fromWord, sentence.toWord, onHit);
    const view: View = { field, sentence, layout, roles: cues.roles };
    const found = hits.length > 0 ? verbAttributions(view, hits) : [];
    addPhraseAttributions(view, hits, found);
    stated.push(found);
  }
  carryQuotations(field, layout, stated, cues.roles);
  return { field, layout, stated };
}

/**
 * Attributions in reading order, with who speaks as far as the article has told by then, and segments own, direct, mixed,
 * indirect, ambiguous (methods 4.2).
 */
export function tagVoices({ field, layout, stated }: Heard, cues: Cues, memory: Memory): Voices {
  const spoken: Spoken[] = [];
  let before: readonly Mention[] = NONE;
  let at = 0;
  for (let i = 0; i < stated.length; i++) {
    const { index, fromWord, toWord } = field.sentences[i]!;
    const mentions: Mention[] = [];
    while (at < field.mentions.length && field.mentions[at]!.fromWord < fromWord) at++;
    while (at < field.mentions.length && field.mentions[at]!.endWord <= toWord) mentions.push(field.mentions[at++]!);
    const place = {
      field,
      mentions,
      before,
      sentence: index,
      words: { from: fromWord, to: toWord },
      quoteOf: layout.quoteOf,
    };
    resolve(field.sentences[i]!, layout, stated[i]!, place, memory, cues, spoken);
    before = mentions;
  }
  whoIsI(field, spoken);
  return { attributions: spoken.map((s) => s.attribution), segments: segmentsOf(field, layout, spoken) };
}

/** Words by which "I" may follow the speech it goes on with; a cue inside a speech cuts its content short. */
const GOES_ON = 3;

/** "…: It rained, and I think that it is late": who speaks of themselves inside or right behind a speech gives it. */
function whoIsI(field: Field, spoken: readonly Spoken[]): void {
  const size = (s: Spoken): number => s.found.content.reduce((n, c) => n + c.to - c.from, 0);
  for (const inner of spoken) {
    const { source } = inner.found;
    if (!source || source.to - source.from > 1) continue;
    const norm = field.norm[source.from]!;
    if (norm !== "i" && norm !== "we") continue;
    const sentence = field.sentences.find((s) => s.toWord > source.from)!;
    // "he replies. I suggest …": who writes speaks in a sentence of their own.
    const goesOn = (c: WordRange): boolean =>
      c.from <= source.from && source.from - c.to <= (c.to > sentence.fromWord ? GOES_ON : -1);
    const outer = spoken
      .filter((s) => s !== inner && s.attribution.speaker?.kind !== "unnamed" && s.found.content.some(goesOn))
      .toSorted((a, b) => size(a) - size(b))[0];
    if (outer) inner.attribution.speaker = outer.attribution.speaker;
  }
}

/** Names the speakers of one sentence's attributions and notes who its subject is. */
function resolve(
  sentence: Sentence,
  layout: Layout,
  list: readonly Found[],
  place: Place,
  memory: Memory,
  cues: Cues,
  spoken: Spoken[],
): void {
  const { field } = place;
  addSpeakers(field, layout, list, place, memory, spoken);
  memory.pairUp(place);
  if (list.length > 0 || layout.quoteOf[sentence.fromWord]! >= 0) return;
  const view = { field, sentence, layout, roles: cues.roles };
  const agent = agentOf(view);
  const subject = mainSubject(view, sentence.toWord);
  // "The club was founded by Ana Rojas. Back then, she said": what has an article is mostly no person.
  const thing = subject !== null && field.pos[subject.from] === "DET";
  if (agent && !thing) memory.notice(place, agent);
  if (subject) memory.notice(place, subject);
  if (agent && thing) memory.notice(place, agent);
  if (!subject || /^(?:we|i|it)$/.test(field.norm[subject.from]!)) memory.introduce(place);
}

function addSpeakers(
  field: Field,
  layout: Layout,
  list: readonly Found[],
  place: Place,
  memory: Memory,
  spoken: Spoken[],
): void {
  const inOrder = list.length > 1 ? list.toSorted((a, b) => a.cue.from - b.cue.from) : list;
  for (const found of inOrder) {
    if (found.own) continue;
    const words = found.antecedent ?? found.source;
    const speaker = words ? memory.resolve(place, words) : null;
    spoken.push({ found, attribution: attributionOf(field, layout, found, speaker) });
  }
  takeUpTeller(inOrder, spoken, memory);
}

/** "He said a guard told him that …": who tells goes on as "he", not whom they quote. */
function takeUpTeller(inOrder: readonly Found[], spoken: readonly Spoken[], memory: Memory): void {
  const [first, second] = inOrder;
  if (!first || !second) return;
  const teller = spoken[spoken.length - inOrder.filter((f) => !f.own).length];
  const nested = first.content.some((c) => c.from <= second.cue.from && second.cue.from < c.to);
  if (nested && teller?.found === first && teller.attribution.speaker) memory.takeUp(teller.attribution.speaker);
}

function attributionOf(field: Field, layout: Layout, found: Found, speaker: Attribution["speaker"]): Attribution {
  const { content } = found;
  const inOrder = content.length > 1 ? content.toSorted((a, b) => a.from - b.from) : content;
  return {
    source: found.source ? [spanOf(field, found.source)] : [],
    cue: found.cue.to > found.cue.from ? [spanOf(field, found.cue)] : [],
    content: inOrder.map((range) => withMarks(field, layout, range)),
    kind: kindOf(layout, content),
    speaker,
    rule: found.rule,
    reportStance: found.stance,
    certainty: found.certainty,
  };
}

const spanOf = (field: Field, { from, to }: WordRange): Attribution["content"][number] => ({
  in: field.in,
  start: field.words.start[from]!,
  end: field.words.end[to - 1]!,
});

/** Content as a span that takes in the marks of a quotation it begins or ends with. */
function withMarks(field: Field, layout: Layout, range: WordRange): Attribution["content"][number] {
  const span = spanOf(field, range);
  if (/[£$€]/.test(field.text[span.start - 1] ?? "")) span.start--;
  if (field.text[span.end] === "%") span.end++;
  for (let k = 0; k < layout.quoteWords.length; k++) {
    const quote = layout.quoteWords[k]!;
    const marks = layout.quotes[k]!;
    if (quote.from === range.from) span.start = Math.min(span.start, marks.start);
    if (quote.to === range.to && quote.to > quote.from) span.end = Math.max(span.end, marks.end);
  }
  return span;
}

function kindOf(layout: Layout, content: readonly WordRange[]): Attribution["kind"] {
  let inside = 0;
  let all = 0;
  for (const { from, to } of content) {
    all += to - from;
    for (const q of layout.quoteWords) inside += Math.max(0, Math.min(q.to, to) - Math.max(q.from, from));
  }
  return inside === 0 ? "indirect" : inside >= all ? "direct" : "mixed";
}
