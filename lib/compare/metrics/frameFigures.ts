import { aucOf, countsOf, f1Of, figures, meanOf, sideDifference, sidesIn, tagRows, type Judged } from "./judged.ts";

/** One frame of one article. */
export interface FrameJudged extends Judged {
  frame: string;
}

/** Mean over frames of a statistic; frames without one are left out. */
export function macro<T extends FrameJudged>(
  items: readonly T[],
  of: (items: readonly T[]) => number | null,
): number | null {
  const frames = [...new Set(items.map((item) => item.frame))];
  return meanOf(frames.map((frame) => of(items.filter((item) => item.frame === frame))));
}

/** Frames nobody coded have no recall to speak of: they are left out of the macro figure. */
export const f1WhereCoded = (items: readonly Judged[]): number | null =>
  countsOf(items).true === 0 ? null : f1Of(items);

/** Figures over all frames: mean AUC, macro-F1 and micro-F1, each with its interval, and how far the sides part. */
export function frameSummary(items: readonly FrameJudged[]) {
  const all = (chosen: readonly FrameJudged[]): FrameJudged[] => chosen.map((c) => ({ ...c, predicted: true }));
  const sides = sidesIn(items);
  return [
    ...figures("mean AUC", items, (chosen) => macro(chosen, aucOf)),
    ...figures(
      "macro-F1",
      items,
      (chosen) => macro(chosen, f1WhereCoded),
      (chosen) => macro(all(chosen), f1WhereCoded),
    ),
    ...figures("micro-F1", items, f1Of, (chosen) => f1Of(all(chosen))),
    ...(sides.includes("russian") && sides.includes("western")
      ? [sideDifference("micro-F1", items, ["russian", "western"], f1Of)]
      : []),
  ];
}

/** Rows and figures every measurement of frames carries. */
export function frameFigures(items: readonly FrameJudged[]) {
  return {
    rows: [...new Set(items.map((item) => item.frame))].flatMap((frame) =>
      tagRows(
        frame,
        items.filter((item) => item.frame === frame),
        { calibrated: true },
      ),
    ),
    figures: frameSummary(items),
  };
}
