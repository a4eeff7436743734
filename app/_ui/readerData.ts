import type { Article } from "#lib/domain/article.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import { voiceKey, whoseWords, type Mark, type VoiceKey } from "./marks.ts";

type Part = "title" | "text";
/** 0 stands for the title, 1 for the text. */
type PartNumber = 0 | 1;
const PARTS = ["title", "text"] as const;

/** A voice's stretch, ready to be drawn. */
export interface SpokenStretch {
  in: Part;
  start: number;
  end: number;
  key: VoiceKey;
  whose: string;
}

/** An article's words, marks and voices without a repeated word: what a page sends to the browser once. */
export interface ReaderData {
  title: string;
  text: string;
  tags: (readonly [tag: string, label: string, kind: Mark["kind"]])[];
  rules: (readonly [rule: string, pattern: string | null])[];
  whose: (readonly [key: VoiceKey, whose: string])[];
  marks: (readonly [
    tag: number,
    rule: number,
    whose: number,
    weight: number,
    part: PartNumber,
    start: number,
    end: number,
    weak: 0 | 1,
  ])[];
  voices: (readonly [whose: number, part: PartNumber, start: number, end: number])[];
  /** Stands before every mark's number, so that two articles on one page never share an id. */
  letter: string;
}

/** Numbers things in the order they come, equal ones alike. */
function numbered<T extends readonly unknown[]>() {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    place(item: T): number {
      const name = JSON.stringify(item);
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, all.push(item) - 1);
      return all.length - 1;
    },
  };
}

const numberOf = (part: Part): PartNumber => (part === "title" ? 0 : 1);

/** Packs an article for the reader; `unpackMarks` and `unpackVoices` give back what went in. */
export function packReader(
  { title, text }: Pick<Article, "title" | "text">,
  marks: readonly Mark[],
  voices: readonly VoiceSegment[],
  letter: string,
): ReaderData {
  const tags = numbered<ReaderData["tags"][number]>();
  const rules = numbered<ReaderData["rules"][number]>();
  const whose = numbered<ReaderData["whose"][number]>();
  return {
    title,
    text,
    letter,
    marks: marks.map((mark) => [
      tags.place([mark.tag, mark.label, mark.kind]),
      rules.place([mark.rule, mark.pattern]),
      whose.place([mark.voiceKey, mark.whose]),
      Math.round(1000 * mark.weight) / 1000,
      numberOf(mark.span.in),
      mark.span.start,
      mark.span.end,
      mark.weak ? 1 : 0,
    ]),
    voices: voices
      .filter(({ voice }) => voice.kind !== "own")
      .map(({ span, voice }) => [
        whose.place([voiceKey(voice), whoseWords(voice)]),
        numberOf(span.in),
        span.start,
        span.end,
      ]),
    tags: tags.all,
    rules: rules.all,
    whose: whose.all,
  };
}

/** What the server packed and wrote as JSON: a text travels whole, where numbers in lists are written one by one. */
export function readPacked(packed: string): ReaderData {
  return JSON.parse(packed) as ReaderData;
}

/** The marks in reading order, numbered from 1. */
export function unpackMarks(data: ReaderData): Mark[] {
  return data.marks.map(([tag, rule, whose, weight, part, start, end, weak], at) => {
    const [name = "", label = "", kind = "frame"] = data.tags[tag] ?? [];
    const [id = "", pattern = null] = data.rules[rule] ?? [];
    const [key = "own", who = ""] = data.whose[whose] ?? [];
    const place = PARTS[part];
    return {
      id: `${data.letter}${at + 1}`,
      kind,
      tag: name,
      label,
      span: { in: place, start, end },
      exact: data[place].slice(start, end),
      rule: id,
      pattern,
      weight,
      voiceKey: key,
      whose: who,
      weak: weak === 1,
    };
  });
}

/** Stretches that are not the outlet's own words, in reading order. */
export function unpackVoices(data: ReaderData): SpokenStretch[] {
  return data.voices.map(([whose, part, start, end]) => {
    const [key = "own", who = ""] = data.whose[whose] ?? [];
    return { in: PARTS[part], start, end, key, whose: who };
  });
}
