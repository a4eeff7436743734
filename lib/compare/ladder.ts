/** Below this many articles a side is an illustration; from the second number on, shares with intervals. */
export const DOTS_FROM = 5;
export const SHARES_FROM = 30;
/** Share of asked articles that could not be told, above which a number carries a warning. */
export const ABSTAINED_WARN = 0.4;

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
  if (side.articles === 0) notes.push("no articles");
  else if (rung === "illustration") notes.push("illustration: fewer than five articles");
  else if (rung === "dots") notes.push("no percentage: fewer than thirty articles");
  if (side.outlets === 1) notes.push(`speaks of ${side.outletName ?? "one outlet"} only`);
  else if (side.outlets === 2 || side.outlets === 3) notes.push("does not include the choice of outlets");
  const asked = side.articles + side.abstained;
  const abstentionsWarn = asked > 0 && side.abstained / asked > ABSTAINED_WARN;
  if (abstentionsWarn) notes.push(`${side.abstained} of ${asked} articles could not be told`);
  return { rung, note: notes.join("; "), abstentionsWarn };
}
