import type { OutletSums } from "#lib/compare/outletSums.ts";
import type { ArticleCount, RollUp } from "#lib/domain/coding.ts";
import type { Behind, Saying } from "#lib/domain/series.ts";
import type { ChartFilter } from "./filters.ts";
import { groupOf } from "./groups.ts";

/** One outlet's sums for one row of a chart; `n` = articles with an answer. */
export interface Cell {
  outlet: string;
  n: number;
  abstained: number;
  sum: number;
  sumSquares: number;
}

type Member = Pick<RollUp, "outlet" | "side" | "subGroup" | "teaching" | "language" | "machineTranslated">;

/** Teaching articles or real ones, never both; language and translation as chosen. */
export function chosen(member: Member, filter: ChartFilter): boolean {
  return (
    member.teaching === filter.teaching &&
    (filter.language === null || member.language === filter.language) &&
    (filter.translated === "all" || member.machineTranslated === (filter.translated === "only"))
  );
}

const keyOf = (each: Behind): string => `${each.measure}|${each.target}|${each.voice}`;

/** Roll-ups and article counts of the filter, sorted by question and group once, so that a row is a look-up. */
export class Cells {
  private readonly byKey = new Map<string, RollUp[][]>();
  /** Article counts per group. */
  readonly counts: ArticleCount[][];

  constructor(rollUps: readonly RollUp[], counts: readonly ArticleCount[], filter: ChartFilter) {
    const empty = <T>(): T[][] => filter.groups.map(() => []);
    for (const each of rollUps) {
      if (!chosen(each, filter)) continue;
      const group = groupOf(filter.groups, each);
      if (group < 0) continue;
      const key = keyOf(each);
      const found = this.byKey.get(key) ?? empty<RollUp>();
      found[group]?.push(each);
      this.byKey.set(key, found);
    }
    this.counts = empty<ArticleCount>();
    for (const each of counts) {
      if (!chosen(each, filter)) continue;
      const group = groupOf(filter.groups, each);
      if (group >= 0) this.counts[group]?.push(each);
    }
  }

  /** The roll-ups of one question in one group, weeks and events apart. */
  rows(behind: Behind, group: number): readonly RollUp[] {
    return this.byKey.get(keyOf(behind))?.[group] ?? [];
  }

  /** Targets of a measure and voice that occur in the chosen articles. */
  targets(measure: string, voice: string): string[] {
    return [...this.byKey.keys()].flatMap((key) => {
      const [itsMeasure, target, itsVoice] = key.split("|");
      return itsMeasure === measure && itsVoice === voice && target !== undefined ? [target] : [];
    });
  }

  /** Sums per outlet of one group, outlets in id order. */
  dense(behind: Behind, group: number): Cell[] {
    const cells = new Map<string, Cell>();
    for (const each of this.rows(behind, group)) {
      const cell = cells.get(each.outlet) ?? { outlet: each.outlet, n: 0, abstained: 0, sum: 0, sumSquares: 0 };
      cell.n += each.n - each.abstained;
      cell.abstained += each.abstained;
      cell.sum += each.sum;
      cell.sumSquares += each.sumSquares;
      cells.set(each.outlet, cell);
    }
    return [...cells.values()].sort((left, right) => (left.outlet < right.outlet ? -1 : 1));
  }

  /** Of all articles of each outlet, those where something was found; outlets without any count as 0. */
  sparse(behind: Behind, group: number): Cell[] {
    const found = new Map(this.dense(behind, group).map((cell) => [cell.outlet, cell.n]));
    const articles = new Map<string, number>();
    for (const each of this.counts[group] ?? []) {
      articles.set(each.outlet, (articles.get(each.outlet) ?? 0) + each.articles);
    }
    return [...articles]
      .map(([outlet, n]): Cell => {
        const k = Math.min(n, found.get(outlet) ?? 0);
        return { outlet, n, abstained: 0, sum: k, sumSquares: k };
      })
      .sort((left, right) => (left.outlet < right.outlet ? -1 : 1));
  }
}

/**
 * Articles that all say the same still vary: at least as if half an article of n stood at the other end of the scale
 * (the Jeffreys half article of `articleVariance`, for scores). Otherwise 102 of 102 would have an interval of nothing.
 */
function leastVariance(n: number, saying: Saying): number {
  const half = 0.5 / (n + 1);
  return half * (1 - half) * (saying === "score" ? 4 : 1);
}

/** A cell as the sums lib/compare works on; null where no article has an answer. */
export function outletSums(cell: Cell, saying: Saying): OutletSums | null {
  if (cell.n <= 0) return null;
  if (saying === "share") return { kind: "share", k: cell.sum, n: cell.n };
  const mean = cell.sum / cell.n;
  const found = cell.n > 1 ? (cell.sumSquares - cell.n * mean * mean) / (cell.n - 1) : 0;
  return { kind: "score", n: cell.n, mean, variance: Math.max(leastVariance(cell.n, saying), found) };
}
