"use client";
import { CartesianGrid, Scatter, ScatterChart, usePlotArea, XAxis, YAxis } from "recharts";
import type { WordRow, WordsSeries } from "#lib/domain/series.ts";
import { useNarrow, useScene } from "#app/_charts/ChartContext.ts";
import { markPath, wrap } from "#app/_charts/looks.ts";
import { Room } from "./Room.tsx";

const ROW = 30;
const HEAD = 40;
const nothing = () => <g />;

/** Round numbers of times; the axis ends beyond the last. */
const TICKS = [1, 3, 10, 30, 100, 300];
const FEW_TICKS = [1, 10, 100];
const TOP = Math.log(420);

/** Log-odds as "times as often": what a reader can picture. */
function times(value: number): string {
  const ratio = Math.exp(value);
  return ratio >= 9.95 || Math.abs(ratio - Math.round(ratio)) < 0.01
    ? `${Math.round(ratio)} ×`
    : `${ratio.toFixed(1)} ×`;
}

function Rows({ series, rows, at, top }: { series: WordsSeries; rows: readonly WordRow[]; at: number; top: number }) {
  const plot = usePlotArea();
  const { lookOf, href } = useScene();
  const group = series.groups[at];
  if (!plot || !group) return null;
  const look = lookOf(group.id);
  const x = (value: number) => plot.x + (Math.min(Math.max(value, 0), top) / top) * plot.width;
  return (
    <g className={`side-${look.family}`}>
      <text x={4} y={18} className="panel-label side-ink">
        {wrap(group.label, 30, 1)[0]}
      </text>
      <text x={plot.x + plot.width + 12} y={18} className="words-head">
        articles
      </text>
      <text x={plot.x + plot.width + 12} y={33} className="words-head">
        here : else
      </text>
      {rows.map((row, index) => {
        const y = plot.y + index * ROW + ROW / 2;
        const mine = row.uses[at];
        const others = row.uses.reduce((sum, use, other) => (other === at ? sum : sum + use.articles), 0);
        const said = `${row.term}: ${times(row.value)} as often in ${group.label}, in ${mine?.articles ?? 0} of its articles and ${others} of the others`;
        return (
          <g key={row.term}>
            <line x1={0} x2={plot.x + plot.width} y1={y + ROW / 2} y2={y + ROW / 2} className="row-rule" />
            <text x={plot.x - 12} y={y} textAnchor="end" dominantBaseline="middle" className="row-label">
              {wrap(row.term, 16, 1)[0]}
            </text>
            <line x1={x(row.interval[0])} x2={x(row.interval[1])} y1={y} y2={y} className="interval-line thin" />
            <a
              href={href(group.id, null, { search: row.term })}
              aria-label={`${said}: open the articles`}
              className="mark-link"
            >
              <path d={markPath(look.shape, x(row.value), y, 11)} className="dot-area" />
              <path d={markPath(look.shape, x(row.value), y, 5)} className="dot" />
              <title>{said}</title>
            </a>
            <text x={plot.x + plot.width + 12} y={y} dominantBaseline="middle" className="row-count">
              <tspan className="side-ink">{mine?.articles ?? 0}</tspan> : {others}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** A column of words for each group, the surest first; at the right, articles with the word here and elsewhere. */
export function Words({ series, alt }: { series: WordsSeries; alt: string }) {
  const narrow = useNarrow();
  const drawn = series.columns.flatMap((column) => column.rows);
  if (drawn.length === 0) return null;
  const most = Math.max(1, ...drawn.map((row) => row.interval[1]));
  const top = Math.min(TOP, Math.log(TICKS.find((tick) => Math.log(tick) >= most) ?? 420));
  return (
    <div className="chart word-columns" role="group" aria-label={alt}>
      {series.columns.map((column, at) => {
        const height = HEAD + Math.max(1, column.rows.length) * ROW + 34;
        return (
          <div key={column.group} className="word-column">
            <Room height={height} start={480}>
              <ScatterChart accessibilityLayer={false} margin={{ top: HEAD, right: 78, bottom: 2, left: 138 }}>
                <CartesianGrid horizontal={false} stroke="var(--rule)" />
                <XAxis
                  type="number"
                  dataKey="x"
                  domain={[0, top]}
                  ticks={(narrow ? FEW_TICKS : TICKS).map((tick) => Math.log(tick)).filter((tick) => tick <= top)}
                  interval={0}
                  tickFormatter={(value: number) => (value === 0 ? "equal" : times(value))}
                  stroke="var(--rule-strong)"
                  tickLine={false}
                  tick={{ fill: "var(--muted)", fontSize: 12 }}
                />
                <YAxis type="number" dataKey="y" domain={[0, 1]} hide />
                <Scatter data={[{ x: 0, y: 0 }]} shape={nothing} isAnimationActive={false} />
                <Rows series={series} rows={column.rows} at={at} top={top} />
              </ScatterChart>
            </Room>
          </div>
        );
      })}
    </div>
  );
}
