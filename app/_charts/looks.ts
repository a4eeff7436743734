import type { Group } from "#lib/domain/series.ts";
import { sideLook } from "#app/_ui/SideMark.tsx";

export interface Look {
  /** Colour class: side-western, side-russian … */
  family: string;
  shape: string;
}

/** Colour and shape of each group; a second group of the same side takes the plain look, so that two never match. */
export function looksOf(groups: readonly Group[]): Look[] {
  const taken = new Set<string>();
  const spare: Look[] = [
    { family: "other", shape: "square" },
    { family: "ukrainian", shape: "triangle" },
    { family: "russian", shape: "diamond" },
    { family: "western", shape: "circle" },
  ];
  return groups.map((group) => {
    const usual: Look = sideLook(group.side ?? "other");
    const look = taken.has(usual.family) ? (spare.find((each) => !taken.has(each.family)) ?? usual) : usual;
    taken.add(look.family);
    return look;
  });
}

/** A mark around (x, y): circle, diamond, triangle or square of the same visual weight. */
export function markPath(shape: string, x: number, y: number, size: number): string {
  const s = size;
  switch (shape) {
    case "circle":
      return `M${x - s} ${y}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0z`;
    case "diamond":
      return `M${x} ${y - s * 1.25}l${s * 1.25} ${s * 1.25}l${-s * 1.25} ${s * 1.25}l${-s * 1.25} ${-s * 1.25}z`;
    case "triangle":
      return `M${x} ${y - s * 1.15}l${s * 1.15} ${s * 2.1}h${-s * 2.3}z`;
    default:
      return `M${x - s * 0.9} ${y - s * 0.9}h${s * 1.8}v${s * 1.8}h${-s * 1.8}z`;
  }
}

/** Breaks a label into at most `lines` lines of about `width` characters; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, lines = 2): string[] {
  const out: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && `${line} ${word}`.length > width) {
      out.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  out.push(line);
  if (out.length <= lines) return out;
  const kept = out.slice(0, lines);
  kept[lines - 1] = `${(kept[lines - 1] ?? "").slice(0, width - 1)}…`;
  return kept;
}
