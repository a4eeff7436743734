const memo = new Map<string, string>();
const KEEP = new Set("this his its was has us does always news series less".split(" "));

/** A word without its inflection, by suffix alone ("attacked", "attacks", "attacking" are "attack"). Remembered. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size > 200_000) memo.clear();
  const value = strip(word);
  memo.set(word, value);
  return value;
}

function strip(word: string): string {
  if (word.length < 4 || KEEP.has(word)) return word;
  let base = word;
  if (base.endsWith("ies") && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith("s") && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith("ily") && base.length > 5) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith("ly") && base.length > 5) base = base.slice(0, -2);
  if (base.endsWith("ied") && base.length > 4) return `${base.slice(0, -3)}y`;
  if (base.endsWith("ing") && /[aeiouy]/.test(base.slice(0, -4)) && base.length > 5) return tidy(base.slice(0, -3));
  if (base.endsWith("ed") && !base.endsWith("eed") && /[aeiouy]/.test(base.slice(0, -3)) && base.length > 4)
    return tidy(base.slice(0, -2));
  return base.endsWith("e") && base.length > 4 ? base.slice(0, -1) : base;
}

/** Undoubles the last consonant ("stopp" is "stop"). */
function tidy(base: string): string {
  return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}
