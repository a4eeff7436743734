"use client";
import type { CSSProperties, ReactNode } from "react";
import { CartesianGrid, Scatter, ScatterChart, usePlotArea, XAxis, YAxis } from "recharts";
import { isUnderFloor } from "#lib/chart/trust.ts";
import type { Family } from "#lib/domain/series.ts";
import type { Trust } from "#lib/domain/trust.ts";
import { wrap } from "#app/_charts/looks.ts";
import { Room } from "./Room.tsx";

/** Where one row stands, px: `x` maps a value, `middle` is the row's own line. */
export interface Place {
  x: (value: number) => number;
  left: number;
  right: number;
  top: number;
  middle: number;
  height: number;
}
interface Row {
  id: string;
  label: string;
  family: string;
  wording?: string;
  behind?: { target: string; voice: string | undefined };
}
interface Props<R extends Row> {
  rows: readonly R[];
  families: readonly Family[];
  domain: readonly [number, number];
  ticks: readonly number[];
  tick: (value: number) => string;
  zero: boolean;
  narrow: boolean;
  rowHeights: { wide: number; narrow: number };
  /** Room the numbers above a narrow row take, px, in its first line or in two. */
  numbers: number;
  numberLines: 1 | 2;
  /** Room for labels at the left and for numbers at the right, px, where the screen is wide. */
  room: { left: number; right: number };
  alt: string;
  trust: Trust | null;
  draw: (row: R, place: Place) => ReactNode;
}

type Numbers = Pick<Props<Row>, "numbers" | "numberLines">;

const HEADING = 46;
const AXIS = 34;
const nothing = () => <g />;
const LABEL_LINE = 17;
/** Where a note stands beneath a label of two lines. */
const TIGHT_LINE = 14.5;

function headed(families: readonly Family[]): boolean {
  return families.length > 1;
}

/** On a narrow screen the unit stands under the label: beside it there is no room. */
function Heading(props: { family: Family; unit: boolean; narrow: boolean; x: number; top: number }) {
  const { family, unit, narrow, x, top } = props;
  const below = unit && narrow;
  return (
    <text x={x} y={top + (below ? 20 : 32)} className="family-label">
      {family.label}
      {unit ? (
        <tspan className="family-unit" {...(below ? { x, dy: 15 } : { dx: 10 })}>
          {family.unit}
        </tspan>
      ) : null}
    </text>
  );
}

/** Width of a letter of a label on a narrow screen, px; a longer label than `SHORT` letters may need a second line. */
const LETTER = 6.9;
const SHORT = 24;

/** On a narrow screen lines stop before the numbers; one below them has the whole width. */
function narrowLines(label: string, place: Place, { numbers, numberLines }: Numbers): string[] {
  const width = place.right - place.left;
  if (numberLines === 2) return wrap(label, Math.floor((width - numbers) / LETTER), 2);
  const [first = ""] = wrap(label, Math.floor((width - numbers) / LETTER), Number.MAX_SAFE_INTEGER);
  const rest = label.slice(first.length).trim();
  return rest ? [first, ...wrap(rest, Math.floor(width / LETTER), 1)] : [first];
}

const rowHeightOf = (rows: readonly Row[], heights: { wide: number; narrow: number }, narrow: boolean): number =>
  narrow ? heights.narrow + (rows.some(({ label }) => label.length > SHORT) ? LABEL_LINE : 0) : heights.wide;

function Label(props: { row: Row; weak: boolean; place: Place; narrow: boolean } & Numbers) {
  const { row, weak, place, narrow } = props;
  const lines = narrow ? narrowLines(row.label, place, props) : wrap(row.label, 31, 2);
  const below = weak && !narrow ? 1 : 0;
  const step = below && lines.length > 1 ? TIGHT_LINE : LABEL_LINE;
  const first = narrow ? place.top + 19 : place.middle - ((lines.length - 1 + below) * step) / 2;
  return (
    <text
      dominantBaseline="middle"
      textAnchor={narrow ? "start" : "end"}
      className={`row-label say-${(row.wording ?? "").replace(" ", "-")}`}
    >
      {lines.map((line, at) => (
        <tspan key={line} x={narrow ? place.left : place.left - 16} y={first + at * step}>
          {line}
        </tspan>
      ))}
      {below ? (
        <tspan x={place.left - 16} y={first + lines.length * step} className="weak-note">
          tag too weak to rely on
        </tspan>
      ) : null}
      <title>{row.label}</title>
    </text>
  );
}

