import type { Codebook, Outlet } from "#lib/domain/codebook.ts";
import type { Measure, RollUp } from "#lib/domain/coding.ts";
import { VOICE_LABELS, VOICES } from "#app/_ui/marks.ts";

/** One outlet's mean of one measure over the articles that have an answer. */
export interface Point {
  outlet: string;
  mean: number;
  n: number;
}
export interface ProfileRow {
  target: string;
  label: string;
  /** This outlet; null where it has no article with an answer. */
  own: Point | null;
  peers: Point[];
  /** Peers with fewer articles than a dot takes. */
  tooFew: number;
}
export interface ProfilePart {
  measure: Measure["measure"];
  title: string;
  /** "share": 0..1 in per cent; "score": -1..1. */
  scale: "share" | "score";
  rows: ProfileRow[];
}

/** An outlet with fewer articles than this has no dot; the ladder's "illustration". */
export const LEAST = 5;

function points(rollUps: readonly RollUp[], target: string): Point[] {
  const sums = new Map<string, { n: number; sum: number }>();
  for (const each of rollUps) {
    if (each.target !== target) continue;
    const known = sums.get(each.outlet) ?? { n: 0, sum: 0 };
    known.n += each.n;
    known.sum += each.sum;
    sums.set(each.outlet, known);
  }
  return [...sums].filter(([, { n }]) => n > 0).map(([outlet, { n, sum }]) => ({ outlet, n, mean: sum / n }));
}

function row(rollUps: readonly RollUp[], outlet: string, target: string, label: string): ProfileRow {
  const all = points(rollUps, target);
  const peers = all.filter((each) => each.outlet !== outlet);
  return {
    target,
    label,
    own: all.find((each) => each.outlet === outlet) ?? null,
    peers: peers.filter(({ n }) => n >= LEAST),
    tooFew: peers.filter(({ n }) => n < LEAST).length,
  };
}

/** Every measure of one outlet beside the outlets of its side; never added up to one number. */
export function profileParts(
  codebook: Pick<Codebook, "frames" | "targets">,
  outlet: Pick<Outlet, "id">,
  rollUps: Readonly<Record<"frame" | "stance" | "voice_share", readonly RollUp[]>>,
): ProfilePart[] {
  const parts: ProfilePart[] = [
    {
      measure: "voice_share",
      title: "Whose words, share of an article",
      scale: "share",
      rows: VOICES.map((key) => row(rollUps.voice_share, outlet.id, key, VOICE_LABELS[key])),
    },
    {
      measure: "frame",
      title: "Frames in its own words, share of articles",
      scale: "share",
      rows: codebook.frames.map(({ id, label }) => row(rollUps.frame, outlet.id, id, label)),
    },
    {
      measure: "stance",
      title: "Stance in its own words, −1 against to +1 for",
      scale: "score",
      rows: codebook.targets.map(({ id, label }) => row(rollUps.stance, outlet.id, id, label)),
    },
  ];
  return parts.map((part) => ({ ...part, rows: part.rows.filter(({ own }) => own !== null) }));
}
