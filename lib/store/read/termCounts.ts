import type { TermCount } from "#lib/domain/coding.ts";

/** A count with the outlet seen last. */
type Counting = TermCount & { outlet: string | null };

/** Words counted group by group; what is added must come outlet by outlet, so that outlets are counted too. */
export class TermCounts {
  readonly #groups: Map<string, Counting>[];

  constructor(groups: number) {
    this.#groups = Array.from({ length: groups }, () => new Map<string, Counting>());
  }

  add(group: number, outlet: string, term: string, articles: number, uses: number, squares: number): void {
    const counted = this.#groups[group]!;
    let count = counted.get(term);
    if (!count) {
      count = { group, term, articles: 0, outlets: 0, uses: 0, squares: 0, outlet: null };
      counted.set(term, count);
    }
    count.articles += articles;
    count.uses += uses;
    count.squares += squares;
    if (count.outlet === outlet) return;
    count.outlet = outlet;
    count.outlets += 1;
  }

  /** Words that at least `least` articles of all groups together use, and "*", by word and group. */
  enough(least: number): TermCount[] {
    const [first, ...others] = this.#groups;
    const everywhere = (term: string): number =>
      this.#groups.reduce((sum, counted) => sum + (counted.get(term)?.articles ?? 0), 0);
    const terms = new Set(first?.keys());
    for (const counted of others) for (const term of counted.keys()) terms.add(term);
    return [...terms]
      .filter((term) => term === "*" || everywhere(term) >= least)
      .sort((a, b) => (a < b ? -1 : 1))
      .flatMap((term) =>
        this.#groups.flatMap((counted) => {
          const found = counted.get(term);
          if (!found) return [];
          const { outlet: _outlet, ...count } = found;
          return [count];
        }),
      );
  }
}
