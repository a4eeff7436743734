"use client";
import type { Estimate, Group, PairedRow, PairedSeries } from "#lib/domain/series.ts";
import { drawnRows } from "#lib/chart/drawn.ts";
import { saySide, sayValue } from "#lib/chart/sentences.ts";
import { useNarrow, useScene } from "#app/_charts/ChartContext.ts";
import { markPath } from "#app/_charts/looks.ts";
import { ArticleDots } from "./ArticleDots.tsx";
import { standsFor } from "./fewArticles.ts";
import { RowsPlot, type Place } from "./RowsPlot.tsx";
import { UnitStrip } from "./UnitStrip.tsx";

/** Distance of a dot from the middle of its row, px. */
const APART = 9;

/** From zero to a round share above everything drawn; the whole scale for scores. */
function domainOf(series: PairedSeries): [number, number] {
  const drawn = series.rows.flatMap((row) => [
    row.a.value,
    row.b.value,
    ...(row.a.interval ?? []),
    ...(row.b.interval ?? []),
    ...row.outlets.flatMap((point) => (point.n >= 10 ? point.value : [])),
    ...(row.dots?.a ?? []).map((dot) => dot.value),
    ...(row.dots?.b ?? []).map((dot) => dot.value),
  ]);
  const most = Math.max(0, ...drawn.map((value) => Math.abs(value ?? 0)));
  const round = [0.2, 0.4, 0.6, 0.8, 1].find((end) => most <= end) ?? 1;
  return series.rows.some((row) => row.saying === "score") ? [-round, round] : [0, round];
}

function Side({
  row,
  side,
  group,
  at,
  place,
}: {
  row: PairedRow;
  side: Estimate;
  group: Group;
  at: 0 | 1;
  place: Place;
}) {
  const { lookOf, href } = useScene();
  const { family, shape } = lookOf(group.id);
  const y = place.middle + (at === 0 ? -APART : APART);
  const said = `${row.label}, ${saySide(group.label, side, row.saying)}`;
  const open = href(group.id, row.behind);
  const dots = at === 0 ? row.dots?.a : row.dots?.b;
  const words = standsFor(side, row.saying, dots ?? null);
  if (words !== null) {
    return side.n > 0 ? (
      <a href={open} aria-label={`${said}: open the articles`} className="mark-link">
        <text x={place.left + 4} y={y} dominantBaseline="middle" className="row-count">
          {words}
        </text>
      </a>
    ) : null;
  }
  if (side.rung === "dots" && dots) {
    return (
      <g className={`side-${family}`}>
        <ArticleDots dots={dots} place={place} y={y} shape={shape} open={open} />
      </g>
    );
  }
  if (side.rung === "dots") {
    return (
      <UnitStrip
        k={side.k}
        n={side.n}
        x={place.left + 6}
        y={y}
        width={place.right - place.left - 12}
        look={{ family, shape }}
        href={open}
        said={said}
      />
    );
  }
  if (side.value === null) return null;
  return (
    <g className={`side-${family}`}>
      {side.interval ? (
        <line x1={place.x(side.interval[0])} x2={place.x(side.interval[1])} y1={y} y2={y} className="interval-line" />
      ) : null}
      <a href={open} aria-label={`${said}: open the articles`} className="mark-link">
        <path d={markPath(shape, place.x(side.value), y, 12)} className="dot-area" />
        <path d={markPath(shape, place.x(side.value), y, 6)} className="dot" />
        <title>{said}</title>
      </a>
    </g>
  );
}

function Outlets({ row, place }: { row: PairedRow; place: Place }) {
  const { groups, lookOf } = useScene();
  return row.outlets.map((point) => {
    const estimate = point.group === groups[0]?.id ? row.a : row.b;
    if (point.value === null || estimate.rung !== "share" || estimate.outlets < 2) return null;
    const { family, shape } = lookOf(point.group);
    const y = place.middle + (point.group === groups[0]?.id ? -APART : APART);
    return (
      <path
        key={`${point.group}:${point.outlet}`}
        d={markPath(shape, place.x(point.value), y, point.n < 10 ? 2 : 3.2)}
        className={`outlet side-${family}`}
      >
        <title>{`${point.label}: ${sayValue(point.value, row.saying)} of ${point.n} articles`}</title>
      </path>
    );
  });
}

