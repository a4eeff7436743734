/**
 * Expected calibration error: mean gap between confidence (0..1) and accuracy over `bins` equal-width bins, weighted by
 * their size (Guo et al. 2017, ICML). Null when empty.
 */
export function expectedCalibrationError(
  confidence: readonly number[],
  right: readonly boolean[],
  bins = 10,
): number | null {
  if (confidence.length === 0) return null;
  const cells = Array.from({ length: bins }, () => ({ n: 0, sum: 0, right: 0 }));
  confidence.forEach((c, i) => {
    const cell = cells[Math.min(bins - 1, Math.floor(c * bins))]!;
    cell.n += 1;
    cell.sum += c;
    if (right[i]) cell.right += 1;
  });
  return cells.reduce((total, c) => total + Math.abs(c.sum - c.right), 0) / confidence.length;
}
