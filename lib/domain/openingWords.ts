const OPENING_WORDS = 9;

/** The first nine words of a text, what an article without a title is known by; "" where there are none. */
export function openingWords(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .slice(0, OPENING_WORDS)
    .join(" ")
    .replace(/[\s,;:.–-]+$/, "");
}
