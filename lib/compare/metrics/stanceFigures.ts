import type { MeasurementFigure, MeasurementRow } from "#lib/domain/measurements.ts";
import { auc } from "./auc.ts";
import { groupBootstrap } from "./groupBootstrap.ts";

/** One actor in one article: the coded sign source -2..2 (null = not discussed) beside the score -1..1. */
export interface StanceJudged {
  id: string;
  side: string;
  target: string;
  coded: { own: number | null; all: number | null };
  score: { own: number; all: number };
  label: { own: string; all: string };
  discussed: boolean;
}
type Voices = "own" | "all";

/** Signs that occur on a side; AUC within the side asks whether the score ranks them. */
const CELLS: readonly { voices: Voices; side: string; target: string; sign: -1 | 1 }[] = [
  { voices: "own", side: "western", target: "russia", sign: -1 },
  { voices: "own", side: "russian", target: "ukraine", sign: -1 },
  { voices: "own", side: "western", target: "ukraine", sign: 1 },
  { voices: "own", side: "russian", target: "west", sign: -1 },
  { voices: "all", side: "western", target: "russia", sign: -1 },
  { voices: "all", side: "russian", target: "russia", sign: 1 },
  { voices: "all", side: "russian", target: "ukraine", sign: -1 },
  { voices: "all", side: "western", target: "ukraine", sign: 1 },
  { voices: "all", side: "russian", target: "west", sign: -1 },
  { voices: "all", side: "western", target: "west", sign: 1 },
];
const DRAWS = 300;
const signOf = (item: StanceJudged, voices: Voices): number => Math.sign(item.coded[voices] ?? 0);
const signSaid = (item: StanceJudged, voices: Voices): number =>
  item.label[voices] === "favourable" ? 1 : item.label[voices] === "unfavourable" ? -1 : 0;
const SIDE_ALONE = "the line is what the outlet's side alone would have right on as many discussed pairs";
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

function cellAuc(items: readonly StanceJudged[], cell: (typeof CELLS)[number], discussed: boolean): number | null {
  const mine = items.filter(
    (i) => i.side === cell.side && i.target === cell.target && (!discussed || i.coded[cell.voices] !== null),
  );
  return auc(
    mine.map((i) => cell.sign * i.score[cell.voices]),
    mine.map((i) => signOf(i, cell.voices) === cell.sign),
  );
}

/** Mean AUC within sides over the signs that occur; null when none can be had. */
function withinSides(items: readonly StanceJudged[], voices: Voices, discussed: boolean): number | null {
  return mean(
    CELLS.filter((c) => c.voices === voices).flatMap((c) => {
      const value = cellAuc(items, c, discussed);
      return value === null ? [] : [value];
    }),
  );
}

/** Discussed pairs ordered by |score|: share of the surest `share` whose sign is right, and whose sign is opposite. */
function surest(
  items: readonly StanceJudged[],
  voices: Voices,
  share: number,
): { n: number; right: number; opposite: number } | null {
  const discussed = items
    .filter((i) => i.coded[voices] !== null)
    .toSorted((a, b) => Math.abs(b.score[voices]) - Math.abs(a.score[voices]));
  const top = discussed.slice(0, Math.round(share * discussed.length));
  if (top.length === 0) return null;
  const count = (factor: number): number =>
    top.filter((i) => signOf(i, voices) !== 0 && Math.sign(i.score[voices]) === factor * signOf(i, voices)).length;
  return { n: top.length, right: count(1) / top.length, opposite: count(-1) / top.length };
}

/** The same items scored by nothing but the outlet's side: the mean coded sign of the side and target. */
function bySide(items: readonly StanceJudged[]): StanceJudged[] {
  const usual = (i: StanceJudged, voices: Voices): number =>
    mean(
      items
        .filter((o) => o.side === i.side && o.target === i.target && o.coded[voices] !== null)
        .map((o) => signOf(o, voices)),
    ) ?? 0;
  return items.map((i) => ({ ...i, score: { own: usual(i, "own"), all: usual(i, "all") } }));
}

/** Two ways of scoring the same pairs: AUC within sides of the first minus that of the second, redrawn by article. */
export function withinSidesGain(
  name: string,
  items: readonly StanceJudged[],
  others: readonly StanceJudged[],
  draws = DRAWS,
): MeasurementFigure[] {
  const pairs = items.map((item, i) => ({ id: item.id, item, other: others[i]! }));
  return (["own", "all"] as const).flatMap((voices) =>
    [false, true].map((discussed) => {
      const of = (list: readonly StanceJudged[]) => withinSides(list, voices, discussed);
      const gain = (x: typeof pairs): number | null => {
        const [mine, other] = [of(x.map((p) => p.item)), of(x.map((p) => p.other))];
        return mine === null || other === null ? null : mine - other;
      };
      return {
        name: `AUC within sides, ${voices}${discussed ? ", discussed" : ""}: gain over ${name}`,
        side: "all",
        n: items.length,
        value: gain(pairs),
        interval: groupBootstrap(
          pairs,
          (p) => p.id,
          (x) => gain([...x]),
          draws,
        ),
        trivial: 0,
        note: `${name} alone ${of(others)?.toFixed(3) ?? "none"}; paired, redrawn by article`,
      };
    }),
  );
}

