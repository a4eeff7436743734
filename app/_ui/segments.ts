import type { Mark, VoiceKey } from "./marks.ts";
import type { SpokenStretch } from "./readerData.ts";

/** A stretch of text over which voice and marks stay the same. */
export interface Segment {
  start: number;
  text: string;
  voice: VoiceKey;
  whose: string;
  marks: Mark[];
  /** Marks that begin here; their anchors stand in front of the stretch. */
  begins: Mark[];
}

/** Hands out what lies over each stretch, for stretches in reading order and things in the order of their starts. */
function sweep<T>(things: readonly T[], placeOf: (thing: T) => { start: number; end: number }) {
  const sorted = things.toSorted((left, right) => placeOf(left).start - placeOf(right).start);
  let next = 0;
  let open: T[] = [];
  return (start: number, end: number): readonly T[] => {
    for (let thing = sorted[next]; thing && placeOf(thing).start <= start; thing = sorted[next]) {
      open.push(thing);
      next += 1;
    }
    if (open.some((thing) => placeOf(thing).end < end)) open = open.filter((thing) => placeOf(thing).end >= end);
    return open;
  };
}

/** Cuts one part of an article at every boundary of voices and marks, then at line ends: one array a paragraph. */
export function paragraphs(
  part: "title" | "text",
  text: string,
  marks: readonly Mark[],
  voices: readonly SpokenStretch[],
): Segment[][] {
  const mine = marks.filter((mark) => mark.span.in === part);
  const spoken = voices.filter((each) => each.in === part);
  const cuts = new Set([0, text.length]);
  for (const { span } of mine) cuts.add(span.start).add(span.end);
  for (const { start, end } of spoken) cuts.add(start).add(end);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cuts.add(at).add(at + 1);
  const edges = [...cuts].filter((cut) => cut <= text.length).toSorted((left, right) => left - right);
  const marksOver = sweep(mine, (mark) => mark.span);
  const voicesOver = sweep(spoken, (each) => each);
  const found: Segment[][] = [[]];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const exact = text.slice(start, end);
    if (exact === "\n") {
      if (found.at(-1)?.length) found.push([]);
      continue;
    }
    const [voice] = voicesOver(start, end);
    const over = [...marksOver(start, end)];
    found.at(-1)?.push({
      start,
      text: exact,
      voice: voice?.key ?? "own",
      whose: voice?.whose ?? "",
      marks: over,
      begins: over.filter((mark) => mark.span.start === start),
    });
  }
  return found.filter((each) => each.length > 0);
}
