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
  const found: Segment[][] = [[]];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const exact = text.slice(start, end);
    if (exact === "\n") {
      if (found.at(-1)?.length) found.push([]);
      continue;
    }
    const voice = spoken.find((each) => each.start <= start && each.end >= end);
    const over = mine.filter((mark) => mark.span.start <= start && mark.span.end >= end);
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
