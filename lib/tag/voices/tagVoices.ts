import type { Attribution, VoiceSegment } from "#lib/domain/tags.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import { carryQuotations } from "./carry.ts";
import type { CueRule, Cues } from "./cues.ts";
import type { Found } from "./found.ts";
import { layoutOf, type Layout } from "./layout.ts";
import type { View, WordRange } from "./nounPhrase.ts";
import { phraseAttributions } from "./phraseCues.ts";
import { findQuotations } from "./quotations.ts";
import { segmentsOf, type Spoken } from "./segments.ts";
import type { Place } from "./place.ts";
import type { Memory } from "./speakers.ts";
import { mainSubject } from "./subject.ts";
import { verbAttributions } from "./verbCues.ts";

/** Who says what in one field, and the voice segments that tile it. */
export interface Voices {
  attributions: Attribution[];
  segments: VoiceSegment[];
}

/** Attributions in reading order and segments own, direct, mixed, indirect, ambiguous (methods 4.2). */
export function tagVoices(field: Field, cues: Cues, memory: Memory): Voices {
  const layout = layoutOf(field, findQuotations(field.text, field.sentences));
  const stated = field.sentences.map((sentence) => {
    const hits: PhraseHit<CueRule>[] = [];
    cues.index.find(field, sentence.fromWord, sentence.toWord, (rule, from, to, slotTargets) =>
      hits.push({ rule, from, to, slotTargets }),
    );
    const view: View = { field, sentence, layout, roles: cues.roles };
    const verbs = hits.length > 0 ? verbAttributions(view, hits) : [];
    return [...verbs, ...phraseAttributions(view, hits, verbs)];
  });
  memory.survey(field.mentions);
  const spoken = carryQuotations(field, layout, stated, cues.roles).flatMap((list, i) =>
    resolve(field, layout, list, i, memory, cues),
  );
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
    if (!source || source.to - source.from > 1 || !/^(?:i|we)$/.test(field.norm[source.from]!)) continue;
    const goesOn = (c: WordRange): boolean => c.from <= source.from && source.from - c.to <= GOES_ON;
    const outer = spoken
      .filter((s) => s !== inner && s.attribution.speaker?.kind !== "unnamed" && s.found.content.some(goesOn))
      .toSorted((a, b) => size(a) - size(b))[0];
    if (outer) inner.attribution.speaker = outer.attribution.speaker;
  }
}

/** Names the speakers of one sentence's attributions and notes who its subject is. */
function resolve(
  field: Field,
  layout: Layout,
  list: readonly Found[],
  at: number,
  memory: Memory,
  cues: Cues,
): Spoken[] {
  const sentence = field.sentences[at]!;
  const earlier = field.sentences[at - 1];
  const place = {
    field,
    mentions: mentionsIn(field, sentence.fromWord, sentence.toWord),
    before: earlier ? mentionsIn(field, earlier.fromWord, earlier.toWord) : [],
    sentence: sentence.index,
    words: { from: sentence.fromWord, to: sentence.toWord },
  };
  const said = list.length > 0 ? speakersOf(field, layout, list, place, memory) : [];
  memory.pairUp(place);
  if (list.length === 0) {
    if (layout.quoteOf[sentence.fromWord]! < 0) {
      const subject = mainSubject({ field, sentence, layout, roles: cues.roles }, sentence.toWord);
      if (subject) memory.notice(place, subject);
    }
    return [];
  }
  return said;
}

function speakersOf(field: Field, layout: Layout, list: readonly Found[], place: Place, memory: Memory): Spoken[] {
  return list
    .filter((found) => !found.own)
    .toSorted((a, b) => a.cue.from - b.cue.from)
    .map((found) => {
      const words = found.antecedent ?? found.source;
      const speaker = words ? memory.resolve(place, words) : null;
      return { found, attribution: attributionOf(field, layout, found, speaker) };
    });
}

/** Mentions that lie within words [from, to); they are in reading order. */
function mentionsIn(field: Field, from: number, to: number): Mention[] {
  let low = 0;
  let high = field.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (field.mentions[middle]!.fromWord < from) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < field.mentions.length && field.mentions[i]!.endWord <= to; i++) found.push(field.mentions[i]!);
  return found;
}

function attributionOf(field: Field, layout: Layout, found: Found, speaker: Attribution["speaker"]): Attribution {
  const span = (range: WordRange) => ({
    in: field.in,
    start: field.words.start[range.from]!,
    end: field.words.end[range.to - 1]!,
  });
  const content = found.content.toSorted((a, b) => a.from - b.from).map((range) => withMarks(field, layout, range));
  return {
    source: found.source ? [span(found.source)] : [],
    cue: [span(found.cue)],
    content,
    kind: kindOf(layout, found.content),
    speaker,
    rule: found.rule,
    reportStance: found.stance,
    certainty: found.certainty,
  };
}

/** Content as a span that takes in the marks of a quotation it begins or ends with. */
function withMarks(field: Field, layout: Layout, range: WordRange): Attribution["content"][number] {
  let start = field.words.start[range.from]!;
  let end = field.words.end[range.to - 1]!;
  layout.quoteWords.forEach((quote, k) => {
    const marks = layout.quotes[k]!;
    if (quote.from === range.from) start = Math.min(start, marks.start);
    if (quote.to === range.to && quote.to > quote.from) end = Math.max(end, marks.end);
  });
  return { in: field.in, start, end };
}

function kindOf(layout: Layout, content: readonly WordRange[]): Attribution["kind"] {
  const quoted = (range: WordRange): number =>
    layout.quoteWords.reduce((n, q) => n + Math.max(0, Math.min(q.to, range.to) - Math.max(q.from, range.from)), 0);
  const inside = content.reduce((n, range) => n + quoted(range), 0);
  const all = content.reduce((n, range) => n + range.to - range.from, 0);
  return inside === 0 ? "indirect" : inside >= all ? "direct" : "mixed";
}
