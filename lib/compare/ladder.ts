/** Below this many articles a side is an illustration; from the second number on, shares with intervals. */
export const DOTS_FROM = 5;
export const SHARES_FROM = 30;
/** Share of asked articles that could not be told, above which a number carries a warning. */
export const ABSTAINED_WARN = 0.4;

/** Said beside a number under thirty articles; a table that says it once leaves it out of its rows. */
export const NO_PERCENTAGE = "no percentage: fewer than thirty articles";

export interface Rung {
  rung: "illustration" | "dots" | "share";
  /** What the interval leaves out, and warnings; empty when there is nothing to say. */
  note: string;
  abstentionsWarn: boolean;
}

/**
 * The small-n ladder, one for every chart. `articles` = articles with an answer, `outlets` behind them, `abstained` =
 * asked and not told (so asked = articles + abstained), `outletName` = the outlet where it is the only one.
 */
export function ladder(side: { articles: number; outlets: number; abstained: number; outletName?: string }): Rung {
  const rung = side.articles < DOTS_FROM ? "illustration" : side.articles < SHARES_FROM ? "dots" : "share";
  const notes: string[] = [];
  if (side.articles === 0 && side.abstained === 0) notes.push("no articles");
  else if (side.articles === 0) notes.push("no article tells");
  else if (rung === "illustration") notes.push("illustration: fewer than five articles");
  else if (rung === "dots") notes.push(NO_PERCENTAGE);
  if (side.outlets === 1) notes.push(`speaks of ${side.outletName ?? "one outlet"} only`);
  else if (rung === "share" && side.outlets <= 3) notes.push("interval for these outlets only");
  const asked = side.articles + side.abstained;
  const abstentionsWarn = asked > 0 && side.abstained / asked > ABSTAINED_WARN;
  if (abstentionsWarn) notes.push(`left open in ${side.abstained} of ${asked} articles`);
  return { rung, note: notes.join("; "), abstentionsWarn };
}
