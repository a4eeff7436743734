/** Words of one field with their positions; parallel arrays, one entry a word. */
export interface Words {
  /** Lower-case, accents folded, possessive 's dropped; hyphenated words are several words. */
  norm: string[];
  /** UTF-16 offsets of the word, without the possessive. */
  start: number[];
  end: number[];
  /** True where the word begins with a capital letter or digit. */
  capital: boolean[];
}

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}+)*/gu;

/** Splits text into words. Cost is one regular-expression pass. */
export function splitWords(text: string): Words {
  const words: Words = { norm: [], start: [], end: [], capital: [] };
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const raw = match[0];
    if (raw === "s" && /['’]/.test(text[match.index - 1] ?? "")) continue;
    words.norm.push(foldWord(raw));
    words.start.push(match.index);
    words.end.push(match.index + raw.length);
    const first = raw.charCodeAt(0);
    words.capital.push(first < 128 ? first < 97 : raw[0] !== raw[0]!.toLowerCase());
  }
  return words;
}

/** Lower-case a to z throughout: nothing to fold. */
function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c < 97 || c > 122) return false;
  }
  return true;
}

const folded = new Map<string, string>();
/** Lower-case, straight apostrophes, no accents: "Élysée" becomes "elysee". Remembered, as words recur. */
export function foldWord(raw: string): string {
  if (isPlain(raw)) return raw;
  const known = folded.get(raw);
  if (known !== undefined) return known;
  const value = raw.toLowerCase().replaceAll("’", "'").normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (folded.size > 200_000) folded.clear();
  folded.set(raw, value);
  return value;
}
