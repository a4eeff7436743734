/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties half
 * (Hanley & McNeil 1982, Radiology 143:29-36). Null without both kinds.
 */
export function auc(scores: readonly number[], positive: readonly boolean[]): number | null {
  const order = scores.map((_, i) => i).toSorted((a, b) => scores[a]! - scores[b]!);
  const ups = positive.filter(Boolean).length;
  const downs = positive.length - ups;
  if (ups === 0 || downs === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    const rank = (from + to + 1) / 2;
    for (let i = from; i < to; i++) if (positive[order[i]!]) rankSum += rank;
    from = to;
  }
  return (rankSum - (ups * (ups + 1)) / 2) / (ups * downs);
}