function Layer<R extends Row>({ rows, families, domain, narrow, rowHeights, trust, zero, draw, ...more }: Props<R>) {
  const rowHeight = rowHeightOf(rows, rowHeights, narrow);
  const labelRoom = 30 + rowHeight - (narrow ? rowHeights.narrow : rowHeights.wide);
  const numbered: Numbers = { numbers: more.numbers, numberLines: more.numberLines };
  const plot = usePlotArea();
  if (!plot) return null;
  const x = (value: number) => plot.x + ((value - domain[0]) / (domain[1] - domain[0])) * plot.width;
  const weak = (row: R): boolean => isUnderFloor(trust, row.behind?.target ?? "", row.behind?.voice);
  const drawn: ReactNode[] = [];
  const units = new Set(families.map((each) => each.unit)).size > 1;
  let top = plot.y;
  let family = "";
  for (const row of rows) {
    if (headed(families) && row.family !== family) {
      family = row.family;
      const found = families.find((each) => each.id === family);
      if (found)
        drawn.push(
          <Heading
            key={`family ${family}`}
            family={found}
            unit={units}
            narrow={narrow}
            x={narrow ? plot.x : 2}
            top={top}
          />,
        );
      top += HEADING;
    }
    const place: Place = {
      x,
      left: plot.x,
      right: plot.x + plot.width,
      top,
      middle: narrow ? top + labelRoom + (rowHeight - labelRoom) / 2 : top + rowHeight / 2,
      height: rowHeight,
    };
    drawn.push(
      <g key={row.id} className={weak(row) ? "weak-row" : ""}>
        <line x1={narrow ? plot.x : 0} x2={place.right} y1={top} y2={top} className="row-rule" />
        <Label row={row} weak={weak(row)} place={place} narrow={narrow} {...numbered} />
        {draw(row, place)}
      </g>,
    );
    top += rowHeight;
  }
  return (
    <g>
      {zero ? <line x1={x(0)} x2={x(0)} y1={plot.y} y2={plot.y + plot.height} className="zero-rule" /> : null}
      {drawn}
    </g>
  );
}

/** Rows on one scale: recharts draws axis and grid, `draw` the marks of each row. */
export function RowsPlot<R extends Row>(props: Props<R>) {
  const { rows, families, domain, ticks, tick, narrow, rowHeights, room, alt } = props;
  const headings = headed(families) ? new Set(rows.map((row) => row.family)).size : 0;
  const heightOf = (row: number): number => rows.length * row + headings * HEADING + AXIS;
  const height = heightOf(rowHeightOf(rows, rowHeights, narrow));
  // Room is kept before scripts know the width, so that nothing below moves.
  const kept = { "--narrow-height": `${heightOf(rowHeightOf(rows, rowHeights, true))}px` } as CSSProperties;
  return (
    <div className="chart" role="group" aria-label={alt} style={kept}>
      <Room height={height} start={640}>
        <ScatterChart
          accessibilityLayer={false}
          margin={
            narrow
              ? { top: 2, right: 16, bottom: 2, left: 16 }
              : { top: 2, right: room.right, bottom: 2, left: room.left }
          }
        >
          <CartesianGrid horizontal={false} stroke="var(--rule)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={[...domain]}
            ticks={[...ticks]}
            interval={0}
            tickFormatter={tick}
            stroke="var(--rule-strong)"
            tickLine={false}
            tick={{ fill: "var(--muted)", fontSize: 13 }}
          />
          <YAxis type="number" dataKey="y" domain={[0, 1]} hide />
          <Scatter data={[{ x: domain[0], y: 0 }]} shape={nothing} isAnimationActive={false} />
          <Layer {...props} />
        </ScatterChart>
      </Room>
    </div>
  );
}
