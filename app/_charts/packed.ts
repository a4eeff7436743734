import type { OutletPoint, PairedRow, Series } from "#lib/domain/series.ts";

type Numbers = readonly (number | null)[];
/** What of a series is long, as lists of numbers; the rest as it is. */
interface Packed {
  series: Series;
  /** Outlets drawn as small marks, then for each row their place in this list, value and n. */
  outlets: readonly (readonly [label: string, group: string])[];
  points: readonly (readonly Numbers[])[];
  /** Heatmap: for each row value, k, n and abstentions of each cell. */
  cells: readonly (readonly Numbers[])[];
  /** Timeline: for each panel and line value, n and k of each week. */
  lines: readonly (readonly (readonly Numbers[])[])[];
}

const BARE_ROW = {
  sentence: "",
  note: "",
  effect: null,
  test: null,
  leaveOneOut: null,
  shuffle: null,
  within: { a: null, b: null },
  outlets: [],
};

/** What only page, table and files say is left out: half the bytes a browser would have to read. */
function bare(series: Series): Series {
  const base = {
    method: "",
    intervalMethod: "",
    warnings: [],
    coverage: { weeks: [], outlets: [], asked: "", missing: [] },
    sources: { ...series.sources, outlets: [], text: "" },
    trust: series.trust && {
      tasks: series.trust.tasks.map((task) => ({ ...task, text: "", sides: [], rows: [] })),
      unmeasured: [],
    },
  };
  switch (series.shape) {
    case "paired":
      return { ...series, ...base, rows: series.rows.map((row) => ({ ...row, ...BARE_ROW })) };
    case "diverging":
      return { ...series, ...base, rows: series.rows.map((row) => ({ ...row, ...BARE_ROW })) };
    case "heatmap":
      return { ...series, ...base, rows: series.rows.map((row) => ({ ...row, cells: [] })) };
    case "timeline":
      return {
        ...series,
        ...base,
        panels: series.panels.map((panel) => ({
          ...panel,
          sentence: "",
          lines: panel.lines.map((line) => ({ ...line, points: [] })),
        })),
      };
    case "words":
      return { ...series, ...base };
    default:
      return series satisfies never;
  }
}

/** Outlets a row draws: those of a side that stands on a share and on several outlets. */
function drawn(row: PairedRow, first: string): OutletPoint[] {
  return row.outlets.filter(({ group, value }) => {
    const side = group === first ? row.a : row.b;
    return value !== null && side.rung === "share" && side.outlets > 1;
  });
}

/** A series as text for its drawing: text travels whole, where objects would be written field by field on every request. */
export function packSeries(series: Series): string {
  const places = new Map<string, number>();
  const outlets: [string, string][] = [];
  const place = ({ outlet, label, group }: OutletPoint): number => {
    const key = `${group} ${outlet}`;
    const known = places.get(key) ?? outlets.push([label, group]) - 1;
    places.set(key, known);
    return known;
  };
  const packed: Packed = {
    series: bare(series),
    outlets,
    points:
      series.shape === "paired"
        ? series.rows.map((row) => drawn(row, series.groups[0].id).map((point) => [place(point), point.value, point.n]))
        : [],
    cells:
      series.shape === "heatmap"
        ? series.rows.map((row) => row.cells.map((cell) => [cell.value, cell.k, cell.n, cell.abstained]))
        : [],
    lines:
      series.shape === "timeline"
        ? series.panels.map((panel) =>
            panel.lines.map((line) => line.points.map((point) => [point.value, point.n, point.k])),
          )
        : [],
  };
  return JSON.stringify(packed);
}

/** The series again, as far as a drawing needs it. */
export function unpackSeries(text: string): Series {
  const { series, outlets, points, cells, lines } = JSON.parse(text) as Packed;
  switch (series.shape) {
    case "paired":
      return {
        ...series,
        rows: series.rows.map((row, at) => ({
          ...row,
          outlets: (points[at] ?? []).map(([of, value = null, n]): OutletPoint => {
            const [label, group] = outlets[of ?? -1] ?? ["", ""];
            return { outlet: `${of}`, label, group, value, n: n ?? 0, k: 0, variance: 0 };
          }),
        })),
      };
    case "heatmap":
      return {
        ...series,
        rows: series.rows.map((row, at) => ({
          ...row,
          cells: (cells[at] ?? []).map(([value = null, k, n, abstained]) => ({
            value,
            k: k ?? 0,
            n: n ?? 0,
            abstained: abstained ?? 0,
          })),
        })),
      };
    case "timeline":
      return {
        ...series,
        panels: series.panels.map((panel, at) => ({
          ...panel,
          lines: panel.lines.map((line, of) => ({
            ...line,
            points: (lines[at]?.[of] ?? []).map(([value = null, n, k], week) => ({
              week: series.weeks[week] ?? "",
              value,
              n: n ?? 0,
              k: k ?? 0,
            })),
          })),
        })),
      };
    default:
      return series;
  }
}
