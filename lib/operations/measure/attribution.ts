import { z } from "zod";
import type { MeasurementFigure, MeasurementRow } from "#lib/domain/measurements.ts";
import { attribution as predictAttribution } from "#lib/operations/predict/attribution.ts";
import {
  add,
  countDocument,
  ratios,
  wholeSentences,
  zero,
  type Counts,
  type DocumentCounts,
  type SpanAttribution,
} from "./attributionScores.ts";
import { figures, sideDifference, sideOf, sidesIn, worst, type Mistake } from "./report.ts";
import { textRow, type MeasureTask } from "./task.ts";

const spans = z.array(z.tuple([z.number(), z.number()]));
const spanAttribution = z.looseObject({
  source: spans,
  cue: spans,
  content: spans,
  type: z.string().optional(),
  speaker: z.string().nullish(),
  bloc: z.string().nullish(),
});
const goldRow = z.looseObject({
  ...textRow,
  attributions: z.array(spanAttribution),
});
const predicted = z.object({ attributions: z.array(spanAttribution) });

/** One document with its counts; intervals redraw documents. */
interface Scored {
  document: string;
  side: string | null;
  counts: DocumentCounts;
  /** The trivial line: every sentence that holds a quotation mark is said by somebody. */
  trivial: DocumentCounts;
}

const sum = (items: readonly Scored[], of: (s: Scored) => Counts): Counts => items.map(of).reduce(add, zero());
const share = (items: readonly Scored[], of: (c: DocumentCounts) => number): number | null => {
  const words = items.reduce((n, s) => n + s.counts.words, 0);
  return words === 0 ? null : 1 - items.reduce((n, s) => n + of(s.counts), 0) / words;
};

function spanFigures(name: "content" | "source" | "cue", items: readonly Scored[]): MeasurementFigure[] {
  const of = (key: "precision" | "recall" | "f1") => (chosen: readonly Scored[]) =>
    ratios(sum(chosen, (s) => s.counts[name]))[key];
  const trivial = (chosen: readonly Scored[]) => ratios(sum(chosen, (s) => s.trivial[name])).f1;
  const note = name === "source" ? "given a found content" : "";
  return [
    ...figures(`${name} token F1`, items, of("f1"), name === "content" ? trivial : null, note),
    ...figures(`${name} token precision`, items, of("precision"), null, note),
    ...figures(`${name} token recall`, items, of("recall"), null, note),
  ];
}

function kindFigures(items: readonly Scored[]): MeasurementFigure[] {
  return ["direct", "mixed", "indirect"].flatMap((kind) =>
    figures(`content recall of ${kind} speech`, items, (chosen) => {
      const cells = chosen.flatMap((s) => s.counts.byKind[kind] ?? []);
      const gold = cells.reduce((n, c) => n + c.gold, 0);
      return gold === 0 ? null : cells.reduce((n, c) => n + c.hit, 0) / gold;
    }),
  );
}

/** Rows for pages: words of a span, over documents; `positives` are documents that have any. */
function spanRows(name: "content" | "source" | "cue", items: readonly Scored[]): MeasurementRow[] {
  return ["all", ...sidesIn(items)].map((side) => {
    const chosen = items.filter((s) => side === "all" || s.side === side);
    const { precision, recall, f1 } = ratios(sum(chosen, (s) => s.counts[name]));
    return {
      tag: `words of the ${name}`,
      side,
      n: chosen.length,
      positives: chosen.filter((s) => s.counts[name].gold > 0).length,
      trivialF1: name === "content" ? ratios(sum(chosen, (s) => s.trivial.content)).f1 : null,
      precision,
      recall,
      f1,
      f1Interval: figures(name, chosen, (x) => ratios(sum(x, (s) => s.counts[name])).f1)[0]!.interval,
      auc: null,
      aucInterval: null,
      ece: null,
    };
  });
}

function blocFigures(items: readonly Scored[]): MeasurementFigure[] {
  if (items.every((s) => s.counts.bloc.n === 0)) return [];
  const right = (chosen: readonly Scored[]): number | null => {
    const n = chosen.reduce((t, s) => t + s.counts.bloc.n, 0);
    return n === 0 ? null : chosen.reduce((t, s) => t + s.counts.bloc.right, 0) / n;
  };
  const commonest = (chosen: readonly Scored[]): number | null => {
    const seen = new Map<string, number>();
    const all = chosen.flatMap((s) => s.counts.bloc.gold);
    for (const bloc of all) seen.set(bloc, (seen.get(bloc) ?? 0) + 1);
    return all.length === 0 ? null : Math.max(...seen.values()) / all.length;
  };
  return figures("speaker's bloc right", items, right, commonest, "of attributions whose content was found");
}

