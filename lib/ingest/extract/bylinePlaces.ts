import { fold } from "#lib/ingest/normalize/fold.ts";
import { besideReport } from "./besideReport.ts";
import { blocksOf, paragraphsOf } from "./blockText.ts";

/** Where pages print the names of their writers, the surest first. */
const SURE = [
  "[itemprop=author] [itemprop=name]",
  "[itemprop=author]",
  "[rel~=author]",
  "a[href*='/author/'], a[href*='/authors/'], a[href*='/journalist/'], a[href*='/profile/'], a[href*='/by/'], a[href*='/people/'], a[href*='/staff/'], a[href*='/editors/'], a[href*='/contributor']",
  "[class*=byline i] a, [class*=author-name i], [class*=authorname i], [class*=author__name i], [data-testid*=author i] a",
  "[class*=byline i], [class*=article-author i], [class*=post-author i], [class*=entry-author i], [id*=byline i]",
];
const VAGUE = ["[class*=author i], [class*=writer i]"];
/** Marked by a standard and not by a class, so believed in a side column too, after all others. */
const MARKED = "[itemprop=author], [rel~=author]";
const PICTURE = /(?:^|[\s_-])(?:captions?|credits?|photos?|images?|gallery)(?:$|[\s_-])/i;

/** Groups of lines that may name the writers, in the order of trust; each group is one place of the page. */
export function* printedBylines(document: Document, which: "sure" | "vague"): Generator<string[]> {
  for (const place of which === "sure" ? SURE : VAGUE) {
    const nodes = [...document.querySelectorAll(place)].slice(0, 12);
    for (const first of nodes) {
      if (!besideReport(first) && !ofPicture(first)) yield linesBeside(first, nodes);
    }
  }
  if (which === "vague") return;
  const marked = [...document.querySelectorAll(MARKED)].slice(0, 6);
  for (const first of marked) if (!ofPicture(first)) yield linesBeside(first, marked);
}

/** Writers stand together; further down the page the same class names other reports' writers. */
function linesBeside(first: Element, nodes: readonly Element[]): string[] {
  const near = nodes.filter(
    (node) => node === first || (node.parentNode === first.parentNode && !node.contains(first)),
  );
  const lines = near.flatMap(linesOf).map((line) => line.slice(0, 300));
  const signed = lines.filter((line) => /^by\b/i.test(line));
  return signed.length > 0 ? signed : lines;
}

function ofPicture(node: Element): boolean {
  let up: Element | null = node;
  for (let i = 0; i < 4 && up; i++, up = up.parentElement) {
    if (up.localName === "figure" || up.localName === "figcaption") return true;
    if (PICTURE.test(up.getAttribute("class") ?? "")) return true;
  }
  return false;
}

/** Some pages keep the name in an attribute of an empty element. */
function linesOf(node: Element): string[] {
  const stated = node.getAttribute("content") ?? (node.localName === "meta" ? node.getAttribute("value") : null);
  return stated === null ? paragraphsOf(node, true) : [stated];
}

/** Lines looked at on each side of the headline. */
const AROUND = { before: 3, after: 14 };

/** "By A. Writer" printed as a line of its own close to the headline; the words after "By". */
export function signedLine(document: Document, title: string | null): string | null {
  if (title === null || !document.body) return null;
  const blocks = blocksOf(document.body).map(({ text }) => text);
  const wanted = fold(title);
  for (let at = blocks.findIndex((text) => fold(text) === wanted); at >= 0; at = -1) {
    const near = blocks.slice(Math.max(0, at - AROUND.before), at + AROUND.after);
    const line = near.find(
      (text) => text.length < 160 && /^(?:words |written |story |text |report )?by:? \S/i.test(text),
    );
    if (line !== undefined && !/[.!?]$/.test(line)) return line;
  }
  return null;
}
