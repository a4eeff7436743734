"use client";
import { Scatter, ScatterChart, usePlotArea, XAxis, YAxis } from "recharts";
import type { HeatCell, HeatmapSeries } from "#lib/domain/series.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { sayValue } from "#lib/chart/sentences.ts";
import { useNarrow, useScene } from "#app/_charts/ChartContext.ts";
import { markPath, wrap } from "#app/_charts/looks.ts";
import { Room } from "./Room.tsx";

const HEIGHT = 38;
/** Cells are narrower where many outlets stand side by side; below that the drawing scrolls. */
const WIDTH = { most: 54, least: 46 };
/** Room for the last outlet's slanting name. */
const LAST = 70;
/** What a page of 1280 pixels has for a drawing. */
const PAGE = 1080;
const TOP = 124;
const GROUP_GAP = 16;
const nothing = () => <g />;

/** 0..1: how dark a cell is. For scores dark is against, so that one hue is enough; the number says the rest. */
function depth(value: number, series: HeatmapSeries, most: number): number {
  return series.saying === "score" ? Math.min(1, Math.max(0, (most - value) / (2 * most))) : Math.min(1, value / most);
}

function mostOf(series: HeatmapSeries): number {
  const values = series.rows.flatMap((row) =>
    row.cells.flatMap((cell) => (cell.value !== null && cell.n >= series.hatchBelow ? [Math.abs(cell.value)] : [])),
  );
  return Math.max(0.2, ...values);
}

/** Under thirty articles there is no percentage and no score: k of n, or n alone, and the shade. */
function short(cell: HeatCell, series: HeatmapSeries): string {
  if (cell.value === null) return "–";
  if (cell.n < SHARES_FROM) return series.saying === "score" ? "" : `${cell.k} of`;
  return series.saying === "score" ? sayValue(cell.value, "score") : sayValue(cell.value, "share");
}

