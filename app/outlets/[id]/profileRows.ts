import type { Codebook, Outlet } from "#lib/domain/codebook.ts";
import type { Measure, RollUp } from "#lib/domain/coding.ts";
import type { Saying } from "#lib/domain/series.ts";
import { outletSums, type Cell } from "#lib/chart/cells.ts";
import { sideInterval } from "#lib/compare/intervals.ts";
import { DOTS_FROM, SHARES_FROM } from "#lib/compare/ladder.ts";
import { VOICE_LABELS, VOICES } from "#app/_ui/marks.ts";

/** One outlet's mean of one measure over the articles that have an answer. */
export interface Point {
  outlet: string;
  mean: number;
  /** Articles with the feature, where the measure is one of yes or no. */
  k: number;
  /** Articles with an answer; what could not be told is left out. */
  n: number;
  /** 95 %, of this outlet's articles; null below thirty. */
  interval: readonly [number, number] | null;
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
  /** "share": k of n in per cent; "mean": a mean share in per cent; "score": -1..1. */
  scale: Saying;
  rows: ProfileRow[];
}

/** An outlet with fewer articles than this has no dot; the ladder's "illustration". */
export const LEAST = DOTS_FROM;

function points(rollUps: readonly RollUp[], target: string, scale: Saying): Point[] {
  const cells = new Map<string, Cell>();
  for (const each of rollUps) {
    if (each.target !== target) continue;
    const cell = cells.get(each.outlet) ?? { outlet: each.outlet, n: 0, abstained: 0, sum: 0, sumSquares: 0 };
    cell.n += each.n - each.abstained;
    cell.abstained += each.abstained;
    cell.sum += each.sum;
    cell.sumSquares += each.sumSquares;
    cells.set(each.outlet, cell);
  }
  return [...cells.values()].flatMap((cell) => {
    const sums = outletSums(cell, scale);
    if (!sums) return [];
    const interval = cell.n < SHARES_FROM ? null : sideInterval([sums], scale === "score" ? [-1, 1] : [0, 1]);
    return [{ outlet: cell.outlet, n: cell.n, k: cell.sum, mean: cell.sum / cell.n, interval }];
  });
}

function row(rollUps: readonly RollUp[], outlet: string, target: string, label: string, scale: Saying): ProfileRow {
  const all = points(rollUps, target, scale);
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
      scale: "mean",
      rows: VOICES.map((key) => row(rollUps.voice_share, outlet.id, key, VOICE_LABELS[key], "mean")),
    },
    {
      measure: "frame",
      title: "Frames in its own words, share of articles",
      scale: "share",
      rows: codebook.frames.map(({ id, label }) => row(rollUps.frame, outlet.id, id, label, "share")),
    },
    {
      measure: "stance",
      title: "Stance in its own words, −1 against to +1 for",
      scale: "score",
      rows: codebook.targets.map(({ id, label }) => row(rollUps.stance, outlet.id, id, label, "score")),
    },
  ];
  return parts.map((part) => ({ ...part, rows: part.rows.filter(({ own }) => own !== null) }));
}
