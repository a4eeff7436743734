import { parseHTML } from "linkedom";

/** Above these a page is no article, and reading it would hold the machine up. Characters; elements. */
export const MOST_CHARACTERS = 12_000_000;
export const MOST_ELEMENTS = 60_000;
/** Deeper nesting overflows recursive readers. */
const MOST_DEPTH = 600;

export interface Page {
  document: Document;
  /** Parses the page once more, for a reader that takes it apart. */
  again(): Document;
}

/**
 * Parses a page into a light DOM without its scripts (data scripts stay), styles, drawings and comments.
 * @throws RangeError when it is larger than a page of an article can be.
 */
export function parsePage(html: string): Page {
  if (html.length > MOST_CHARACTERS) throw new RangeError("size");
  const light = lighten(html);
  if (!hasShapeOfPage(light)) throw new RangeError("size");
  const whole = /<html[\s>]/i.test(light) ? light : `<html><head></head><body>${light}</body></html>`;
  const again = (): Document => parseHTML(whole).document as unknown as Document;
  return { document: again(), again };
}

/** Elements without text (nothing here reads pictures), and those whose content is not for readers. */
const EMPTY = new Set(["img", "source", "link", "input", "track"]);
const SILENT = "script|style|svg|iframe|template|object|embed|canvas|math|select|audio|video|map";
const CANDIDATE = new RegExp(`<(?:!--|(${[...EMPTY].join("|")}|${SILENT})(?=[\\s>/]|$))`, "gi");

/** One pass from left to right, linear whatever the page holds. */
export function lighten(html: string): string {
  const parts: string[] = [];
  const closing = new Closings(html);
  let from = 0;
  CANDIDATE.lastIndex = 0;
  for (let found = CANDIDATE.exec(html); found; found = CANDIDATE.exec(html)) {
    const end = endOfSilent(html, found.index, found[1]?.toLowerCase(), closing);
    if (end === null) continue;
    parts.push(html.slice(from, found.index));
    from = end;
    CANDIDATE.lastIndex = end;
  }
  parts.push(html.slice(from));
  return parts.join("");
}

/** Finds closing tags; a kind that is nowhere ahead is not looked for again. */
class Closings {
  private readonly patterns = new Map<string, RegExp>();
  private readonly gone = new Set<string>();
  private readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  after(name: string, at: number): number {
    if (this.gone.has(name)) return -1;
    const pattern = this.patterns.get(name) ?? new RegExp(`</${name}`, "gi");
    this.patterns.set(name, pattern);
    pattern.lastIndex = at;
    const found = pattern.exec(this.html);
    if (!found) this.gone.add(name);
    return found?.index ?? -1;
  }
}

/** Where the element or comment that begins at `at` ends; null where it stays. */
function endOfSilent(html: string, at: number, name: string | undefined, closing: Closings): number | null {
  if (name === undefined) {
    const close = html.indexOf("-->", at + 4);
    return close < 0 ? html.length : close + 3;
  }
  if (EMPTY.has(name)) {
    const end = endOfTag(html, at);
    return /\bcanonical\b|itemprop|rel="?amphtml/i.test(html.slice(at, end)) ? null : end;
  }
  const open = html.indexOf(">", at);
  if (open < 0) return html.length;
  if (name === "script" && /\bld\+json|\bapplication\/json\+ld/i.test(html.slice(at, open))) return null;
  if (html[open - 1] === "/" && name !== "script") return open + 1;
  const close = closing.after(name, open);
  if (close < 0) return name === "script" || name === "style" ? html.length : open + 1;
  const closed = html.indexOf(">", close);
  return closed < 0 ? html.length : closed + 1;
}

/** Past the ">" of a tag, which may stand inside quoted values too. */
function endOfTag(html: string, at: number): number {
  let quote = "";
  for (let i = at + 1; i < html.length && i < at + 20_000; i++) {
    const c = html[i] as string;
    if (quote !== "") quote = c === quote ? "" : quote;
    else if ((c === '"' || c === "'") && html[i - 1] === "=") quote = c;
    else if (c === ">") return i + 1;
  }
  const close = html.indexOf(">", at);
  return close < 0 ? html.length : close + 1;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|dt|dd|option)$/;

/** Few enough elements and flat enough, estimated from the tags before anything is built. */
function hasShapeOfPage(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,40})/gi)) {
    const parts = !VOID.test((name as string).toLowerCase());
    if (close === "/") depth = Math.max(0, depth - (parts ? 1 : 0));
    else {
      elements += 1;
      if (parts) depth += 1;
      if (elements > MOST_ELEMENTS || depth > MOST_DEPTH) return false;
    }
  }
  return true;
}
