import { writeFileSync } from "node:fs";
import type { NullGrid } from "#lib/domain/nullGrid.ts";
import { cohenH } from "#lib/compare/cohenH.ts";
import { meanOfOutlets, type OutletSums, type Weighting } from "#lib/compare/outletSums.ts";
import { differenceOfSides } from "#lib/compare/intervals.ts";
import { randomBinomial, randomNormal, seededRandom, type Random } from "#lib/compare/random.ts";
import { wordingRule } from "#lib/compare/wordingRule.ts";

const GRID: readonly (readonly [number, number])[] = [
  [1, 12],
  [3, 3],
  [5, 5],
  [12, 2],
  [4, 4],
  [4, 12],
  [12, 12],
  [1, 1],
];
const ARTICLES = 40;
const ROWS = 14;

export interface NullFigures {
  charts: number;
  rows: number;
  /** Share of charts with at least one "clear" row. */
  clearCharts: number;
  /** Share of rows that say "leans" or "clear". */
  claimRows: number;
}

function outlets(count: number, logit: number, sd: number, random: Random): OutletSums[] {
  return Array.from({ length: count }, () => {
    const p = 1 / (1 + Math.exp(-(logit + sd * randomNormal(random))));
    return { kind: "share", k: randomBinomial(random, ARTICLES, p), n: ARTICLES };
  });
}

/** Charts of 14 rows where both sides draw from the same prevalences (.06 to .60); `sd` = spread between outlets; `gap` = a true difference to be found. Both on the logit scale. */
export function simulateNull(
  a: number,
  b: number,
  sd: number,
  charts: number,
  seed: number,
  weighting: Weighting = "outlets",
  gap = 0,
): NullFigures {
  const random = seededRandom(seed);
  let clearCharts = 0;
  let claims = 0;
  for (let chart = 0; chart < charts; chart += 1) {
    let clear = false;
    for (let row = 0; row < ROWS; row += 1) {
      const p = 0.06 + (0.54 * row) / (ROWS - 1);
      const logit = Math.log(p / (1 - p));
      const sideA = outlets(a, logit + gap, sd, random);
      const sideB = outlets(b, logit, sd, random);
      const difference = differenceOfSides(sideA, sideB, ROWS, [0, 1], weighting);
      const wording = wordingRule({
        articles: [a * ARTICLES, b * ARTICLES],
        outlets: [a, b],
        interval: difference?.interval ?? null,
        simultaneous: difference?.simultaneous ?? null,
        effect: cohenH(meanOfOutlets(sideA, weighting), meanOfOutlets(sideB, weighting)),
      });
      if (wording === "clear") clear = true;
      if (wording === "clear" || wording === "leans") claims += 1;
    }
    if (clear) clearCharts += 1;
  }
  return { charts, rows: charts * ROWS, clearCharts: clearCharts / charts, claimRows: claims / (charts * ROWS) };
}

/** npx tsx tests/quality/nullGrid.ts [charts] [file]: prints the grid and, with a file, stores it for the methods page. */
function main(charts: number, file: string | undefined): void {
  console.log(`charts ${charts}, rows ${ROWS} a chart, ${ARTICLES} articles an outlet`);
  console.log("outlets  spread  clear (charts)  leans or clear (rows)");
  const cells: NullGrid["cells"] = [];
  for (const [a, b] of GRID) {
    for (const spread of [0, 0.5]) {
      const got = simulateNull(a, b, spread, charts, 20 + a * 100 + b);
      cells.push({ outlets: [a, b], spread, charts, clearCharts: got.clearCharts, claimRows: got.claimRows });
      const clear = `${(100 * got.clearCharts).toFixed(1)} % of ${got.charts}`;
      console.log(
        `${`${a} v ${b}`.padEnd(8)} ${spread.toFixed(1).padEnd(7)} ${clear.padEnd(15)} ${(100 * got.claimRows).toFixed(1)} % of ${got.rows}`,
      );
    }
  }
  if (file === undefined) return;
  const command = `npx tsx tests/quality/nullGrid.ts ${charts} ${file}`;
  const date = new Date().toISOString().slice(0, 10);
  const stored: NullGrid = { date, command, rowsPerChart: ROWS, articlesPerOutlet: ARTICLES, cells };
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
}

if (process.argv[1]?.endsWith("nullGrid.ts")) main(Number(process.argv[2] ?? 400), process.argv[3]);
