import { wilson, Z95 } from "./wilson.ts";

/**
 * Interval of the difference of two independent shares, kA/nA minus kB/nB, by Newcombe's hybrid score method
 * (Newcombe 1998, Statistics in Medicine 17:873-890, method 10). Takes articles as independent: one outlet a side.
 * Null when either side is empty.
 */
export function newcombe(
  kA: number,
  nA: number,
  kB: number,
  nB: number,
  z: number = Z95,
): { value: number; interval: [number, number] } | null {
  const a = wilson(kA, nA, z);
  const b = wilson(kB, nB, z);
  if (!a || !b) return null;
  const pA = kA / nA;
  const pB = kB / nB;
  const value = pA - pB;
  return {
    value,
    interval: [value - Math.hypot(pA - a[0], b[1] - pB), value + Math.hypot(a[1] - pA, pB - b[0])],
  };
}
