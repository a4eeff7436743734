import type { Estimate, Group, PairedRow } from "#lib/domain/series.ts";
import { looksOf, markPath } from "./looks.ts";

const WIDTH = 260;
const EDGE = 10;

/** The end of a scale that holds everything drawn: a round share, or the whole of −1 to 1. */
function scaleOf(row: PairedRow): [number, number] {
  if (row.saying === "score") return [-1, 1];
  const most = Math.max(...[row.a, row.b].map((side) => side.interval?.[1] ?? side.value ?? 0));
  return [0, [0.1, 0.25, 0.5, 1].find((end) => most <= end) ?? 1];
}

/** One row in small: both sides with their intervals. The sentence beside it says the same in words. */
export function MiniGap({ row, groups }: { row: PairedRow; groups: readonly Group[] }) {
  const [low, high] = scaleOf(row);
  const x = (value: number): number => EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE);
  const looks = looksOf(groups);
  const end = (value: number): string =>
    row.saying === "score" ? (value < 0 ? "against" : "for") : `${Math.round(100 * value)} %`;
  const side = (estimate: Estimate, at: 0 | 1) => {
    const look = looks[at];
    const y = at === 0 ? 11 : 27;
    if (!look || estimate.value === null) return null;
    return (
      <g className={`side-${look.family}`}>
        {estimate.interval ? (
          <line x1={x(estimate.interval[0])} x2={x(estimate.interval[1])} y1={y} y2={y} className="interval-line" />
        ) : null}
        <path d={markPath(look.shape, x(estimate.value), y, 5.5)} className="dot" />
      </g>
    );
  };
  return (
    <svg className="mini-gap" viewBox={`0 0 ${WIDTH} 52`} width={WIDTH} height={52} aria-hidden="true">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={37} y2={37} className="row-rule" />
      {row.saying === "score" ? <line x1={x(0)} x2={x(0)} y1={2} y2={37} className="row-rule" /> : null}
      {side(row.a, 0)}
      {side(row.b, 1)}
      <text x={EDGE} y={50} className="mini-end">
        {end(low)}
      </text>
      <text x={WIDTH - EDGE} y={50} textAnchor="end" className="mini-end">
        {end(high)}
      </text>
    </svg>
  );
}
