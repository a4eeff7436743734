import { benjaminiHochberg } from "#lib/compare/benjaminiHochberg.ts";
import { logOdds } from "#lib/compare/logOdds.ts";
import type { TermCount } from "#lib/domain/coding.ts";
import type { WordRow, WordsSeries } from "#lib/domain/series.ts";
import { prepare, type Plan, type Prepared } from "./base.ts";
import type { ChartInput } from "./input.ts";
import { spokenName } from "./sentences.ts";

/** A word counts once this many articles use it; fewer are one writer's habit or one story's name. */
export const LEAST_ARTICLES = 3;
/** Where the side that uses it has several outlets, this many of them must. */
export const LEAST_OUTLETS = 2;
/** Words drawn a group. */
const DRAWN = 25;
/** Words named in the finding. */
const SUREST = 4;
/** Share of false discoveries accepted among the words shown (Benjamini-Hochberg). */
const FALSE_SHARE = 0.05;

type Uses = Pick<TermCount, "uses" | "squares" | "articles" | "outlets">;
const none = (): Uses => ({ uses: 0, squares: 0, articles: 0, outlets: 0 });

/** Two-sided p of a normal z (Abramowitz & Stegun 1964, 26.2.17, to 1e-7). */
function pOfZ(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * Math.exp((-x * x) / 2) * 0.3989422804014327 * poly);
}

/** The z an interval of 95 % stands for, from its side nearer to zero. */
function zOfInterval(value: number, interval: readonly [number, number]): number {
  const half = value > 0 ? value - interval[0] : interval[1] - value;
  return half > 0 ? (1.959963984540054 * value) / half : 0;
}

/** Words of the outlets' own names: that an outlet writes its name is no finding. */
function nameWords({ cells, outletLabel }: Prepared): Set<string> {
  const labels = cells.counts.flat().map((each) => outletLabel(each.outlet));
  return new Set(labels.flatMap((label) => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
}

/** Words each group uses more than all the others together, each with its count of articles and outlets. */
export function wordsSeries(input: ChartInput, plan: Plan): WordsSeries {
  const prepared = prepare(input, plan);
  const sizes = prepared.groups.map(() => ({ words: 0, articles: 0 }));
  const byTerm = new Map<string, Uses[]>();
  for (const each of input.terms ?? []) {
    const size = sizes[each.group];
    if (!size) continue;
    if (each.term === "*") {
      size.words = each.uses;
      size.articles = each.articles;
      continue;
    }
    const uses = byTerm.get(each.term) ?? prepared.groups.map(none);
    uses[each.group] = each;
    byTerm.set(each.term, uses);
  }
  const names = nameWords(prepared);
  const total = sizes.reduce((sum, each) => sum + each.words, 0);
  const considered = [...byTerm].filter(
    ([, uses]) => uses.reduce((sum, each) => sum + each.articles, 0) >= LEAST_ARTICLES,
  );
  const columns = prepared.groups.map((group, at) => {
    const size = sizes[at] ?? { words: 0, articles: 0 };
    const others = sizes.reduce(
      (sum, each, other) =>
        other === at ? sum : { words: sum.words + each.words, articles: sum.articles + each.articles },
      { words: 0, articles: 0 },
    );
    const scored = considered.flatMap(([term, uses]) => {
      if (names.has(term)) return [];
      const mine = uses[at] ?? none();
      const theirs = none();
      for (const [other, each] of uses.entries()) {
        if (other === at) continue;
        theirs.uses += each.uses;
        theirs.squares += each.squares;
      }
      const enough =
        mine.articles >= LEAST_ARTICLES && (group.outlets < LEAST_OUTLETS || mine.outlets >= LEAST_OUTLETS);
      if (!enough) return [];
      const background = (mine.uses + theirs.uses) / total;
      const got = logOdds({ count: mine, size }, { count: theirs, size: others }, background);
      return got ? [{ term, uses, ...got, p: pOfZ(zOfInterval(got.value, got.interval)) }] : [];
    });
    const q = benjaminiHochberg(scored.map((each) => each.p));
    const rows = scored
      .filter((each, index) => each.value > 0 && (q[index] ?? 1) <= FALSE_SHARE)
      .sort((left, right) => right.interval[0] - left.interval[0] || (left.term < right.term ? -1 : 1))
      .slice(0, DRAWN)
      .map(({ term, value, interval, z, uses }): WordRow => ({
        term,
        value,
        interval,
        z,
        uses: uses.map((each, of) => ({
          uses: each.uses,
          articles: each.articles,
          outlets: each.outlets,
          perMillion: (sizes[of]?.words ?? 0) > 0 ? (1e6 * each.uses) / (sizes[of]?.words ?? 1) : 0,
        })),
      }));
    return { group: group.id, rows };
  });
  const told = columns.flatMap((column, at) => {
    const surest = column.rows.slice(0, SUREST).map((row) => row.term);
    const group = prepared.groups[at];
    return surest.length > 0 && group ? [`${spokenName(group)}: ${surest.join(", ")}`] : [];
  });
  const { termsSampled: sampled } = input;
  const warning = sampled
    ? [
        `Words are counted in a sample of ${sampled.read.toLocaleString("en")} of ${sampled.of.toLocaleString("en")} articles, drawn without regard to what they say.`,
      ]
    : [];
  return {
    ...prepared.base,
    shape: "words",
    warnings: [...prepared.base.warnings, ...warning],
    finding:
      told.length > 0
        ? `The words that set each side apart most surely, of ${considered.length.toLocaleString("en")} looked at. ${told.join("; ")}.`
        : prepared.groups.filter((group) => group.articles > 0).length > 1
          ? "No word stands out from chance in these articles."
          : "No articles to compare yet.",
    columns,
    considered: considered.length,
  };
}