function Adjusted({ row, place }: { row: PairedRow; place: Place }) {
  const { groups, lookOf } = useScene();
  return ([row.adjusted?.a, row.adjusted?.b] as const).map((share, at) => {
    const group = groups[at];
    if (!share || !group) return null;
    const y = place.middle + (at === 0 ? -APART : APART) + 5;
    const x = place.x(share.value);
    return (
      <g key={group.id} className={`side-${lookOf(group.id).family} adjusted`}>
        <line x1={place.x(share.interval[0])} x2={place.x(share.interval[1])} y1={y} y2={y} className="adjusted-line" />
        <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="adjusted-mark">
          <title>{`Error-adjusted: ${sayValue(share.value, "share")}, exploratory`}</title>
        </path>
      </g>
    );
  });
}

/** What stands at the right of a side's dot: the share and n, or k of n. */
function counted(side: Estimate, row: PairedRow): string {
  if (side.n === 0) return "no articles";
  if (side.rung === "illustration") return "";
  if (side.rung === "dots" || side.value === null)
    return row.saying === "share" ? `${side.k} of ${side.n}` : `n ${side.n}`;
  return `${sayValue(side.value, row.saying)} · n ${side.n.toLocaleString("en")}`;
}

function Counts({ row, place, narrow }: { row: PairedRow; place: Place; narrow: boolean }) {
  const { groups, lookOf } = useScene();
  return ([row.a, row.b] as const).map((side, at) => {
    const group = groups[at];
    if (!group) return null;
    const [text = "", n] = narrow ? counted(side, row).split(" · ") : [counted(side, row)];
    const x = narrow ? place.right - (at === 0 ? 58 : 0) : place.right + 16;
    return (
      <text
        key={group.id}
        x={x}
        y={narrow ? place.top + 19 : place.middle + (at === 0 ? -APART : APART)}
        textAnchor={narrow ? "end" : "start"}
        dominantBaseline="middle"
        className={`row-count side-${lookOf(group.id).family} side-ink`}
      >
        {text}
        {n === undefined ? null : (
          <tspan x={x} dy={15} className="row-n">
            {n}
          </tspan>
        )}
      </text>
    );
  });
}

/** Two dots a row with their intervals, every outlet a small faint mark behind them. Each dot opens its articles. */
export function PairedDots({ series, alt }: { series: PairedSeries; alt: string }) {
  const narrow = useNarrow();
  const [a, b] = series.groups;
  if (series.rows.length === 0 || !b) return null;
  const rows = drawnRows(series.rows);
  const domain = domainOf(series);
  const signed = domain[0] < 0;
  const ticks = [0, 1, 2, 3, 4].map((step) => domain[0] + ((domain[1] - domain[0]) * step) / 4);
  const onlyUnits = rows.every(
    (row) => row.a.rung !== "share" && row.b.rung !== "share" && !row.dots?.a && !row.dots?.b,
  );
  return (
    <RowsPlot
      rows={rows}
      families={series.families}
      domain={domain}
      ticks={onlyUnits ? [] : ticks}
      tick={(value) => sayValue(value, signed ? "score" : "share")}
      zero={signed}
      narrow={narrow}
      numbers={124}
      numberLines={2}
      rowHeights={{ wide: 48, narrow: 74 }}
      room={{ left: 236, right: 112 }}
      alt={alt}
      trust={series.trust}
      draw={(row, place) => (
        <g className={row.difference && row.wording !== "cannot tell" ? "row told" : "row untold"}>
          <Outlets row={row} place={place} />
          <Adjusted row={row} place={place} />
          <Side row={row} side={row.a} group={a} at={0} place={place} />
          <Side row={row} side={row.b} group={b} at={1} place={place} />
          <Counts row={row} place={place} narrow={narrow} />
        </g>
      )}
    />
  );
}