/** Figures of the whole task; `trivial` is what the outlet's side alone would score. */
export function stanceFigures(items: readonly StanceJudged[], draws = DRAWS): MeasurementFigure[] {
  const side = bySide(items);
  const figure = (
    name: string,
    where: string,
    of: readonly StanceJudged[],
    statistic: (items: readonly StanceJudged[]) => number | null,
    trivial: number | null,
    note = "",
  ): MeasurementFigure => ({
    name,
    side: where,
    n: of.length,
    value: statistic(of),
    interval: groupBootstrap(of, (i) => i.id, statistic, draws),
    trivial,
    note,
  });
  const figures: MeasurementFigure[] = [];
  for (const voices of ["own", "all"] as const) {
    figures.push(
      figure(`AUC within sides, ${voices}`, "all", items, (x) => withinSides(x, voices, false), 0.5),
      figure(`AUC within sides, ${voices}, discussed`, "all", items, (x) => withinSides(x, voices, true), 0.5),
    );
    for (const share of [0.3, 0.45]) {
      const of = (x: readonly StanceJudged[]) => surest(x, voices, share);
      const name = `surest ${share * 100} %, ${voices}`;
      figures.push(
        figure(`${name}: right`, "all", items, (x) => of(x)?.right ?? null, of(side)?.right ?? null),
        figure(`${name}: opposite`, "all", items, (x) => of(x)?.opposite ?? null, of(side)?.opposite ?? null),
      );
    }
    for (const where of new Set(items.map((i) => i.side)))
      for (const target of new Set(items.map((i) => i.target))) {
        const mine = items.filter((i) => i.side === where && i.target === target && i.coded[voices] !== null);
        const bias = (x: readonly StanceJudged[]) => mean(x.map((i) => i.score[voices] - signOf(i, voices)));
        figures.push(figure(`bias ${target}, ${voices}`, where, mine, bias, 0, "mean of score minus coded sign"));
      }
    const committed = (x: readonly StanceJudged[]) => x.filter((i) => signSaid(i, voices) !== 0);
    const discussed = items.filter((i) => i.coded[voices] !== null);
    const share = committed(discussed).length / Math.max(1, discussed.length);
    const line = surest(side, voices, share);
    const told = (factor: number) => (x: readonly StanceJudged[]) =>
      mean(committed(x).map((i) => (signSaid(i, voices) === factor * signOf(i, voices) ? 1 : 0)));
    figures.push(
      figure(`label right, ${voices}`, "all", committed(items), told(1), line?.right ?? null, SIDE_ALONE),
      figure(`label opposite, ${voices}`, "all", committed(items), told(-1), line?.opposite ?? null, SIDE_ALONE),
    );
    const neutral = items.filter((i) => i.label[voices] === "neutral");
    figures.push(
      figure(
        `neutral right, ${voices}`,
        "all",
        neutral,
        (x) => mean(x.map((i) => (i.coded[voices] === 0 ? 1 : 0))),
        mean(items.map((i) => (i.coded[voices] === 0 ? 1 : 0))),
        "of pairs called neutral; not discussed counts as wrong, the line is the share of all pairs coded 0",
      ),
    );
    const silent = (x: readonly StanceJudged[]) => mean(x.map((i) => (signSaid(i, voices) === 0 ? 1 : 0)));
    for (const where of ["all", ...new Set(items.map((i) => i.side))])
      figures.push(
        figure(
          `no sign told, ${voices}`,
          where,
          discussed.filter((i) => where === "all" || i.side === where),
          silent,
          mean(
            discussed.filter((i) => where === "all" || i.side === where).map((i) => (signOf(i, voices) === 0 ? 1 : 0)),
          ),
          "share of discussed pairs; the line is the share coded without a sign",
        ),
      );
  }
  const agrees = (x: readonly StanceJudged[]) =>
    mean(x.map((i) => (i.discussed === (i.coded.own !== null || i.coded.all !== null) ? 1 : 0)));
  const usual = mean(items.map((i) => (i.coded.own !== null || i.coded.all !== null ? 1 : 0)));
  figures.push(figure("discussed agrees", "all", items, agrees, usual === null ? null : Math.max(usual, 1 - usual)));
  return figures;
}

/** One row a sign and side. */
export function stanceRows(items: readonly StanceJudged[]): MeasurementRow[] {
  return CELLS.map((cell) => {
    const mine = items.filter((i) => i.side === cell.side && i.target === cell.target);
    const wanted = cell.sign < 0 ? "unfavourable" : "favourable";
    const carry = mine.filter((i) => signOf(i, cell.voices) === cell.sign);
    const said = mine.filter((i) => i.label[cell.voices] === wanted);
    const hit = said.filter((i) => signOf(i, cell.voices) === cell.sign).length;
    return {
      tag: `${cell.target} ${wanted}, ${cell.voices}`,
      side: cell.side,
      n: mine.length,
      positives: carry.length,
      trivialF1: mine.length + carry.length > 0 ? (2 * carry.length) / (mine.length + carry.length) : null,
      precision: said.length > 0 ? hit / said.length : null,
      recall: carry.length > 0 ? hit / carry.length : null,
      f1: said.length + carry.length > 0 ? (2 * hit) / (said.length + carry.length) : null,
      f1Interval: null,
      auc: cellAuc(mine, cell, false),
      aucInterval: groupBootstrap(
        mine,
        (i) => i.id,
        (x) => cellAuc(x, cell, false),
        DRAWS,
      ),
      ece: null,
    };
  });
}
