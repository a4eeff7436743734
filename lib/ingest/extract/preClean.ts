/** Parts of a page that are never the report itself. */
const NEVER =
  "blockquote[class*=twitter], [class*=instagram-media], [class*=tiktok-embed], nav, form, aside, footer, figcaption, dialog, button, [role=navigation], [role=complementary], [role=dialog], [role=alertdialog], [role=search], [role=banner], [role=contentinfo]";

/** Class and id words of blocks beside the report: links to more, calls, adverts, sharing, remarks, consent. */
const BESIDE =
  /(?:^|[-_ ])(?:hidden|related|recommend(?:ed|ation)?s?|more-?(?:on|from|stories|news|reading)|read-?(?:more|next|also)|also-?(?:read|like)|see-?also|trending|most-?(?:read|popular|viewed)|popular|newsletters?|sign-?up|subscribe|subscription|paywall|promo(?:tion)?s?|teasers?|adverts?|advertisement|ads?|ad-?(?:slot|unit|container|wrapper)|sponsor(?:ed)?|outbrain|taboola|share|sharing|social|follow-?us|comments?|disqus|breadcrumbs?|tags?|topics?|cookies?|consent|gdpr|cmp|onetrust|didomi|captions?|credit|author-?(?:bio|box|info|card)|byline|about-?the-?author|bio|toolbar|tools|pagination|pager|copyright|disclaimer|corrections?|print-?only|screen-?reader(?:-text)?|sr-only|visually-?hidden|widget|embed|inline-?(?:link|related)|gallery|slideshow|audio-?player|video-?player|player|poll|quiz|donat(?:e|ion)|membership|support-?us|live-?ticker|app-?(?:download|promo)|metadata|timestamp|dateline|kicker|infobox|factbox|sidebar|side-?bar|rail|footer|footnotes?)(?:$|[-_ ])/i;

/** Consent boxes carry long legal paragraphs and go whatever their length, unless they hold the headline. */
const CONSENT = /onetrust|didomi|cookie|consent|gdpr|cmp-|privacy-?(?:center|manager|banner)|sp_message/i;
/** Only elements that can hold a block: an inline link with a telling name is part of its sentence. */
const BLOCK = /^(?:div|section|ul|ol|dl|aside|figure|header|table|details|p|li|h[2-6])$|-/;

/** Among single paragraphs and headings only these names are believed. */
const BESIDE_PARAGRAPH = /caption|credit|newsletter|related|read-?more|also-?read|advert|byline|timestamp|dateline/i;

/** A block beside the report holds few paragraphs and little of the page's text. */
const MOST_PARAGRAPHS = 3;
const MOST_SHARE = 0.25;
/** Two thirds of its words in links: a list of other reports. */
const LINKED = 0.66;

/** Words under a picture that stand in no sentence though their element could. */
const CAPTION = /(?:^|[-_ ])(?:[Cc]aptions?|[Cc]redits?)(?:$|[-_ ])|[a-z]Captions?(?:$|[-_ ])/;
const SENTENCE = "p, li, blockquote, h1, h2, h3, h4, td";

/** Takes apart a copy of a page: consent boxes, navigation, blocks beside the report. Never half of the text. */
export function preClean(document: Document): void {
  const body = document.body;
  if (!body) return;
  const whole = lengthOf(body);
  for (const node of body.querySelectorAll(NEVER)) {
    if (paragraphs(node) <= 8 || lengthOf(node) < whole * 0.3) node.remove();
  }
  // A page behind a consent box is marked hidden as a whole: only small hidden parts go.
  for (const node of body.querySelectorAll("[hidden], [aria-hidden=true]")) {
    const small = paragraphs(node) <= MOST_PARAGRAPHS && lengthOf(node) < whole * MOST_SHARE;
    // A meter hides paragraph by paragraph what it has sent already.
    const metered = node.localName === "p" && lengthOf(node) > 80;
    if (small && !metered && !node.querySelector("h1")) node.remove();
    else {
      node.removeAttribute("hidden");
      node.removeAttribute("aria-hidden");
    }
  }
  for (const node of body.querySelectorAll("[class], [id], [data-testid], [data-component]")) {
    if (!node.parentNode) continue;
    const names = namesOf(node);
    if (/sr-only|screen-?reader|visually-?hidden/i.test(names) && lengthOf(node) < 200) node.remove();
    if (CAPTION.test(names) && node.localName === "span" && !node.closest(SENTENCE)) node.remove();
    if (!BLOCK.test(node.localName)) continue;
    if (CONSENT.test(names) && isConsent(node)) node.remove();
    else if (BESIDE.test(names) && (!/^(?:p|h[2-6])$/.test(node.localName) || BESIDE_PARAGRAPH.test(names))) {
      const small = paragraphs(node) <= MOST_PARAGRAPHS && lengthOf(node) < whole * MOST_SHARE;
      if (small && !holdsBody(node, names)) node.remove();
    }
  }
  // A line that is one link and no sentence leads to another report.
  for (const line of body.querySelectorAll("p, li")) {
    const link = line.querySelector("a");
    if (!link || line.querySelectorAll("a").length > 2) continue;
    const text = (line.textContent ?? "").trim();
    if (text.length < 200 && !/[.!?”"’]$/.test(text) && lengthOf(link) > text.length * 0.9) line.remove();
  }
  for (const list of body.querySelectorAll("ul, ol, table")) {
    const length = lengthOf(list);
    if (length === 0) continue;
    let linked = 0;
    for (const link of list.querySelectorAll("a")) linked += lengthOf(link);
    if (linked > length * LINKED && list.querySelectorAll("a").length > 1) list.remove();
  }
}

/** Names of the element that holds a report's text; it may hold little where the rest comes later. */
const BODY = /(?:^|[\s_-])(?:article|story|post|entry)(?:__|-|_)?(?:body|content|text)(?:$|[\s_-])|articlebody/i;
const BODY_INSIDE =
  "[itemprop=articleBody], [class*=article-body i], [class*=articlebody i], [class*=story-body i], [class*=article__body i]";

const holdsBody = (node: Element, names: string): boolean =>
  paragraphs(node) > 0 && (BODY.test(names) || node.querySelector(BODY_INSIDE) !== null);

/** Speaks of cookies and privacy at least every 500 characters. */
function isConsent(node: Element): boolean {
  const text = node.textContent ?? "";
  const words = text.match(/cookies?|consent|privacy|personal (?:data|information)|opt[- ]out/gi)?.length ?? 0;
  return words >= 2 && text.length / words < 500 && !node.querySelector("h1, article");
}

const namesOf = (node: Element): string =>
  `${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""} ${node.getAttribute("data-testid") ?? ""} ${node.getAttribute("data-component") ?? ""}`;

const lengthOf = (node: Node): number => (node.textContent ?? "").length;

/** Paragraphs of some length: a teaser has one or two. */
function paragraphs(node: Element): number {
  let n = 0;
  for (const p of node.querySelectorAll("p")) if (lengthOf(p) > 80) n += 1;
  return n;
}
