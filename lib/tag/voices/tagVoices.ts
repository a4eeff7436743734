import type { Speaker, Voice } from "#lib/domain/speaker.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { PhraseHit, PhraseIndex } from "#lib/tag/read/phrases.ts";
import { attributeSentence, type Attribution } from "./attribute.ts";
import type { CueRule } from "./cues.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { Memory, sourcesOf } from "./sources.ts";

const LABEL_WORDS = 4;
const CONTINUES = new Set("also however moreover furthermore additionally likewise".split(" "));

/** Voice segments that tile the field: own, direct, mixed, indirect, ambiguous. */
export function tagVoices(field: Field, cues: PhraseIndex<CueRule>, memory = new Memory()): VoiceSegment[] {
  const quotes = findQuotations(field.text, field.sentences);
  const stated: Attribution[][] = [];
  let last: Speaker | null = null;
  for (const sentence of field.sentences) {
    const hits: PhraseHit<CueRule>[] = [];
    cues.find(field, sentence.fromWord, sentence.toWord, (hit) => hits.push(hit));
    const inside = quotes.filter((q) => q.start < sentence.end && q.end > sentence.start);
    const sources =
      hits.length > 0 ||
      inside.length > 0 ||
      field.norm[sentence.fromWord] === "for" ||
      field.text.includes("’s ", sentence.start)
        ? sourcesOf(field, sentence, longest(hits), memory)
        : [];
    const found: Attribution[] = attributeSentence(field, sentence, longest(hits), sources, inside, last);
    const speaker: Speaker | null = found.at(-1)?.speaker ?? null;
    if (speaker) last = speaker;
    else if (found.length === 0) {
      const subject = sources.find(
        (s) =>
          !s.object &&
          s.pronoun === null &&
          s.speaker.bloc !== null &&
          !inside.some((q) => s.start >= q.start && s.start < q.end),
      );
      if (
        subject &&
        inside.some(
          (q) => wordsIn(field, Math.max(q.start, sentence.start), Math.min(q.end, sentence.end)) > LABEL_WORDS,
        )
      ) {
        found.push({
          start: sentence.start,
          end: sentence.start,
          speaker: subject.speaker,
          cue: null,
          cueRule: "subject",
          source: { start: subject.start, end: subject.end },
          stance: "neutral",
          certainty: 0.5,
        });
      }
    }
    stated.push(found);
  }
  const speakerOfQuote = quotes.map((q) => speakerFor(q, field, stated));
  return tile(field, quotes, stated, speakerOfQuote);
}

/** "told" inside "has told" and "foreign minister" over "minister": the longest hit at a place wins. */
function longest(hits: PhraseHit<CueRule>[]): PhraseHit<CueRule>[] {
  return hits.filter(
    (h) =>
      !hits.some(
        (o) =>
          o !== h && o.from <= h.from && o.to >= h.to && o.to - o.from > h.to - h.from && o.rule.type === h.rule.type,
      ),
  );
}

/** The speaker of a quotation: a cue in a sentence it touches, else in the sentence before, else the last speaker. */
function speakerFor(q: Quotation, field: Field, stated: readonly Attribution[][]): Attribution | null {
  const touched = field.sentences.map((s, i) => [s, i] as const).filter(([s]) => s.start < q.end && s.end > q.start);
  for (const [, i] of touched) {
    const near = stated[i]!.find((a) => a.start < q.end && a.end > q.start) ?? stated[i]![0];
    if (near) return near;
  }
  const first = touched[0];
  if (!first) return null;
  const [sentence, at] = first;
  const before = stated[at - 1]?.at(-1);
  if (before && field.sentences[at - 1]?.paragraph === sentence.paragraph) return { ...before, certainty: 0.5 };
  const afterIndex = (touched.at(-1)?.[1] ?? at) + 1;
  const after = stated[afterIndex]?.[0];
  if (after && field.sentences[afterIndex]?.paragraph === sentence.paragraph) return { ...after, certainty: 0.5 };
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const earlier = stated[i]!.at(-1);
    if (earlier) return { ...earlier, certainty: 0.4 };
  }
  return null;
}

