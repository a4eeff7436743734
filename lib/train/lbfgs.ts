const MEMORY = 8;

/**
 * Minimum of a smooth convex function by L-BFGS (Nocedal 1980, Math. Comp. 35:773-782) with backtracking, from zero.
 * `objective` returns the value at w and fills g with the gradient.
 */
export function minimise(
  objective: (w: Float64Array, g: Float64Array) => number,
  length: number,
  iterations: number,
): Float64Array {
  let w = new Float64Array(length);
  let g = new Float64Array(length);
  let loss = objective(w, g);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let i = 0; i < iterations; i++) {
    const d = g.map((v) => -v);
    const alphas: number[] = [];
    for (let m = steps.length - 1; m >= 0; m--) {
      const { s, y, rho } = steps[m]!;
      const alpha = rho * dot(s, d);
      alphas[m] = alpha;
      add(d, y, -alpha);
    }
    const last = steps.at(-1);
    if (last) {
      const gamma = dot(last.s, last.y) / dot(last.y, last.y);
      for (let j = 0; j < length; j++) d[j]! *= gamma;
    }
    steps.forEach(({ s, y, rho }, m) => add(d, s, alphas[m]! - rho * dot(y, d)));
    const slope = dot(g, d);
    if (slope > -1e-9) break;
    let step = i === 0 ? Math.min(1, 1 / Math.sqrt(dot(g, g))) : 1;
    let next = w;
    let gNext = g;
    let nextLoss = loss;
    let moved = false;
    for (let tries = 0; tries < 25; tries++, step /= 2) {
      next = w.slice();
      add(next, d, step);
      gNext = new Float64Array(length);
      nextLoss = objective(next, gNext);
      if (nextLoss <= loss + 1e-4 * step * slope) {
        moved = true;
        break;
      }
    }
    if (!moved) break;
    const s = next.map((v, j) => v - w[j]!);
    const y = gNext.map((v, j) => v - g[j]!);
    const sy = dot(s, y);
    if (sy > 1e-12) {
      steps.push({ s, y, rho: 1 / sy });
      if (steps.length > MEMORY) steps.shift();
    }
    const gain = loss - nextLoss;
    w = next;
    g = gNext;
    loss = nextLoss;
    if (gain < 1e-6 * Math.abs(loss)) break;
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * from[i]!;
}
