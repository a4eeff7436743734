"use client";
import { usePlotArea } from "recharts";
import type { Estimate, PairedRow, PairedSeries } from "#lib/domain/series.ts";
import { saySide, type Saying } from "#lib/chart/sentences.ts";
import { sideLook } from "#app/_ui/SideMark.tsx";
import type { RowLinks } from "./links.ts";

/** Distance of a dot from the middle of its row, px. */
const APART = 8;

/** A side's mark around (x, y): circle, diamond, triangle or square of the same visual weight. */
function markPath(side: string, x: number, y: number, size: number): string {
  const s = size;
  switch (sideLook(side).shape) {
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

/** Below thirty articles a side has no share: k of n stands instead. */
function counted(side: Estimate, saying: Saying): string | null {
  if (side.rung === "share") return null;
  return saying === "share" ? `${side.k} of ${side.n}` : `n ${side.n}`;
}

export function Rows({
  series,
  saying,
  links,
  domain,
  narrow,
}: {
  series: PairedSeries;
  saying: Saying;
  links: Record<string, RowLinks>;
  domain: [number, number];
  narrow: boolean;
}) {
  const plot = usePlotArea();
  if (!plot) return null;
  const x = (value: number) => plot.x + ((value - domain[0]) / (domain[1] - domain[0])) * plot.width;
  const step = plot.height / series.rows.length;
  return (
    <g>
      {series.rows.map((row, index) => {
        const top = plot.y + index * step;
        const middle = narrow ? top + step * 0.64 : top + step / 2;
        return (
          <g key={row.id} className={row.difference && row.wording !== "cannot tell" ? "row told" : "row untold"}>
            {index > 0 ? (
              <line x1={narrow ? plot.x : 0} x2={plot.x + plot.width} y1={top} y2={top} className="row-rule" />
            ) : null}
            <Label row={row} x={narrow ? plot.x : plot.x - 14} y={narrow ? top + 18 : middle} narrow={narrow} />
            <Counts
              row={row}
              series={series}
              saying={saying}
              x={plot.x + plot.width + (narrow ? 0 : 14)}
              y={narrow ? top + 18 : middle}
              narrow={narrow}
            />
            {row.outlets.map((point) =>
              point.value === null ? null : (
                <path
                  key={`${point.side}:${point.outlet}`}
                  d={markPath(
                    point.side,
                    x(point.value),
                    middle + (point.side === series.groupA.id ? -APART : APART),
                    3.2,
                  )}
                  className={`outlet side-${sideLook(point.side).family}`}
                >
                  <title>{`${point.label}: ${saying === "share" ? `${point.k} of ${point.n}` : `${point.n} articles`}`}</title>
                </path>
              ),
            )}
            <Dot
              side={row.a}
              group={series.groupA}
              href={links[row.id]?.a}
              row={row}
              saying={saying}
              x={x}
              y={middle - APART}
            />
            <Dot
              side={row.b}
              group={series.groupB}
              href={links[row.id]?.b}
              row={row}
              saying={saying}
              x={x}
              y={middle + APART}
            />
          </g>
        );
      })}
    </g>
  );
}

function Label({ row, x, y, narrow }: { row: PairedRow; x: number; y: number; narrow: boolean }) {
  return (
    <text x={x} y={y} dominantBaseline="middle" textAnchor={narrow ? "start" : "end"} className="row-label">
      {row.label.length > 32 ? `${row.label.slice(0, 31)}…` : row.label}
      <title>{row.label}</title>
    </text>
  );
}

function Counts({
  row,
  series,
  saying,
  x,
  y,
  narrow,
}: {
  row: PairedRow;
  series: PairedSeries;
  saying: Saying;
  x: number;
  y: number;
  narrow: boolean;
}) {
  const a = counted(row.a, saying);
  const b = counted(row.b, saying);
  const anchor = narrow ? "end" : "start";
  return (
    <text x={x} y={narrow ? y : y - APART} dominantBaseline="middle" textAnchor={anchor} className="row-count">
      {a ? <tspan className={`side-${sideLook(series.groupA.id).family}`}>{a}</tspan> : null}
      {narrow && a && b ? <tspan> · </tspan> : null}
      {b ? (
        <tspan
          className={`side-${sideLook(series.groupB.id).family}`}
          {...(narrow ? {} : { x, dy: a ? 2 * APART : 2 * APART })}
        >
          {b}
        </tspan>
      ) : null}
    </text>
  );
}

function Dot({
  side,
  group,
  href,
  row,
  saying,
  x,
  y,
}: {
  side: Estimate;
  group: PairedSeries["groupA"];
  href: string | undefined;
  row: PairedRow;
  saying: Saying;
  x: (value: number) => number;
  y: number;
}) {
  if (side.value === null) return null;
  const { family } = sideLook(group.id);
  const said = `${row.label}, ${saySide(group.label, side, saying)}`;
  return (
    <g className={`side-${family}`}>
      {side.interval ? (
        <line x1={x(side.interval[0])} x2={x(side.interval[1])} y1={y} y2={y} className="interval-line" />
      ) : null}
      <a {...(href ? { href } : {})} aria-label={`${said}: open the articles`} className="dot-link">
        <path d={markPath(group.id, x(side.value), y, 12)} className="dot-area" />
        <path d={markPath(group.id, x(side.value), y, 6)} className={side.rung === "share" ? "dot" : "dot dot-open"} />
        <title>{said}</title>
      </a>
    </g>
  );
}
