import type { Comparison, Estimate, Group, Saying, Wording } from "#lib/domain/series.ts";

export function articles(count: number): string {
  return count === 1 ? "1 article" : `${count.toLocaleString("en")} articles`;
}

/** "826 articles, 1 outlet". */
export function articlesOf({ articles: n, outlets }: { articles: number; outlets: number }): string {
  return `${articles(n)}, ${outlets === 1 ? "1 outlet" : `${outlets} outlets`}`;
}

/** A value as text: "32 %" for shares, "+.12" for scores on -1..1. */
export function sayValue(value: number, saying: Saying): string {
  if (saying !== "score") return `${Math.round(100 * value)} %`;
  const size = Math.abs(value).toFixed(2).replace(/^0/, "");
  return Number(value.toFixed(2)) === 0 ? ".00" : `${value < 0 ? "−" : "+"}${size}`;
}

/** "32 to 41 %", or "+.02 to +.20". */
export function sayInterval(interval: readonly [number, number], saying: Saying): string {
  if (saying === "score") return `${sayValue(interval[0], saying)} to ${sayValue(interval[1], saying)}`;
  const [low, high] = interval;
  const places = low !== high && Math.round(100 * low) === Math.round(100 * high) ? 1 : 0;
  const percent = (share: number): string => String(Number((100 * share).toFixed(places)));
  return `${percent(low)} to ${percent(high)} %`;
}

/** Differences of shares are percentage points, signed. */
export function sayDifference(value: number, saying: Saying): string {
  if (saying === "score") return sayValue(value, saying);
  const points = Math.round(100 * value);
  return `${points < 0 ? "−" : points > 0 ? "+" : ""}${Math.abs(points)} pp`;
}

/** One side in words. Below thirty articles there is no percentage and no mean, only counts. */
export function saySide(name: string, side: Estimate, saying: Saying): string {
  if (side.n === 0) return `${name}: no articles`;
  const counted = saying === "share" ? `${side.k.toLocaleString("en")} of ${articles(side.n)}` : articles(side.n);
  if (side.rung !== "share" || side.value === null) return `${name}: ${counted}`;
  const from = side.outlets === 1 ? "" : `, ${side.outlets} outlets`;
  const range = side.interval ? `${sayInterval(side.interval, saying)}; ` : "";
  return `${name}: ${sayValue(side.value, saying)} (${range}${counted}${from})`;
}

/** A side in a sentence: `name` before its number, `spoken` inside the sentence ("Western outlets"). */
export interface SaidSide {
  name: string;
  spoken: string;
  side: Estimate;
}

/** "Western outlets" for a side of several; one outlet, a kind or a choice bears its own name. */
export function spokenName({ label, side, subGroup, outlets }: Group): string {
  return side !== null && subGroup === null && outlets > 1 && !label.includes(",") ? `${label} outlets` : label;
}

function verdict(
  wording: Wording,
  a: SaidSide,
  b: SaidSide,
  difference: Comparison["difference"],
  saying: Saying,
): string {
  if (a.side.n === 0 || b.side.n === 0) return "Nothing to compare.";
  if (wording === "illustration") return "Fewer than five articles on a side: an illustration, not a comparison.";
  if (!difference) return "Fewer than thirty articles on a side: cannot tell.";
  if (wording === "cannot tell") return "Whether the sides differ, these articles cannot tell.";
  const higher = difference.value > 0 ? a.spoken : b.spoken;
  const what = saying === "score" ? "more favourable" : "more";
  return wording === "clear" ? `Clearly ${what} in ${higher}.` : `Leans: ${what} in ${higher}.`;
}

/** The sentence of a row, e.g. "RT: 12 of 20 articles; Western: 8 of 25 articles. …" */
export function saySentence(
  a: SaidSide,
  b: SaidSide,
  difference: Comparison["difference"],
  wording: Wording,
  saying: Saying,
): string {
  const both = `${saySide(a.name, a.side, saying)}; ${saySide(b.name, b.side, saying)}.`;
  return `${both} ${verdict(wording, a, b, difference, saying)}`;
}
