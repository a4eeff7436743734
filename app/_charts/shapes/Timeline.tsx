"use client";
import { CartesianGrid, Line, LineChart, ReferenceLine, usePlotArea, XAxis, YAxis } from "recharts";
import type { TimelineSeries, TimePoint } from "#lib/domain/series.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { sayValue } from "#lib/chart/sentences.ts";
import { useScene } from "#app/_charts/ChartContext.ts";
import { markPath, wrap } from "#app/_charts/looks.ts";
import { Room, useDrawing } from "./Room.tsx";

const HEIGHT = 208;
const STRIP = 26;
type Panel = TimelineSeries["panels"][number];

function sunday(monday: string): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6);
  return day.toISOString().slice(0, 10);
}

/** "16 Jun" from an ISO day. */
function sayDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

/** One line a week that has events, with the numbers they carry in the list. */
function marksOf(series: TimelineSeries): { week: string; numbers: string }[] {
  const weeks = new Map<string, string[]>();
  for (const [at, event] of series.events.entries()) {
    const week = series.weeks.findLast((each) => each <= event.day);
    if (week) weeks.set(week, [...(weeks.get(week) ?? []), String(at + 1)]);
  }
  return [...weeks].map(([week, numbers]) => ({ week, numbers: numbers.join(", ") }));
}

function domainOf(series: TimelineSeries): [number, number] {
  const values = series.panels.flatMap((panel) =>
    panel.lines.flatMap((line) =>
      line.points.flatMap((point) => (point.value === null ? [] : [Math.abs(point.value)])),
    ),
  );
  const most = Math.max(0.1, ...values);
  const round = [0.2, 0.4, 0.6, 0.8, 1].find((end) => most <= end) ?? 1;
  return series.saying === "score" ? [-round, round] : [0, round];
}

/** Bars of n under the axis, one row a line; an empty week leaves a hole. */
function Counts({ panel, weeks, most }: { panel: Panel; weeks: readonly string[]; most: number }) {
  const plot = usePlotArea();
  const { lookOf } = useScene();
  if (!plot) return null;
  const step = weeks.length > 1 ? plot.width / (weeks.length - 1) : plot.width;
  const base = plot.y + plot.height + 24;
  const width = Math.max(1, Math.min(7, step * 0.4));
  return (
    <g>
      <text textAnchor="end" className="time-n">
        <tspan x={plot.x - 8} y={base + STRIP - 14}>
          max n
        </tspan>
        <tspan x={plot.x - 8} y={base + STRIP - 1}>
          {most}
        </tspan>
      </text>
      <line x1={plot.x} x2={plot.x + plot.width} y1={base + STRIP} y2={base + STRIP} className="row-rule" />
      {panel.lines.map((line, at) =>
        line.points.map((point, week) => {
          if (point.n === 0) return null;
          const height = Math.max(1, (point.n / most) * STRIP);
          const x = plot.x + week * step + (panel.lines.length > 1 ? (at - 0.5) * width : 0) - width / 2;
          return (
            <rect
              key={`${line.group}:${point.week}`}
              x={x}
              y={base + STRIP - height}
              width={width}
              height={height}
              className={`time-bar side-${lookOf(line.group).family}`}
            >
              <title>{`Week of ${point.week}: ${point.n} articles`}</title>
            </rect>
          );
        }),
      )}
    </g>
  );
}