function Cells({ series, label, cell: width }: { series: HeatmapSeries; label: number; cell: number }) {
  const plot = usePlotArea();
  const { href, lookOf, groupOf } = useScene();
  if (!plot) return null;
  const most = mostOf(series);
  const lefts: number[] = [];
  let left = plot.x;
  for (const [at, column] of series.columns.entries()) {
    if (at > 0 && column.group !== series.columns[at - 1]?.group) left += GROUP_GAP;
    lefts.push(left);
    left += width;
  }
  return (
    <g>
      <defs>
        <pattern id="few" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="few-ground" />
          <line x1="0" y1="0" x2="0" y2="7" className="few-line" />
        </pattern>
      </defs>
      {series.columns.map((column, at) => {
        const x = (lefts[at] ?? 0) + width / 2;
        const look = lookOf(column.group);
        const first = at === 0 || column.group !== series.columns[at - 1]?.group;
        return (
          <g key={`${column.group}:${column.outlet}`} className={`side-${look.family}`}>
            {first ? (
              <text x={(lefts[at] ?? 0) + 2} y={14} className="heat-group">
                {groupOf(column.group)?.label}
              </text>
            ) : null}
            <path d={markPath(look.shape, x, plot.y - 12, 4.5)} className="heat-shape" />
            <text x={x + 4} y={plot.y - 24} transform={`rotate(-38 ${x + 4} ${plot.y - 24})`} className="heat-outlet">
              {wrap(column.label, 17, 1)[0]}
              <title>{column.label}</title>
            </text>
          </g>
        );
      })}
      {series.rows.map((row, index) => {
        const top = plot.y + index * HEIGHT;
        const lines = wrap(row.label, Math.floor(label / 7.6), 2);
        return (
          <g key={row.id}>
            <text textAnchor="end" dominantBaseline="middle" className={label < 200 ? "row-label small" : "row-label"}>
              {lines.map((line, at) => (
                <tspan key={line} x={plot.x - 12} y={top + HEIGHT / 2 + (at - (lines.length - 1) / 2) * 16}>
                  {line}
                </tspan>
              ))}
              <title>{row.label}</title>
            </text>
            {row.cells.map((cell, at) => {
              const column = series.columns[at];
              if (!column) return null;
              const few = cell.n < series.hatchBelow;
              const dark = cell.value === null || few ? 0 : depth(cell.value, series, most);
              const counted = series.saying === "share" ? `${cell.k} of ${cell.n} articles` : `${cell.n} articles`;
              const said = `${column.label}, ${row.label}: ${cell.value === null || few ? "too few, " : cell.n < SHARES_FROM ? "" : `${sayValue(cell.value, series.saying)}, `}${counted}`;
              const x = lefts[at] ?? 0;
              const body = (
                <>
                  <rect
                    x={x}
                    y={top}
                    width={width - 2}
                    height={HEIGHT - 2}
                    className="heat-cell"
                    {...(few
                      ? { fill: "url(#few)" }
                      : {
                          style: {
                            fill: `color-mix(in oklab, var(--heat) ${Math.round(8 + dark * 88)}%, var(--heat-ground))`,
                          },
                        })}
                  />
                  <text
                    x={x + width / 2 - 1}
                    y={top + 15}
                    className={`heat-value ${!few && dark > 0.55 ? "on-dark" : ""} ${few ? "heat-few" : ""}`}
                  >
                    {few && cell.n === 0 ? "" : few ? "" : short(cell, series)}
                  </text>
                  <text x={x + width / 2 - 1} y={top + 29} className={`heat-n ${!few && dark > 0.55 ? "on-dark" : ""}`}>
                    {few && series.saying === "share" && cell.n > 0
                      ? `${cell.k} of ${cell.n}`
                      : cell.n < SHARES_FROM && series.saying === "share" && !few
                        ? String(cell.n)
                        : `n ${cell.n}`}
                  </text>
                  <title>{said}</title>
                </>
              );
              return cell.n > 0 ? (
                <a
                  key={column.outlet}
                  href={href(column.group, row.behind, { outlet: column.outlet })}
                  aria-label={`${said}: open the articles`}
                  className="mark-link heat-link"
                >
                  {body}
                </a>
              ) : (
                <g key={column.outlet}>{body}</g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

/** One column an outlet, grouped by side; n in every cell, hatched where it is small. */
export function Heatmap({ series, alt }: { series: HeatmapSeries; alt: string }) {
  const narrow = useNarrow();
  if (series.rows.length === 0) return null;
  const label = narrow ? 132 : 224;
  const gaps = new Set(series.columns.map((column) => column.group)).size - 1;
  const beside = label + gaps * GROUP_GAP + LAST;
  const fitting = Math.floor((PAGE - beside) / series.columns.length);
  const cell = Math.max(WIDTH.least, Math.min(WIDTH.most, fitting));
  const width = beside + series.columns.length * cell;
  const height = TOP + series.rows.length * HEIGHT + 8;
  return (
    <>
      <p className="heat-key" aria-hidden="true">
        <span>{series.saying === "score" ? "for" : "few"}</span>
        <span className="heat-ramp" />
        <span>{series.saying === "score" ? "against" : "many"}</span>
        <span className="heat-few">
          <span className="heat-hatch" /> fewer than {series.hatchBelow} articles
        </span>
      </p>
      <div className="chart chart-scroll" role="group" aria-label={alt} tabIndex={-1}>
        <div style={{ width, minWidth: width }}>
          <Room width={width} height={height} start={width}>
            <ScatterChart accessibilityLayer={false} margin={{ top: TOP, right: LAST, bottom: 4, left: label }}>
              <XAxis type="number" dataKey="x" domain={[0, 1]} hide />
              <YAxis type="number" dataKey="y" domain={[0, 1]} hide />
              <Scatter data={[{ x: 0, y: 0 }]} shape={nothing} isAnimationActive={false} />
              <Cells series={series} label={label} cell={cell} />
            </ScatterChart>
          </Room>
        </div>
      </div>
    </>
  );
}
