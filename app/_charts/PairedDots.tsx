"use client";
import { useSyncExternalStore } from "react";
import { CartesianGrid, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { PairedSeries } from "#lib/domain/series.ts";
import type { Saying } from "#lib/chart/sentences.ts";
import type { RowLinks } from "./links.ts";
import { Rows } from "./PairedRows.tsx";

const ROW_HEIGHT = { wide: 46, narrow: 64 };
const NARROW = "(max-width: 640px)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** The ends of the axis: whole scale for scores, from zero to a round share above everything drawn otherwise. */
function domainOf(series: PairedSeries, saying: Saying): [number, number] {
  const drawn = series.rows.flatMap((row) => [
    row.a.value,
    row.b.value,
    ...(row.a.interval ?? []),
    ...(row.b.interval ?? []),
    ...row.outlets.map((point) => point.value),
  ]);
  const most = Math.max(0, ...drawn.map((value) => Math.abs(value ?? 0)));
  const round = [0.2, 0.4, 0.6, 0.8, 1].find((end) => most <= end) ?? 1;
  return saying === "score" ? [-round, round] : [0, round];
}

function tick(value: number, saying: Saying): string {
  if (saying !== "score") return `${Math.round(value * 100)} %`;
  return value === 0 ? "0" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}

const nothing = () => <g />;

/**
 * Two dots a row with their intervals, every outlet a small faint mark behind them. Each dot is a link to its articles.
 * The table beside it carries the same numbers for readers without scripts.
 */
export function PairedDots({
  series,
  saying,
  links,
  alt,
}: {
  series: PairedSeries;
  saying: Saying;
  links: Record<string, RowLinks>;
  alt: string;
}) {
  const narrow = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
  if (series.rows.length === 0) return null;
  const domain = domainOf(series, saying);
  const [low, high] = domain;
  const ticks = [0, 1, 2, 3, 4].map((step) => low + ((high - low) * step) / 4);
  const height = series.rows.length * (narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide) + 40;
  return (
    <div className="chart" role="group" aria-label={alt}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <ScatterChart
          accessibilityLayer={false}
          margin={narrow ? { top: 4, right: 18, bottom: 4, left: 18 } : { top: 4, right: 112, bottom: 4, left: 210 }}
        >
          <CartesianGrid horizontal={false} className="chart-grid" stroke="var(--rule)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={domain}
            ticks={ticks}
            interval={0}
            tickFormatter={(value: number) => tick(value, saying)}
            stroke="var(--rule-strong)"
            tick={{ fill: "var(--muted)", fontSize: 13 }}
          />
          <YAxis type="number" dataKey="y" domain={[0, series.rows.length]} hide />
          {saying === "score" ? <ReferenceLine x={0} stroke="var(--rule-strong)" /> : null}
          <Scatter data={[{ x: low, y: 0 }]} shape={nothing} isAnimationActive={false} />
          <Rows series={series} saying={saying} links={links} domain={domain} narrow={narrow} />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  );
}