function TimePanel({
  series,
  panel,
  domain,
  most,
  alone,
}: {
  series: TimelineSeries;
  panel: Panel;
  domain: [number, number];
  most: number;
  alone: boolean;
}) {
  const { lookOf, groupOf, href } = useScene();
  const data = series.weeks.map((week, at) => ({
    week,
    ...Object.fromEntries(
      panel.lines.flatMap((line) => {
        const point = line.points[at];
        const few = point === undefined || point.n < SHARES_FROM;
        const value = point?.value ?? null;
        return [
          [line.group, few ? null : value],
          [`few ${line.group}`, few ? value : null],
        ];
      }),
    ),
  }));
  const ticks = [series.weeks[0], series.weeks.at(-1)].filter((week) => week !== undefined);
  const dotOf = (group: string, points: readonly TimePoint[]) =>
    function Dot({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) {
      const point = points[index ?? -1];
      const key = `${group}:${index}`;
      if (!point || point.value === null || cx === undefined || cy === undefined) return <g key={key} />;
      const look = lookOf(group);
      const counted = series.saying === "share" ? `${point.k} of ${point.n} articles` : `${point.n} articles`;
      const said = `${panel.label}, ${groupOf(group)?.label ?? ""}, week of ${point.week}: ${point.n < SHARES_FROM ? "" : `${sayValue(point.value, series.saying)}, `}${counted}`;
      const outlet = panel.id.startsWith("outlet:") ? { outlet: panel.id.slice(7) } : {};
      return (
        <a
          key={key}
          href={href(group, panel.behind, { from: point.week, to: sunday(point.week), ...outlet })}
          aria-label={`${said}: open the articles`}
          tabIndex={alone ? 0 : -1}
          className={`mark-link side-${look.family}`}
        >
          <path d={markPath(look.shape, cx, cy, 8)} className="dot-area" />
          <path d={markPath(look.shape, cx, cy, 3.2)} className={point.n < SHARES_FROM ? "dot dot-open" : "dot"} />
          <title>{said}</title>
        </a>
      );
    };
  return (
    <Room height={HEIGHT} start={340}>
      <LineChart data={data} accessibilityLayer={false} margin={{ top: 34, right: 26, bottom: STRIP + 6, left: 2 }}>
        <text x={4} y={18} className="panel-label">
          {wrap(panel.label, 46, 1)[0]}
          <title>{panel.label}</title>
        </text>
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis
          dataKey="week"
          ticks={ticks}
          interval={0}
          tickFormatter={sayDay}
          tickLine={false}
          height={22}
          padding={{ left: 0, right: 0 }}
          stroke="var(--rule-strong)"
          tick={{ fill: "var(--muted)", fontSize: 12 }}
        />
        <YAxis
          domain={domain}
          ticks={series.saying === "score" ? [domain[0], 0, domain[1]] : [0, domain[1] / 2, domain[1]]}
          tickFormatter={(value: number) => sayValue(value, series.saying)}
          width={46}
          axisLine={false}
          tickLine={false}
          tick={{ fill: "var(--muted)", fontSize: 12 }}
        />
        {marksOf(series).map(({ week, numbers }) => (
          <ReferenceLine
            key={week}
            x={week}
            className="event-mark"
            stroke="var(--rule-strong)"
            strokeDasharray="3 3"
            label={{ value: numbers, position: "insideTopLeft", fontSize: 11, fill: "var(--muted)" }}
          />
        ))}
        {panel.lines.map((line) => (
          <Line
            key={`few ${line.group}`}
            dataKey={`few ${line.group}`}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            stroke="none"
            dot={dotOf(line.group, line.points)}
            activeDot={false}
          />
        ))}
        {panel.lines.map((line) => (
          <Line
            key={line.group}
            dataKey={line.group}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            className={`side-${lookOf(line.group).family} time-line`}
            stroke={`var(--${lookOf(line.group).family})`}
            strokeWidth={1.8}
            dot={dotOf(line.group, line.points)}
            activeDot={false}
          />
        ))}
        <Counts panel={panel} weeks={series.weeks} most={most} />
      </LineChart>
    </Room>
  );
}

/** Small multiples on one scale: straight lines between neighbouring weeks, n beneath, nothing where nothing is. */
export function Timeline({ series, alt }: { series: TimelineSeries; alt: string }) {
  const drawing = useDrawing();
  if (series.panels.length === 0 || series.weeks.length === 0) return null;
  const domain = domainOf(series);
  const most = Math.max(
    1,
    ...series.panels.flatMap((panel) => panel.lines.flatMap((line) => line.points.map((point) => point.n))),
  );
  const alone = series.panels.some((panel) => panel.id.startsWith("outlet:"));
  return (
    <>
      <EventList series={series} />
      <div className="chart panels" role="group" aria-label={alt}>
        {series.panels.map((panel) => (
          <div key={panel.id} className="panel-cell">
            {drawing ? (
              <TimePanel series={series} panel={panel} domain={domain} most={most} alone={alone} />
            ) : (
              <div style={{ height: HEIGHT }} />
            )}
          </div>
        ))}
      </div>
    </>
  );
}

/** What the numbered marks stand for, each with where its day comes from. */
function EventList({ series }: { series: TimelineSeries }) {
  if (series.events.length === 0) return null;
  return (
    <ol className="event-list">
      {series.events.map((event) => (
        <li key={event.day + event.label}>
          {sayDay(event.day)}: {event.label}{" "}
          {event.source.startsWith("https://") ? (
            <a href={event.source} rel="nofollow noreferrer">
              source
            </a>
          ) : (
            <span className="quiet">({event.source})</span>
          )}
        </li>
      ))}
    </ol>
  );
}
