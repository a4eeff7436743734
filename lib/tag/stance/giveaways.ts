/** Stems that give the outlet away rather than what it thinks (house names, photo credits, its name for the war). */
const GIVEAWAYS = new Set(
  "special operation military getty image photo file via afp sputnik tass ria novosti reuters courtesy pictur subscrib click newsletter republic contribut".split(
    " ",
  ),
);
const memo = new Map<string, boolean>();

/** Whether a feature holds a give-away of the outlet; such features never count. */
export function isGiveaway(name: string): boolean {
  const known = memo.get(name);
  if (known !== undefined) return known;
  if (memo.size > 400_000) memo.clear();
  const found = name
    .slice(name.indexOf(":") + 1)
    .split(/[! :]/)
    .some((word) => GIVEAWAYS.has(word));
  memo.set(name, found);
  return found;
}

/** Whether a stem by itself gives the outlet away. */
export const givesAway = (word: string): boolean => GIVEAWAYS.has(word);
