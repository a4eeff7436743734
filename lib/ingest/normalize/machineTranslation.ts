/** A sign of machine translation. `weight` 2 decides alone, 1 needs a second sign. */
interface Sign {
  reason: string;
  weight: number;
  found(text: string, removed: readonly string[]): boolean;
}

const COMPOUND =
  /(?<!\p{L})(?:so|high|low|long|short|well|self|non|anti|pro|pre|post|ex|mid|semi|multi|two|three|four|five|six|seven|eight|nine|ten|half|full|large|small|ultra|far|left|right|vice)—\p{Ll}{3,}/gu;

/** Place names that a translation engine leaves in lower case where the source language writes them so. */
const LOWER_NAMES =
  /(?<![\p{L}@/.#-])(?:kyiv|kiev|moscow|russia|ukraine|france|germany|paris|london|washington|europe|poland|putin|zelensky)(?![\p{L}@/.-])/gu;
const UPPER_NAMES =
  /(?<!\p{L})(?:Kyiv|Kiev|Moscow|Russia|Ukraine|France|Germany|Paris|London|Washington|Europe|Poland)(?!\p{L})/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const SIGNS: readonly Sign[] = [
  {
    reason: "translator credit",
    weight: 2,
    found: (_, removed) => removed.includes("translator credit"),
  },
  {
    reason: "quotation marks of two languages mixed",
    weight: 1,
    found: (text) => /“[^“”«»\n]{1,400}»|«[^“”«»\n]{1,400}”/u.test(text) || (/[«»]/.test(text) && /[“”"]/.test(text)),
  },
  { reason: "long dashes inside compounds", weight: 1, found: (text) => count(text, COMPOUND) > 0 },
  {
    reason: "names in lower case",
    weight: 1,
    found: (text) => count(text, LOWER_NAMES) >= 2 && count(text, UPPER_NAMES) > 0,
  },
  {
    reason: "French spacing before punctuation",
    weight: 1,
    found: (text) => count(text, /\p{L} [?!;:](?=\s|$)/gu) + count(text, /[.,!?] »/gu) >= 2,
  },
  {
    reason: "paragraphs opened by a dialogue dash",
    weight: 1,
    found: (text) => count(text, /^[—–] \p{Lu}/gmu) >= 2,
  },
];

/** Whether a text reads like a machine's translation, and why; reasons are listed even where they do not suffice. */
export function machineTranslation(
  text: string,
  removedReasons: readonly string[],
): { flag: boolean; reasons: string[] } {
  const found = SIGNS.filter((sign) => sign.found(text, removedReasons));
  return { flag: found.reduce((sum, sign) => sum + sign.weight, 0) >= 2, reasons: found.map((sign) => sign.reason) };
}
