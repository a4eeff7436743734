import { NO_PERCENTAGE, SHARES_FROM } from "#lib/compare/ladder.ts";
import type { DivergingSeries, PairedRow, PairedSeries, Saying } from "#lib/domain/series.ts";
import { sayDifference, sayInterval, sayValue } from "#lib/chart/sentences.ts";
import { articlesHref, type Narrowing } from "#app/_charts/addresses.ts";
import { markup, type Markup } from "#app/_ui/markup.ts";

const interval = (text: string | null | undefined): Markup | null =>
  text ? markup`<span class="interval">${text}</span>` : null;

function estimateCells(side: PairedRow["a"], saying: Saying, href: string, name: string): Markup {
  const [k, n] = [side.k.toLocaleString("en"), side.n.toLocaleString("en")];
  const counted = saying === "share" ? `${k} of ${n}` : n;
  const notes = side.note.split("; ").filter((each) => each !== NO_PERCENTAGE);
  const value = side.rung === "share" && side.value !== null ? sayValue(side.value, saying) : "–";
  const link = markup`<a href="${href}" aria-label="${counted} articles, ${name}: open them">${counted}</a>`;
  return markup`<td class="num">${value}${interval(side.interval && sayInterval(side.interval, saying))}</td><td class="num">${side.n > 0 ? link : counted}${interval(notes.join("; "))}</td>`;
}

/** What makes a difference more or less believable, one line each. */
function robustness({ within, leaveOneOut, test, effect, saying, adjusted, note }: PairedRow): string {
  return [
    effect ? `${effect.name} ${effect.value.toFixed(2)}` : "",
    test ? `p ${test.p.toFixed(3)}, q ${test.q.toFixed(3)} (least possible ${test.smallest.toFixed(3)})` : "",
    within.a ? `outlets of the first: ${sayInterval(within.a, saying)}` : "",
    within.b ? `outlets of the second: ${sayInterval(within.b, saying)}` : "",
    leaveOneOut?.range
      ? `without any one outlet: ${sayDifference(leaveOneOut.range[0], saying)} to ${sayDifference(leaveOneOut.range[1], saying)}`
      : "",
    leaveOneOut && leaveOneOut.flips.length > 0 ? `hangs on ${leaveOneOut.flips.join(", ")}` : "",
    adjusted?.a
      ? `error-adjusted, first: ${sayValue(adjusted.a.value, "share")} (${sayInterval(adjusted.a.interval, "share")})`
      : "",
    adjusted?.b
      ? `error-adjusted, second: ${sayValue(adjusted.b.value, "share")} (${sayInterval(adjusted.b.interval, "share")})`
      : "",
    note,
  ]
    .filter(Boolean)
    .join("\n");
}

type Series = PairedSeries | DivergingSeries;

function head(series: Series): Markup {
  const [a, b] = series.groups;
  const levels =
    series.shape === "diverging"
      ? markup`<th scope="col" rowspan="2" class="levels">${series.levels.map((level) => level.label).join(" · ")} · ${series.unclearLabel}</th>`
      : null;
  return markup`<thead><tr><th scope="col" rowspan="2">Row</th><th scope="colgroup" colspan="2">${a.label}</th><th scope="colgroup" colspan="2">${b?.label}</th>${levels}<th scope="col" rowspan="2">Difference</th><th scope="col" rowspan="2">What can be said</th><th scope="col" rowspan="2">How firm it is</th></tr><tr><th scope="col">Value, 95 %</th><th scope="col">n</th><th scope="col">Value, 95 %</th><th scope="col">n</th></tr></thead>`;
}

function tableRow(series: Series, row: Series["rows"][number], family: string | undefined, narrowing: Narrowing) {
  const [a, b] = series.groups;
  const { difference, saying, wording } = row;
  const bars =
    "bars" in row
      ? markup`<td class="num levels">${row.bars.map((bar, at) => markup`<span class="interval">${series.groups[at]?.label}:<br>${[...bar.counts, bar.unclear].map((each) => each.toLocaleString("en")).join(" · ")}</span>`)}</td>`
      : null;
  const range =
    difference &&
    `${sayDifference(difference.interval[0], saying)} to ${sayDifference(difference.interval[1], saying)}`;
  return markup`<tr><th scope="row">${row.label}${interval(family)}</th>${estimateCells(row.a, saying, articlesHref(narrowing, a, row.behind), a.label)}${estimateCells(row.b, saying, articlesHref(narrowing, b ?? a, row.behind), b?.label ?? "")}${bars}<td class="num">${difference ? sayDifference(difference.value, saying) : "–"}${interval(range)}</td><td><strong class="say say-${wording.replace(" ", "-")}">${wording}</strong></td><td class="robust">${robustness(row)}</td></tr>`;
}

/** The two groups row by row, every number of the drawing and those that would crowd it. */
export function pairedTable(series: Series, narrowing: Narrowing): Markup {
  const families = new Map(series.families.map((family) => [family.id, family.label]));
  const few = series.rows.some(({ a, b }) => a.rung !== "share" || b.rung !== "share");
  const familyOf = (row: PairedRow): string | undefined => (families.size > 1 ? families.get(row.family) : undefined);
  return markup`<table class="data"><caption>${series.question}${few ? ` No percentage and no difference under ${SHARES_FROM} articles a side.` : ""}</caption>${head(series)}<tbody>${series.rows.map((row) => tableRow(series, row, familyOf(row), narrowing))}</tbody></table>`;
}
