"use client";
import { useState } from "react";
import type { OutletSums, Weighting } from "#lib/compare/outletSums.ts";
import { seededRandom } from "#lib/compare/random.ts";
import { shuffle } from "#lib/compare/shuffle.ts";
import { sayDifference } from "#lib/chart/sentences.ts";
import type { Comparison, OutletPoint, PairedRow, Series } from "#lib/domain/series.ts";

export type ShuffleRow = Pick<PairedRow, "id" | "label" | "saying" | "difference" | "shuffle" | "test">;
type Deal = NonNullable<Comparison["shuffle"]>;

function sums(points: readonly OutletPoint[], group: string, row: PairedRow): OutletSums[] {
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

/** The rows with their outlets, from the chart's own file of numbers. */
async function rowsFrom(numbers: string): Promise<readonly PairedRow[]> {
  const answer = await fetch(numbers);
  if (!answer.ok) throw new Error(`The numbers could not be read: ${answer.status}.`);
  const series = (await answer.json()) as Series;
  return series.shape === "paired" || series.shape === "diverging" ? series.rows : [];
}

/** How large a gap chance alone makes: the outlets (or articles) dealt to the two sides anew, twenty times. */
export function Shuffle({
  rows,
  groups,
  weighting,
  numbers,
}: {
  rows: readonly ShuffleRow[];
  /** Ids of the two groups. */
  groups: readonly string[];
  weighting: Weighting;
  /** Where the outlets of each row are read when a reader deals anew: the chart's JSON. */
  numbers: string;
}) {
  const [chosen, setChosen] = useState(rows[0]?.id ?? "");
  const [deal, setDeal] = useState(0);
  const [full, setFull] = useState<readonly PairedRow[] | null>(null);
  const [failed, setFailed] = useState("");
  const row = rows.find((each) => each.id === chosen) ?? rows[0];
  const [a = "", b = ""] = groups;
  if (!row?.difference) return null;
  const whole = deal > 0 ? full?.find((each) => each.id === row.id) : undefined;
  const dealt: Deal | null = whole
    ? shuffle(sums(whole.outlets, a, whole), sums(whole.outlets, b, whole), seededRandom(deal), undefined, weighting)
    : row.shuffle;
  if (!dealt) return null;
  const dealAgain = async (): Promise<void> => {
    try {
      setFull(full ?? (await rowsFrom(numbers)));
      setDeal((before) => before + 1);
      setFailed("");
    } catch {
      setFailed("The outlets could not be read. Is the server still there?");
    }
  };
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
        <button type="button" onClick={() => void dealAgain()}>
          Deal again
        </button>
      </div>
      <Strip key={`${row.id} ${deal}`} gaps={dealt.gaps} real={row.difference.value} row={row} />
      {failed ? <p className="problem">{failed}</p> : null}
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
