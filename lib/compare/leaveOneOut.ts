import type { Wording } from "#lib/domain/series.ts";

export interface LeftOut {
  outlet: string;
  /** The difference without this outlet, a minus b; null where a side is then empty. */
  value: number | null;
  wording: Wording;
}

export interface Sensitivity {
  /** Smallest and largest difference over all single omissions; null where nothing could be left out. */
  range: [number, number] | null;
  /** Outlets without which the row would be worded otherwise or the difference would change its sign. */
  flips: LeftOut[];
}

/**
 * Leave-one-outlet-out: `without` recomputes the row with one outlet gone (Efron & Tibshirani 1993, An Introduction to
 * the Bootstrap, ch. 11, on the jackknife). A finding that one outlet flips is a finding about that outlet.
 */
export function leaveOneOut(
  outlets: readonly string[],
  full: { value: number; wording: Wording },
  without: (outlet: string) => { value: number | null; wording: Wording },
): Sensitivity {
  const left = outlets.map((outlet): LeftOut => ({ outlet, ...without(outlet) }));
  const values = left.flatMap((each) => each.value ?? []);
  return {
    range: values.length > 0 ? [Math.min(...values), Math.max(...values)] : null,
    flips: left.filter((each) => each.wording !== full.wording || (each.value !== null && each.value * full.value < 0)),
  };
}
