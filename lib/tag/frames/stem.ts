/** Endings of derived words, longest first, each with what is left in its place. */
const DERIVED: readonly (readonly [ending: string, left: string])[] = [
  ["ization", "iz"],
  ["isation", "iz"],
  ["ational", "at"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "iv"],
  ["ability", "abl"],
  ["ations", "at"],
  ["ation", "at"],
  ["ators", "at"],
  ["ator", "at"],
  ["izing", "iz"],
  ["ising", "iz"],
  ["ized", "iz"],
  ["ised", "iz"],
  ["izes", "iz"],
  ["ises", "is"],
  ["ments", "ment"],
  ["ically", "ic"],
  ["ical", "ic"],
  ["icity", "ic"],
  ["ities", "iti"],
  ["ity", "iti"],
  ["ness", ""],
  ["ship", ""],
  ["tional", "tion"],
  ["ively", "iv"],
  ["ive", "iv"],
  ["ally", "al"],
  ["edly", ""],
  ["ingly", ""],
  ["ly", ""],
];
const VOWEL = /[aeiouy]/;

/**
 * A light stem after Porter 1980 (Program 14:130-137): plurals, -ed, -ing and the commonest derived endings. Words that
 * share a stem share a weight; the words themselves are shown.
 */
export const stem = (word: string): string => (word.length < 4 ? word : strip(word));

function strip(word: string): string {
  for (const [ending, left] of DERIVED) {
    if (word.length >= ending.length + 4 && word.endsWith(ending)) return word.slice(0, -ending.length) + left;
  }
  let base = word;
  if (base.endsWith("ies")) base = `${base.slice(0, -3)}i`;
  else if (base.endsWith("sses")) base = base.slice(0, -2);
  else if (base.endsWith("s") && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  const bare = base.replace(/(?:ed|ing)$/, "");
  if (bare !== base && bare.length >= 3 && VOWEL.test(bare))
    base = /([bdfgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
  if (base.length > 4 && base.endsWith("e")) return base.slice(0, -1);
  return base.replace(/(?<=[^aeiou])y$/, "i");
}
