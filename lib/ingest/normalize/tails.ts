import type { Draft } from "./draft.ts";
import { fold } from "./fold.ts";

/** Characters looked at from the end of a text, and units (sentences or lines) among them. */
const REACH = 1600;
const MOST_UNITS = 8;
/**
 * An ending of articles of one outlet that go on differently before it, in this many ways, is the outlet's furniture.
 * Counting what stands before it keeps versions of one report, which share whole endings, from teaching anything.
 */
const REPEATED = 3;
/** The same for a sentence whose names and numbers differ ("… is a reporter for …"). */
const REPEATED_PATTERN = 4;
/** Beyond so many entries of one outlet, those met once are forgotten. */
const MOST_ENTRIES = 200_000;

interface Unit {
  start: number;
  end: number;
  key: string;
}

/** What each outlet's articles end or begin with again and again, as hashes; JSON-safe. */
export type RepeatedEnds = Record<string, string[]>;

/**
 * Learns from repetition what belongs to an outlet and not to an article: disclaimers, author notes, app calls.
 * Nothing is known about any site beforehand.
 */
export class EndsLearner {
  /** Outlet to end to the neighbours it was met with: a lone one by itself, as most are, which takes a third of the memory. */
  private readonly met = new Map<string, Map<string, string | Set<string>>>();

  /** Notes the ends of one text of an outlet; the same text twice teaches nothing new. */
  observe(outlet: string, text: string): void {
    const met = this.met.get(outlet) ?? new Map<string, string | Set<string>>();
    this.met.set(outlet, met);
    for (const { key, neighbour } of endsOf(text)) {
      const known = met.get(key);
      if (known === undefined) met.set(key, neighbour);
      else if (typeof known !== "string") {
        if (known.size < REPEATED_PATTERN) known.add(neighbour);
      } else if (known !== neighbour) met.set(key, new Set([known, neighbour]));
    }
    if (met.size > MOST_ENTRIES) for (const [key, known] of met) if (typeof known === "string") met.delete(key);
  }

  repeated(): RepeatedEnds {
    const often = (key: string): number => (key.startsWith("p") ? REPEATED_PATTERN : REPEATED);
    return Object.fromEntries(
      [...this.met].map(([outlet, met]) => [
        outlet,
        [...met].filter(([key, n]) => typeof n !== "string" && n.size >= often(key)).map(([key]) => key),
      ]),
    );
  }
}

/** Takes off what the outlet repeats at the ends of its articles; at least half of the text always stays. */
export function stripRepeatedEnds(draft: Draft, known: ReadonlySet<string>): void {
  if (known.size === 0) return;
  for (let round = 0; round < 3; round++) {
    const cut = tailStart(draft.text, known);
    if (cut === null) break;
    draft.remove(cut, draft.text.length, "repeated at the end of this outlet's articles");
    const space = /\s+$/.exec(draft.text);
    if (space) draft.apply([{ start: space.index, end: draft.text.length, by: "" }]);
  }
  const [first] = headUnits(draft.text);
  if (first && first.end < draft.text.length / 2 && known.has(`h${hash(first.key)}`)) {
    draft.remove(first.start, first.end, "repeated at the head of this outlet's articles");
  }
}

/** Where the longest known ending begins; null when the text has none. */
function tailStart(text: string, known: ReadonlySet<string>): number | null {
  const units = tailUnits(text).toReversed().slice(0, MOST_UNITS);
  let cut: number | null = null;
  let suffix = "";
  for (const [i, unit] of units.entries()) {
    if (unit.start < text.length / 2) break;
    suffix = `${unit.key}/${suffix}`;
    const pattern = i === 0 ? patternOf(text, unit) : null;
    if (known.has(`t${hash(suffix)}`) || (pattern !== null && known.has(`p${hash(pattern)}`))) cut = unit.start;
  }
  return cut;
}

function endsOf(text: string): { key: string; neighbour: string }[] {
  const units = tailUnits(text).toReversed();
  let suffix = "";
  const ends = units.slice(0, MOST_UNITS).flatMap((unit, i) => {
    suffix = `${unit.key}/${suffix}`;
    const before = units[i + 1];
    return before ? [{ key: `t${hash(suffix)}`, neighbour: hash(before.key) }] : [];
  });
  const last = units[0];
  const pattern = last === undefined ? null : patternOf(text, last);
  if (last && pattern !== null) ends.push({ key: `p${hash(pattern)}`, neighbour: hash(last.key) });
  const [first, second] = headUnits(text);
  if (first && second) ends.push({ key: `h${hash(first.key)}`, neighbour: hash(second.key) });
  return ends;
}

/** A sentence or line ends here; not after a title or rank. */
const BREAK =
  /(?<=[.!?…][”"’»)]?)(?<!(?<!\p{L})(?:Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|St|Ret|Prof|No|Vs|\p{Lu})\.)\s+(?=[\p{Lu}\p{N}“"‘«@—])|\n+/gu;

function unitsOf(text: string, from: number): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (const match of [...text.matchAll(BREAK), null]) {
    const end = match ? match.index : text.length;
    const key = fold(text.slice(start, end));
    if (key !== "") units.push({ start: from + start, end: from + end, key });
    start = match ? match.index + match[0].length : end;
  }
  return units;
}

/** The last units; the first of them may be cut in the middle and is left out, unless the text is short. */
function tailUnits(text: string): Unit[] {
  const from = Math.max(0, text.length - REACH);
  const units = unitsOf(text.slice(from), from);
  return from > 0 ? units.slice(1) : units;
}

/** The first two sentences or lines when the first has at least five words. */
function headUnits(text: string): Unit[] {
  const units = unitsOf(text.slice(0, 1200), 0).slice(0, 2);
  return (units[0]?.key.split(" ").length ?? 0) >= 5 ? units : [];
}

/** A sentence with names and numbers masked; null when too little is left to recognise it by, or it quotes. */
function patternOf(text: string, unit: Unit): string | null {
  const sentence = text.slice(unit.start, unit.end);
  if (/[“”"«»]/.test(sentence)) return null;
  const masked = sentence
    .replace(/@\S+/g, "@")
    .replace(/\S*\d\S*/g, "0")
    .replace(/(?<!\p{L})\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:of|the|and)\s+)?\p{Lu}[\p{L}’'.-]*)*/gu, "N");
  const plain = masked.match(/(?<!\p{L})\p{Ll}[\p{L}’'-]+/gu) ?? [];
  return plain.length >= 4 && plain.length <= 30 ? masked.toLowerCase() : null;
}

/** FNV-1a in two lanes, 16 hexadecimal digits: enough to tell a corpus's sentences apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
