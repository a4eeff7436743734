import { randomIndex, seededRandom } from "#lib/compare/random.ts";

const WORDS =
  "bridge river town hall mayor repair road village week people mill bank pier stone report engineer water boat market council winter storm train school garden field".split(
    " ",
  );

/** Running text of our own, different for every seed; a shorter one is the beginning of a longer. */
export function ownText(seed: number, sentences = 20): string {
  const random = seededRandom(seed);
  const word = (): string => WORDS[randomIndex(random, WORDS.length)] as string;
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 10 }, word).join(" ")}.`).join(" ");
}
