import { paragraphsOf } from "./blockText.ts";
import type { PageProblem } from "./page.ts";
import { meta } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";

interface Facts {
  document: Document;
  structured: StructuredArticle | null;
  /** Types of every JSON-LD node of the page. */
  types: readonly string[];
  url: string | null;
  title: string | null;
}

/** What a page shows of being something else than a report. */
export interface Signs {
  live: boolean;
  /** Declared as not free, or a wall and a call to pay. */
  walled: boolean;
  consent: boolean;
  film: boolean;
  /** Asks whether the reader is a person. */
  robot: boolean;
  /** Says that it shows nothing without scripts. */
  scripts: boolean;
  /** Calls itself an article. */
  declared: boolean;
  frontPage: boolean;
  /** Text of cards that lead to reports, on a page that has many and calls itself no article; "" elsewhere. */
  cards: string;
}

const CALL_TO_PAY =
  /\b(?:subscribe(?:rs?)? (?:to|for|now|today|only)|subscriber-only|already a (?:subscriber|member)|to continue reading|continue reading (?:this|the|your)|unlock (?:this|the|full)|create (?:a|your) free account|register (?:for free|to (?:read|continue))|for full access|premium (?:content|article)|start your (?:free )?trial|sign in to (?:read|continue))/i;

const ROBOT_CHECK =
  /\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:human|robot)|not a robot|checking (?:if the site connection|your browser)|enable javascript and cookies to continue|unusual (?:traffic|activity) from your|pardon our interruption|access (?:to this page has been )?denied|complete the captcha|press (?:and|&) hold)\b/i;
const NEEDS_SCRIPTS =
  /\b(?:enable javascript|turn on javascript|javascript (?:is|must be) (?:disabled|required|enabled|not available)|requires javascript|without javascript)\b/i;
/** Of the paragraphs, the share that speaks of consent in a consent form taken for a report. */
const CONSENT_SHARE = 0.4;
/** "Live" as a label; people who live somewhere are none. */
const LIVE_LABEL =
  /\blive(?:[- ](?:blog|updates?|ticker|coverage|reporting)|:)|[–—|-] live\b|\bLIVE\b|\b(?:as it happened|minute by minute|rolling coverage)\b/;
/** Entries with a clock time of their own, from which on a page that calls itself live is a live blog. */
const LIVE_ENTRIES = 6;

/** Words of text below which a page with a sign of a wall, film or ticker holds no whole report. */
const SHORT = 200;
/** A film page may carry a caption of some length. */
const FILM = 120;
/** A consent form is seldom longer. */
const FORM = 500;
/** Below this there is no report at all. */
const LEAST = 25;

/** Reads the signs off a whole page. */
export function signsOf({ document, structured, types, url, title }: Facts): Signs {
  const text = (document.body?.textContent ?? "").slice(0, 400_000);
  const type = meta(document, "og:type") ?? "";
  // Looking for names through a whole page is slow, so only where the title lets it matter.
  const says = title ?? "";
  const label = LIVE_LABEL.test(says.replace(/^L(?=ive)/, "l"));
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const liveNames = (): boolean => has("[class*=live-blog i], [class*=liveblog i], [id*=liveblog i]");
  const entries = (): number => document.querySelectorAll("article time, main time, [class*=timestamp i]").length;
  const liveAddress = /\/live(?:blog|-news|-updates)?(?:\/|-|$)|live-?blog/i.test(url ?? "");
  const locked = meta(document, "article:content_tier")?.toLowerCase() === "locked";
  const wall = (): boolean => locked || has("[class*=paywall i], [id*=paywall i]");
  const address = url === null ? "" : url.replace(/[?#].*$/, "");
  return {
    live:
      types.includes("LiveBlogPosting") ||
      has("[itemtype*=LiveBlogPosting]") ||
      (/\blive\b/i.test(says) && (liveAddress || liveNames())) ||
      (label && entries() >= LIVE_ENTRIES),
    walled: structured?.free === false || (CALL_TO_PAY.test(text) && wall()),
    consent:
      /\b(?:we|our partners) (?:use|value|and our)\b.{0,200}\b(?:cookies|privacy|consent)\b|\baccept all\b/i.test(text),
    film:
      (types.includes("VideoObject") && structured === null) ||
      type.startsWith("video") ||
      /\/(?:video|videos|watch)\//i.test(url ?? ""),
    robot: ROBOT_CHECK.test(`${document.title ?? ""} ${text.slice(0, 20_000)}`),
    scripts: NEEDS_SCRIPTS.test(text.slice(0, 20_000)),
    declared: structured !== null || type === "article",
    frontPage: structured === null && type !== "article" && /^https?:\/\/[^/]+\/?$/.test(address),
    cards: structured === null && type !== "article" ? cardsOf(document) : "",
  };
}

/** Why a page is not an ordinary report, named for the user; null when it is one. */
export function problemOf(signs: Signs, paragraphs: readonly string[]): PageProblem | null {
  const text = paragraphs.join(" ");
  // Scripts without spaces between words are counted by characters.
  const words = Math.max(text.split(/\s+/).filter((word) => word !== "").length, text.length / 12);
  if (signs.live) {
    return problem(
      "live blog",
      "This is a live blog, many short entries and no single report. Copy the entry you want as text.",
    );
  }
  if (words < SHORT && signs.walled) {
    return problem(
      "paywall",
      "Only the beginning of this report is open, the rest is behind a paywall. Paste the text if you may read it.",
    );
  }
  const consenting = paragraphs.filter((p) => /\bcookies?\b|\bconsent\b|\bprivacy\b|\bpersonal data\b/i.test(p)).length;
  const form = !signs.declared && words < FORM && consenting > 0 && consenting >= paragraphs.length * CONSENT_SHARE;
  if (signs.consent && (words < LEAST || form)) {
    return problem("consent wall", "The page shows only a consent form. Open it in a browser and paste the text.");
  }
  if (words < FILM && signs.robot) {
    return problem(
      "robot check",
      "The site answered with a check for robots in place of the report. Open it in a browser and paste the text.",
    );
  }
  if (words < FILM && signs.film) return problem("video", "This is a video page with hardly any text.");
  if (words < LEAST && signs.scripts) {
    return problem(
      "scripts only",
      "The page shows its text only with scripts. Open it in a browser and paste the text.",
    );
  }
  if (words < LEAST)
    return problem("not an article", "No report was found on this page: there is too little running text.");
  const listed = paragraphs.filter((paragraph) => signs.cards.includes(spaced(paragraph)));
  if (listed.join(" ").length > text.length * MOST_LISTED) {
    return problem("not an article", "This is a list of reports; give the address of one of them.");
  }
  return signs.frontPage
    ? problem("not an article", "This is the front page of a site; give the address of one report.")
    : null;
}

/** Cards from which on a page is a list, and the share of its text that stands in them. */
const LEAST_CARDS = 5;
const MOST_LISTED = 0.6;
const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A card is an article or entry of a list whose headline is a link. */
function cardsOf(document: Document): string {
  const cards = new Set<Element>();
  for (const headline of document.querySelectorAll("h2, h3, h4")) {
    const linked = headline.querySelector("a[href]") ?? headline.closest("a[href]");
    const card = linked === null ? null : headline.closest("article, li, [class*=card i], [class*=teaser i]");
    if (card && !card.querySelector("h1")) cards.add(card);
  }
  return cards.size < LEAST_CARDS ? "" : [...cards].map((card) => paragraphsOf(card).join("\n")).join("\n");
}

const problem = (kind: PageProblem["kind"], sentence: string): PageProblem => ({ kind, sentence });
