import type { HeatmapSeries, Series, TimelineSeries, TimePoint, WordsSeries } from "#lib/domain/series.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { wilson } from "#lib/compare/wilson.ts";
import { sayInterval, sayValue } from "#lib/chart/sentences.ts";
import { articlesHref, type Narrowing } from "#app/_charts/addresses.ts";
import { markup, type Markup } from "#app/_ui/markup.ts";
import { pairedTable } from "./pairedTable.ts";

const columnHeads = (labels: readonly string[]): Markup[] =>
  labels.map((label) => markup`<th scope="col">${label}</th>`);

function heatmapTable(series: HeatmapSeries, narrowing: Narrowing): Markup {
  const rows = series.rows.map((row) => {
    const cells = series.columns.map((column, at) => {
      const cell = row.cells[at];
      const told = cell && cell.value !== null && cell.n >= SHARES_FROM;
      const range = told && series.saying === "share" ? wilson(cell.k, cell.n) : null;
      const counted = series.saying === "share" && cell && !told ? `${cell.k} of ${cell.n}` : `n ${cell?.n ?? 0}`;
      const href = articlesHref(narrowing, { id: column.group }, row.behind, { outlet: column.outlet });
      const link =
        cell && cell.n > 0
          ? markup`<a href="${href}" aria-label="${cell.n} articles of ${column.label}, ${row.label}: open them">${counted}</a>`
          : "n 0";
      return markup`<td class="num">${told ? sayValue(cell.value ?? 0, series.saying) : "–"}${range && markup`<span class="interval">${sayInterval(range, "share")}</span>`}<span class="interval">${link}</span></td>`;
    });
    return markup`<tr><th scope="row">${row.label}</th>${cells}</tr>`;
  });
  const under = series.saying === "share" ? "k of n" : "n alone";
  return markup`<table class="data"><caption>${series.question} Value${series.saying === "share" ? " with its 95 % interval" : ""} and n; ${under} under ${SHARES_FROM} articles.</caption><thead><tr><th scope="col">Row</th>${columnHeads(series.columns.map((column) => column.label))}</tr></thead><tbody>${rows}</tbody></table>`;
}

function sayPoint({ n, k, value }: TimePoint, { saying }: TimelineSeries): string {
  if (n === 0) return "";
  if (value !== null && n >= SHARES_FROM) return `${sayValue(value, saying)}, n ${n}`;
  return saying === "share" ? `${k} of ${n}` : `n ${n}`;
}

function timelineTable(series: TimelineSeries): Markup {
  const labels = new Map(series.groups.map((group) => [group.id, group.label]));
  const rows = series.panels.flatMap((panel) =>
    panel.lines.map(
      (line) =>
        markup`<tr><th scope="row">${panel.label}</th><td>${labels.get(line.group)}</td>${line.points.map((point) => markup`<td class="num">${sayPoint(point, series)}</td>`)}</tr>`,
    ),
  );
  return markup`<table class="data"><caption>${series.question} Value and n where a week has thirty articles, k of n or n otherwise.</caption><thead><tr>${columnHeads(["Panel", "Group", ...series.weeks])}</tr></thead><tbody>${rows}</tbody></table>`;
}

function wordsTable(series: WordsSeries, narrowing: Narrowing): Markup {
  const rows = series.columns.flatMap((column, at) =>
    column.rows.map((row) => {
      const href = articlesHref(narrowing, { id: column.group }, null, { search: row.term });
      const uses = row.uses.map(
        (use) => markup`<td class="num">${use.articles}, ${use.outlets}, ${Math.round(use.perMillion)}</td>`,
      );
      return markup`<tr><th scope="row"><a href="${href}">${row.term}</a></th><td>${series.groups[at]?.label}</td><td class="num">${row.value.toFixed(2)}<span class="interval">${row.interval[0].toFixed(2)} to ${row.interval[1].toFixed(2)}</span></td><td class="num">${row.z.toFixed(1)}</td>${uses}</tr>`;
    }),
  );
  const groups = series.groups.map((group) => `${group.label}: articles, outlets, per million`);
  return markup`<table class="data"><caption>${series.question}</caption><thead><tr>${columnHeads(["Word", "Of", "Log-odds, 95 %", "z", ...groups])}</tr></thead><tbody>${rows}</tbody></table>`;
}

function rowsOf(series: Series, narrowing: Narrowing): Markup {
  switch (series.shape) {
    case "paired":
    case "diverging":
      return pairedTable(series, narrowing);
    case "heatmap":
      return heatmapTable(series, narrowing);
    case "timeline":
      return timelineTable(series);
    case "words":
      return wordsTable(series, narrowing);
    default:
      return series satisfies never;
  }
}

/** The chart in numbers, for the page the server sends: the drawing needs scripts, the figures do not. */
export function seriesTable(series: Series, narrowing: Narrowing): Markup {
  return markup`<div class="scroll" role="region" aria-label="${series.title}, table" tabindex="0">${rowsOf(series, narrowing)}</div>`;
}