function tile(
  field: Field,
  quotes: readonly Quotation[],
  stated: readonly Attribution[][],
  ofQuote: readonly (Attribution | null)[],
): VoiceSegment[] {
  const segments: VoiceSegment[] = [];
  let covered = 0;
  const push = (start: number, end: number, voice: Voice, why: Attribution | null): void => {
    if (end <= start) return;
    const lastSegment = segments.at(-1);
    if (
      lastSegment &&
      lastSegment.voice.kind === voice.kind &&
      lastSegment.voice.speaker?.name === voice.speaker?.name &&
      lastSegment.cueRule === (why?.cueRule ?? null)
    ) {
      lastSegment.span.end = end;
      lastSegment.words = wordsIn(field, lastSegment.span.start, end);
      return;
    }
    segments.push({
      span: { in: field.in, start, end },
      voice,
      words: wordsIn(field, start, end),
      cue: why?.cue ? { in: field.in, ...why.cue } : null,
      cueRule: why?.cueRule ?? null,
      reportStance: why?.stance ?? null,
      source: why?.source ? { in: field.in, ...why.source } : null,
      certainty: why?.certainty ?? 1,
    });
  };
  let previousIndirect = false;
  field.sentences.forEach((sentence, i) => {
    const found = stated[i]!;
    const cuts = new Set([sentence.start, sentence.end]);
    const inside = quotes
      .map((q, k) => [q, k] as const)
      .filter(([q]) => q.start < sentence.end && q.end > sentence.start);
    for (const [q] of inside) for (const c of [q.start, q.end]) if (c > sentence.start && c < sentence.end) cuts.add(c);
    for (const a of found) for (const c of [a.start, a.end]) if (c > sentence.start && c < sentence.end) cuts.add(c);
    const points = [...cuts].toSorted((a, b) => a - b);
    const carried = found.length === 0 && inside.length === 0 && previousIndirect && continues(field, sentence);
    for (let p = 0; p + 1 < points.length; p++) {
      const start = points[p]!;
      const end = points[p + 1]!;
      const from = p === 0 ? covered : start;
      const quote = inside.find(([q]) => start >= q.start && end <= q.end);
      const by = found.findLast((a) => start >= a.start && end <= a.end) ?? null;
      if (quote) {
        const label = wordsIn(field, quote[0].start, quote[0].end) <= LABEL_WORDS;
        const why = by ?? (label ? null : ofQuote[quote[1]]!);
        if (why) push(from, end, { kind: label ? "mixed" : "direct", speaker: why.speaker }, why);
        else push(from, end, { kind: label ? "own" : "direct", speaker: null }, null);
      } else if (by) push(from, end, { kind: "indirect", speaker: by.speaker }, by);
      else push(from, end, { kind: carried ? "ambiguous" : "own", speaker: null }, null);
      covered = end;
    }
    const indirect = found.some((a) => a.end > a.start);
    previousIndirect = (indirect || carried) && field.sentences[i + 1]?.paragraph === sentence.paragraph;
  });
  if (covered < field.text.length && segments.length > 0) segments.at(-1)!.span.end = field.text.length;
  return segments;
}

function continues(field: Field, sentence: Sentence): boolean {
  for (let i = sentence.fromWord; i < Math.min(sentence.fromWord + 4, sentence.toWord); i++)
    if (CONTINUES.has(field.norm[i]!)) return true;
  const head = field.norm.slice(sentence.fromWord, sentence.fromWord + 3).join(" ");
  return /^(in (particular|addition|his|her|their)|as well as|at the same|therefore|apparently|because)/.test(head);
}

function wordsIn(field: Field, start: number, end: number): number {
  const starts = field.words.start;
  return lowerBound(starts, end) - lowerBound(starts, start);
}
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