function ownFigures(items: readonly Scored[]): MeasurementFigure[] {
  const predictedOwn = (chosen: readonly Scored[]) => share(chosen, (c) => c.predictedWords);
  const goldOwn = (chosen: readonly Scored[]) => share(chosen, (c) => c.goldWords);
  const off = (chosen: readonly Scored[]): number | null => {
    const [a, b] = [predictedOwn(chosen), goldOwn(chosen)];
    return a === null || b === null ? null : a - b;
  };
  return [
    ...figures("own-voice share", items, predictedOwn, goldOwn, "beside it the share by annotated content spans"),
    ...figures("own-voice share minus annotated", items, off),
    ...figures(
      "own-voice share, introductions apart",
      items,
      (chosen) => share(chosen, (c) => c.predictedSpanWords),
      (chosen) => share(chosen, (c) => c.goldSpanWords),
      "words outside content, source and cue; beside it the annotated share",
    ),
  ];
}

/** Scores attributions by document: token F1 of content, source and cue; kinds of speech; bloc; own-voice share. */
export const attribution: MeasureTask<z.infer<typeof goldRow>> = {
  name: "attribution",
  describe: "{id, text, attributions: [{source, cue, content: [[start, end]], type?, bloc?}], side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictAttribution.prepare(codebook);
    const items: Scored[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const id = String(row.id);
      const side = sideOf(codebook, row);
      const answer = predicted.parse(await predict({ id: row.id, text: row.text }));
      const document = { text: row.text, gold: row.attributions };
      const counts = countDocument({ ...document, predicted: answer.attributions });
      items.push({
        document: id,
        side,
        counts,
        trivial: countDocument({ ...document, predicted: wholeSentences(row.text) }),
      });
      mistakes.push(...missed(id, row.text, row.attributions, answer.attributions));
    }
    const f1 = (chosen: readonly Scored[]) => ratios(sum(chosen, (s) => s.counts.content)).f1;
    const sourceF1 = (chosen: readonly Scored[]) => ratios(sum(chosen, (s) => s.counts.source)).f1;
    const both = sidesIn(items).includes("russian") && sidesIn(items).includes("western");
    return {
      trivialLine: "every sentence with a quotation mark is content (content F1); the commonest bloc (bloc)",
      rows: (["content", "source", "cue"] as const).flatMap((name) => spanRows(name, items)),
      figures: [
        ...(["content", "source", "cue"] as const).flatMap((name) => spanFigures(name, items)),
        ...(both ? [sideDifference("content token F1", items, ["russian", "western"], f1)] : []),
        ...(both ? [sideDifference("source token F1", items, ["russian", "western"], sourceF1)] : []),
        ...kindFigures(items),
        ...blocFigures(items),
        ...ownFigures(items),
      ],
      confusion: confusionOf(items),
      mistakes: worst(mistakes),
    };
  },
};

function confusionOf(items: readonly Scored[]): Record<string, Record<string, number>> | null {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { counts } of items) {
    counts.bloc.gold.forEach((truth, i) => {
      const row = (confusion[truth] ??= {});
      const said = counts.bloc.predicted[i]!;
      row[said] = (row[said] ?? 0) + 1;
    });
  }
  return Object.keys(confusion).length === 0 ? null : confusion;
}

/** Annotated attributions nothing was found for, and found ones nobody annotated; surprise is their length. */
function missed(
  id: string,
  text: string,
  gold: readonly SpanAttribution[],
  found: readonly SpanAttribution[],
): Mistake[] {
  const alone = (a: SpanAttribution, others: readonly SpanAttribution[]): boolean =>
    !others.some((o) => o.content.some(([s, e]) => a.content.some(([from, to]) => s < to && e > from)));
  const shown = (a: SpanAttribution, truth: string, said: string): Mistake => {
    const from = Math.min(...[...a.content, ...a.cue, ...a.source].map(([s]) => s));
    const to = Math.max(...[...a.content, ...a.cue, ...a.source].map(([, e]) => e));
    return {
      id,
      tag: "attribution",
      truth,
      predicted: said,
      surprise: to - from,
      text: text.slice(from, to).slice(0, 400),
    };
  };
  return [
    ...gold.filter((g) => alone(g, found)).map((g) => shown(g, "attributed", "own voice")),
    ...found.filter((p) => alone(p, gold)).map((p) => shown(p, "own voice", "attributed")),
  ];
}
