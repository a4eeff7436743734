import { detect } from "tinyld";

/** The commonest words of running English; about half of its words are among them. */
const COMMON = new Set(
  "the of and to a in that is was for it on with as he be at by had are but from not they have this his an or were which she their has been who will said would one its all more if after no about into when than up out could new also".split(
    " ",
  ),
);
/** Running English has 30 to 45 % of its words among COMMON; other languages below 8 %. */
const LEAST_SHARE = 0.15;
const LEAST_WORDS = 20;

/** ISO 639-1 code by the text itself; null where it is too short to tell. */
export function languageOf(text: string): string | null {
  const sample = text.length > 6000 ? text.slice(0, 6000) : text;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => COMMON.has(word)).length;
  if (words.length < LEAST_WORDS) {
    const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    return letters >= 20 && latin < letters / 2 ? detect(sample, { only: PLAUSIBLE }) || null : null;
  }
  if (common / words.length >= LEAST_SHARE) return "en";
  const guess = detect(sample, { only: PLAUSIBLE });
  return guess === "" ? null : guess;
}

/** Languages of news on this subject; without the limit short English lists are taken for rare ones. */
const PLAUSIBLE =
  "en ru uk be de fr es it pt pl nl sv no da fi et lv lt cs sk hu ro bg sr hr sl el tr ar he fa zh ja ko hi ka hy az kk vi id".split(
    " ",
  );

/** "Russian" for "ru". */
export const languageName = (code: string): string =>
  new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(code) ?? code;

/** The two-letter code of "en-GB", "English", "eng". */
export function languageCode(stated: string): string {
  const value = stated.trim().toLowerCase();
  if (/^en(?:g|glish)?\b/.test(value)) return "en";
  return value.split(/[-_]/)[0] ?? value;
}
