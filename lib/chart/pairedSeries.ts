import { benjaminiHochberg } from "#lib/compare/benjaminiHochberg.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { Family, PairedRow, PairedSeries } from "#lib/domain/series.ts";
import { prepare, type Plan, type Prepared } from "./base.ts";
import { findingOf } from "./finding.ts";
import type { ChartInput } from "./input.ts";
import { spokenName } from "./sentences.ts";
import { ratesFrom } from "./trust.ts";
import { countsOf, pairedRow, type RowKind, type RowSide, type RowSpec } from "./pairedRow.ts";

/** The size of a gap for sorting: the difference where there is one; rows without stand below, by what is drawn. */
function gap(row: PairedRow): number {
  if (row.difference) return AHEAD + Math.abs(row.difference.value);
  return row.a.value === null || row.b.value === null ? -1 : Math.abs(row.a.value - row.b.value);
}

/** Lifts what is told above every other gap: scores lie 2 apart at most. */
const AHEAD = 2;

/** Articles of the side that has fewer: rows without a difference are sorted by what there is to read. */
function fewest(row: PairedRow): number {
  return Math.min(row.a.n, row.b.n);
}

/** Cells of one row for the first two groups. */
export function sidesOf(prepared: Prepared, row: RowSpec): [RowSide, RowSide] {
  const side = (at: 0 | 1): RowSide => {
    const group = prepared.groups[at];
    const cells = row.sparse ? prepared.cells.sparse(row.behind, at) : prepared.cells.dense(row.behind, at);
    return {
      id: group?.id ?? "",
      name: group?.label ?? "",
      spoken: group ? spokenName(group) : "",
      side: group?.side ?? null,
      cells,
      few: prepared.few(at),
    };
  };
  return [side(0), side(1)];
}

/**
 * Rows of the first two groups, compared, adjusted as one family and sorted inside their families as the filter says.
 * Rows nobody was asked about, and sparse rows found nowhere, are left out.
 */
export function pairedRows(input: ChartInput, prepared: Prepared, specs: readonly RowSpec[]): PairedRow[] {
  const { filter } = input;
  const drawn = specs
    .map((row) => ({ row, sides: sidesOf(prepared, row) }))
    .filter(({ row, sides }) =>
      sides.some(({ cells }) => cells.some((cell) => (row.sparse ? cell.sum > 0 : cell.n + cell.abstained > 0))),
    );
  const comparable = drawn.filter(({ sides }) => sides.every((side) => countsOf(side.cells).n >= SHARES_FROM)).length;
  const kind: RowKind = {
    rows: comparable,
    weighting: filter.weighting,
    outletLabel: prepared.outletLabel,
    errors: filter.adjusted ? (...asked) => ratesFrom(input.measurements, ...asked) : () => null,
  };
  const rows = drawn.map(({ row, sides }) => pairedRow(row, sides[0], sides[1], kind));
  const q = benjaminiHochberg(rows.map((row) => row.test?.p ?? null));
  for (const [at, row] of rows.entries()) if (row.test) row.test.q = q[at] ?? row.test.p;
  const order = new Map(specs.map((row, at) => [row.id, at]));
  const place = (row: PairedRow): number => order.get(row.id) ?? 0;
  return rows.sort((left, right) => {
    if (filter.sort === "codebook") return place(left) - place(right);
    if (filter.sort === "gap" && gap(left) !== gap(right)) return gap(right) - gap(left);
    if (filter.sort === "gap" && left.difference === null && fewest(left) !== fewest(right)) {
      return fewest(right) - fewest(left);
    }
    return left.label.localeCompare(right.label, "en");
  });
}

/** Rows as the finding names them: labels that occur under several headings carry theirs. */
export function told(rows: readonly PairedRow[], families: readonly Family[]): PairedRow[] {
  const heading = new Map(families.map((family) => [family.id, family.label]));
  const headed = new Set(families.filter((family) => family.headed).map((family) => family.id));
  return rows.map((row) => {
    const shared =
      headed.has(row.family) || rows.some((each) => each.label === row.label && each.family !== row.family);
    return shared ? { ...row, label: `${heading.get(row.family) ?? row.family}: ${row.label}` } : row;
  });
}

export interface PairedPlan extends Plan {
  families: readonly Family[];
  rows: (prepared: Prepared) => readonly RowSpec[];
}

/** Builds a paired chart; families keep their order, rows are sorted inside them. */
export function pairedSeries(input: ChartInput, plan: PairedPlan): PairedSeries {
  const prepared = prepare(input, plan);
  const rows = pairedRows(input, prepared, plan.rows(prepared));
  const families = plan.families.filter((family) => rows.some((row) => row.family === family.id));
  const place = new Map(families.map((family, at) => [family.id, at]));
  rows.sort((left, right) => (place.get(left.family) ?? 0) - (place.get(right.family) ?? 0));
  return {
    ...prepared.base,
    shape: "paired",
    finding: findingOf(told(rows, families), prepared.groups, prepared.base.trust),
    families,
    rows,
  };
}
