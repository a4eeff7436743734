"use client";
import type { DivergingBar, DivergingSeries, Group } from "#lib/domain/series.ts";
import { sayValue } from "#lib/chart/sentences.ts";
import { useNarrow, useScene } from "#app/_charts/ChartContext.ts";
import { markPath } from "#app/_charts/looks.ts";
import { RowsPlot, type Place } from "./RowsPlot.tsx";

const APART = 11;
const THICK = 15;
type Row = DivergingSeries["rows"][number];

/** Where each level's stretch begins and ends when the middle level is centred on zero. */
function stretches(shares: readonly number[], levels: DivergingSeries["levels"]): [number, number][] {
  const middle = levels.findIndex((level) => level.tone === 0);
  const half = (shares[middle] ?? 0) / 2;
  const before = shares.slice(0, middle).reduce((sum, share) => sum + share, 0);
  let at = -half - before;
  return shares.map((share) => {
    const from = at;
    at += share;
    return [from, at];
  });
}

interface SideProps {
  series: DivergingSeries;
  row: Row;
  bar: DivergingBar;
  group: Group;
  at: number;
  place: Place;
}

function Bars({ series, row, bar, group, at, place }: SideProps) {
  const { lookOf, href } = useScene();
  const told = bar.counts.reduce((sum, count) => sum + count, 0);
  const shares = bar.counts.map((count) => (told > 0 ? count / told : 0));
  const y = place.middle + (at === 0 ? -APART : APART);
  return (
    <g className={`side-${lookOf(group.id).family}`}>
      {stretches(shares, series.levels).map(([from, to], level) => {
        const { id = "", label = "", tone = 0 } = series.levels[level] ?? {};
        const behind = row.behindLevel[level];
        const count = bar.counts[level] ?? 0;
        if (count === 0 || !behind) return null;
        const width = place.x(to) - place.x(from);
        const said = `${row.label}, ${group.label}, ${label}: ${sayValue(count / told, "share")} (${count} of ${told} articles with a clear stance)`;
        return (
          <a key={id} href={href(group.id, behind)} aria-label={`${said}: open the articles`} className="mark-link">
            <rect
              x={place.x(from) + 0.5}
              y={y - THICK / 2}
              width={Math.max(1, width - 1)}
              height={THICK}
              className={`stretch tone-${tone < 0 ? "against" : tone > 0 ? "for" : "neutral"}`}
            />
            {width > 34 ? (
              <text
                x={(place.x(from) + place.x(to)) / 2}
                y={y + 0.5}
                className={`stretch-label on-${tone < 0 ? "against" : tone > 0 ? "for" : "neutral"}`}
              >
                {sayValue(count / told, "share")}
              </text>
            ) : null}
            <title>{said}</title>
          </a>
        );
      })}
    </g>
  );
}

/** Below thirty articles one mark an article, neutral ones in the middle. */
function Units({ series, row, bar, group, at, place }: SideProps) {
  const { lookOf, href } = useScene();
  const look = lookOf(group.id);
  const y = place.middle + (at === 0 ? -APART : APART);
  const told = bar.counts.reduce((sum, count) => sum + count, 0);
  const step = Math.min(12, (place.right - place.left) / 2 / Math.max(1, told));
  const spans = stretches(bar.counts, series.levels);
  return (
    <g className={`side-${look.family}`}>
      {spans.map(([from], level) => {
        const { id = "", label = "", tone = 0 } = series.levels[level] ?? {};
        const behind = row.behindLevel[level];
        const count = bar.counts[level] ?? 0;
        if (count === 0 || !behind) return null;
        const start = place.x(0) + (from + 0.5) * step;
        const said = `${row.label}, ${group.label}, ${label}: ${count} of ${told} articles with a clear stance`;
        return (
          <a key={id} href={href(group.id, behind)} aria-label={`${said}: open the articles`} className="mark-link">
            <rect x={start - step / 2} y={y - 9} width={step * count} height={18} rx={6} className="dot-area" />
            {Array.from({ length: count }, (_, unit) => (
              <path
                key={unit}
                d={markPath(look.shape, start + unit * step, y, Math.min(4.2, step * 0.38))}
                className={tone === 0 ? "unit unit-open" : "unit"}
              />
            ))}
            <title>{said}</title>
          </a>
        );
      })}
    </g>
  );
}

function Unclear({ row, bar, group, at, place, narrow }: SideProps & { narrow: boolean }) {
  const { lookOf, href } = useScene();
  const told = bar.counts.reduce((sum, count) => sum + count, 0);
  const discussed = told + bar.unclear;
  const y = narrow ? place.top + 19 : place.middle + (at === 0 ? -APART : APART);
  const x = narrow ? place.right - (at === 0 ? 74 : 0) : place.right + 16;
  const said = `${row.label}, ${group.label}: ${bar.unclear} of ${discussed} articles that discuss it take no clear stance`;
  if (discussed === 0) return null;
  return (
    <a href={href(group.id, row.behindAll)} aria-label={`${said}: open the articles`} className="mark-link">
      <text
        x={x}
        y={y}
        dominantBaseline="middle"
        textAnchor={narrow ? "end" : "start"}
        className={`row-count side-${lookOf(group.id).family} side-ink`}
      >
        {narrow ? `${bar.unclear}/${discussed}` : `${bar.unclear} of ${discussed}`}
      </text>
      <title>{said}</title>
    </a>
  );
}

function Side(props: SideProps & { narrow: boolean }) {
  const { bar, row, place, at, narrow } = props;
  const told = bar.counts.reduce((sum, count) => sum + count, 0);
  if (bar.mean.rung === "share") return <Bars {...props} />;
  if (bar.mean.rung === "dots") return <Units {...props} />;
  const y = place.middle + (at === 0 ? -APART : APART);
  if (told + bar.unclear === 0) return null;
  return (
    <text
      key={row.id}
      x={narrow ? place.left + 4 : place.x(0) + 10}
      y={y}
      dominantBaseline="middle"
      className="row-count"
    >
      {told === 0 ? "no clear stance" : `${told} with a clear stance, too few to draw`}
    </text>
  );
}

/** Against to the left, for to the right, neutral centred; what takes no clear stance is counted at the side. */
export function Diverging({ series, alt }: { series: DivergingSeries; alt: string }) {
  const narrow = useNarrow();
  if (series.rows.length === 0) return null;
  const shares = series.rows.some((row) => row.bars.some((bar) => bar.mean.rung === "share"));
  return (
    <>
      <p className="chart-ends" aria-hidden="true">
        <span>← against</span>
        <span>neutral or mixed</span>
        <span>for →</span>
        <span className="chart-ends-side">no clear stance</span>
      </p>
      <RowsPlot
        rows={series.rows}
        families={series.families}
        domain={[-1, 1]}
        ticks={shares ? [-1, -0.5, 0, 0.5, 1] : []}
        tick={(value) => `${Math.abs(Math.round(value * 100))} %`}
        zero
        narrow={narrow}
        numbers={158}
        numberLines={1}
        rowHeights={{ wide: 58, narrow: 82 }}
        room={{ left: 236, right: 112 }}
        alt={alt}
        trust={series.trust}
        draw={(row, place) => (
          <g>
            {row.bars.map((bar, at) => {
              const group = series.groups[at];
              return group ? (
                <g key={group.id}>
                  <Side series={series} row={row} bar={bar} group={group} at={at} place={place} narrow={narrow} />
                  <Unclear series={series} row={row} bar={bar} group={group} at={at} place={place} narrow={narrow} />
                </g>
              ) : null;
            })}
          </g>
        )}
      />
    </>
  );
}
