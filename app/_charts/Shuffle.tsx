"use client";
import { useState } from "react";
import type { OutletSums, Weighting } from "#lib/compare/outletSums.ts";
import { seededRandom } from "#lib/compare/random.ts";
import { shuffle } from "#lib/compare/shuffle.ts";
import { sayDifference } from "#lib/chart/sentences.ts";
import type { Group, OutletPoint, PairedRow } from "#lib/domain/series.ts";

export type ShuffleRow = Pick<PairedRow, "id" | "label" | "saying" | "difference" | "shuffle" | "test" | "outlets">;

function sums(points: readonly OutletPoint[], group: string, row: ShuffleRow): OutletSums[] {
  return points
    .filter((point) => point.group === group && point.n > 0)
    .map((point) =>
      row.saying === "share"
        ? { kind: "share", k: point.k, n: point.n }
        : { kind: "score", n: point.n, mean: point.value ?? 0, variance: point.variance },
    );
}

function Strip({ gaps, real, row }: { gaps: readonly number[]; real: number; row: ShuffleRow }) {
  const most = Math.max(0.02, Math.abs(real), ...gaps.map(Math.abs)) * 1.12;
  const x = (value: number) => 300 + (value / most) * 280;
  const stacked = new Map<number, number>();
  return (
    <svg
      viewBox="0 0 600 130"
      className="shuffle-strip"
      role="img"
      aria-label={`Gaps of ${gaps.length} deals and the real gap, ${sayDifference(real, row.saying)}`}
    >
      <line x1={10} x2={590} y1={96} y2={96} className="shuffle-axis" />
      <line x1={300} x2={300} y1={14} y2={102} className="row-rule" />
      {gaps.map((gap, at) => {
        const bin = Math.round(x(gap) / 12);
        const level = stacked.get(bin) ?? 0;
        stacked.set(bin, level + 1);
        return (
          <circle
            key={at}
            cx={x(gap)}
            cy={89 - level * 11}
            r={4.6}
            className="shuffle-dot"
            style={{ animationDelay: `${at * 60}ms` }}
          />
        );
      })}
      <path d={`M${x(real)} 8v88`} className="shuffle-real" />
      <text x={x(real)} y={118} textAnchor={real > 0 ? "end" : "start"} className="row-count">
        real gap {sayDifference(real, row.saying)}
      </text>
    </svg>
  );
}

/** How large a gap chance alone makes: the outlets (or articles) dealt to the two sides anew, twenty times. */
export function Shuffle({
  rows,
  groups,
  weighting,
  start,
}: {
  rows: readonly ShuffleRow[];
  groups: readonly Group[];
  weighting: Weighting;
  start: string;
}) {
  const [chosen, setChosen] = useState(start);
  const [deal, setDeal] = useState(0);
  const row = rows.find((each) => each.id === chosen) ?? rows[0];
  const [a, b] = groups;
  if (!row?.difference || !a || !b) return null;
  const dealt =
    deal === 0
      ? row.shuffle
      : shuffle(sums(row.outlets, a.id, row), sums(row.outlets, b.id, row), seededRandom(deal), undefined, weighting);
  if (!dealt) return null;
  return (
    <div className="shuffle">
      <div className="shuffle-choices">
        <label>
          Row
          <select value={row.id} onChange={(event) => setChosen(event.target.value)}>
            {rows.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setDeal((before) => before + 1)}>
          Deal again
        </button>
      </div>
      <Strip key={`${row.id} ${deal}`} gaps={dealt.gaps} real={row.difference.value} row={row} />
      <p role="status">
        {dealt.unit === "outlets" ? "Outlets" : "Articles"} dealt to the two sides at random, {dealt.gaps.length} times:{" "}
        <strong>
          {dealt.asFar} of {dealt.gaps.length}
        </strong>{" "}
        deals made a gap at least as large as the real one.
        {row.test ? ` Over all possible deals: p = ${row.test.p.toFixed(3)}.` : ""}
        {dealt.unit === "articles"
          ? " This is too easy a test: a side here has fewer than four outlets, and articles of one outlet resemble each other."
          : ""}
      </p>
    </div>
  );
}
