import { randomIndex, seededRandom } from "#lib/compare/random.ts";

/**
 * 95 % percentile interval of a statistic by redrawing whole groups (documents, outlets), so that items of one group
 * stay together. `statistic` may return null, and such draws are left out; null when fewer than half remain.
 */
export function groupBootstrap<T>(
  items: readonly T[],
  groupOf: (item: T) => string,
  statistic: (items: readonly T[]) => number | null,
  draws = 500,
  seed = 1,
): [number, number] | null {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = groupOf(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  const all = [...groups.values()];
  if (all.length === 0) return null;
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const value = statistic(all.flatMap(() => all[randomIndex(random, all.length)]!));
    if (value !== null) values.push(value);
  }
  if (values.length < draws / 2) return null;
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))]!;
  return [at(0.025), at(0.975)];
}
