import { fold } from "#lib/ingest/normalize/fold.ts";

/** One page's headline as its different places have it, without the site's name; null where a place is empty. */
export interface TitlePlaces {
  /** Headings of the first order, in the order of the page. */
  printed: readonly string[];
  /** og:title */
  open: string | null;
  /** twitter:title */
  card: string | null;
  /** JSON-LD headline */
  structured: string | null;
  /** <title> */
  tab: string | null;
  other: string | null;
}

/**
 * Weights of the places. What readers see on the page outweighs any one declaration, and all declarations together
 * outweigh it. og:title and twitter:title are mostly written in one go, so the second adds little.
 */
const WEIGHT = { printed: 2.95, structured: 2, open: 1.5, tab: 1, card: 0.4, other: 0.4 } as const;
/** One of several headings that nothing declared knows may be a menu's or another report's. */
const UNKNOWN_HEADING = 0.9;
/** Shorter than this a heading is likelier a label than a headline. Words. */
const LABEL = 2;

interface Vote {
  text: string;
  key: string;
  weight: number;
}

/** The headline most places agree on; the printed form of it where it is printed. */
export function bestTitle(places: TitlePlaces): string | null {
  const declared: Vote[] = (["structured", "open", "card", "tab", "other"] as const).flatMap((place) => {
    const text = places[place];
    return text === null ? [] : [{ text, key: fold(text), weight: WEIGHT[place] }];
  });
  const printed = places.printed.map((text, i): Vote => {
    const key = fold(text);
    const known = declared.some((vote) => agrees(vote.text, vote.key, key));
    const only = i === 0 && places.printed.length === 1 && key.split(" ").length > LABEL;
    return { text, key, weight: known || only ? WEIGHT.printed : UNKNOWN_HEADING / (i + 1) };
  });
  const votes = [...printed, ...declared];
  let best: Vote | null = null;
  for (const candidate of votes) {
    const own = printed.includes(candidate) ? candidate.weight : 0;
    let weight = own;
    for (const vote of declared) if (agrees(vote.text, vote.key, candidate.key)) weight += vote.weight;
    if (own === 0 && printed.some((p) => p.key === candidate.key)) continue;
    if (best === null || weight > best.weight) best = { ...candidate, weight };
  }
  if (best === null) return null;
  const edited = shortened(best, places);
  return edited ?? best.text;
}

/** The same headline, or with a label before or after it that a mark parts; or cut off with dots. */
function agrees(declared: string, declaredKey: string, key: string): boolean {
  if (key === "" || declaredKey === key) return declaredKey === key;
  if (key.length < 4) return false;
  if (/(?:…|\.\.\.)$/.test(declared) && declaredKey.length > 25 && key.startsWith(declaredKey)) return true;
  if (`${declaredKey} `.startsWith(`${key} `)) return LABELLED_AFTER.test(declared.slice(lengthOf(declared, key)));
  return (
    ` ${declaredKey}`.endsWith(` ${key}`) && LABELLED_BEFORE.test(declared.slice(0, -lengthFromEnd(declared, key)))
  );
}

/** What follows the headline proper: " - Paper", " (Published 2016)", " @paper". Never ": second half". */
const LABELLED_AFTER = /^\W*?\s*[|–—·•»*@#(/-]|^\s*--|^_/u;
const LABELLED_BEFORE = /[|–—·•»*]\s*[^\p{L}\p{N}]*$|\s-\s[^\p{L}\p{N}]*$|^[\p{Lu}\s]+:\s*$/u;

/** Characters of `text` until its letters and digits make up `key`. */
function lengthOf(text: string, key: string): number {
  for (let at = Math.min(text.length, key.length); at <= text.length; at++) {
    if (fold(text.slice(0, at)) === key && !/[\p{L}\p{N}]/u.test(text[at] ?? "")) return at;
  }
  return text.length;
}

function lengthFromEnd(text: string, key: string): number {
  for (let n = Math.min(text.length, key.length); n <= text.length; n++) {
    if (fold(text.slice(text.length - n)) === key) return n;
  }
  return text.length;
}

/**
 * Desks give og:title a shorter headline: the printed one without its kicker, or the same words in the same order
 * without an afterthought. The second only where the tab keeps the printed one, so that the difference was meant.
 */
function shortened(best: Vote, { open, tab }: TitlePlaces): string | null {
  const key = open === null ? "" : fold(open);
  const words = key.split(" ");
  const whole = best.key.split(" ");
  if (open === null || words.length < 4 || words.length >= whole.length) return null;
  if (best.key.endsWith(` ${key}`)) return open;
  if (tab === null || !agrees(tab, fold(tab), best.key)) return null;
  let at = 0;
  for (const word of whole) if (word === words[at]) at += 1;
  return at === words.length ? open : null;
}
