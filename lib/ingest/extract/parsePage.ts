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
  const { elements, depth } = shapeOf(light);
  if (elements > MOST_ELEMENTS || depth > MOST_DEPTH) throw new RangeError("size");
  const whole = /<html[\s>]/i.test(light) ? light : `<html><head></head><body>${light}</body></html>`;
  const again = (): Document => parseHTML(whole).document as unknown as Document;
  return { document: again(), again };
}

/** Elements without text; nothing here reads pictures. */
const EMPTY = ["img", "source", "link", "input", "track"] as const;
const SILENT = [
  "script",
  "style",
  "svg",
  "iframe",
  "template",
  "object",
  "embed",
  "canvas",
  "math",
  "select",
  "audio",
  "video",
  "map",
] as const;

/** One pass from left to right with indexOf, linear whatever the page holds. */
export function lighten(html: string): string {
  const parts: string[] = [];
  let from = 0;
  // ASCII alone: lowering "İ" would make the text longer and shift every place after it.
  const lower = html.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  for (let at = lower.indexOf("<"); at >= 0; at = lower.indexOf("<", at + 1)) {
    const end = endOfSilent(lower, at);
    if (end === null) continue;
    parts.push(html.slice(from, at));
    from = end;
    at = end - 1;
  }
  parts.push(html.slice(from));
  return parts.join("");
}

function endOfSilent(lower: string, at: number): number | null {
  if (lower.startsWith("<!--", at)) {
    const close = lower.indexOf("-->", at + 4);
    return close < 0 ? lower.length : close + 3;
  }
  const is = (tag: string): boolean =>
    lower.startsWith(tag, at + 1) && /[\s>/]/.test(lower[at + 1 + tag.length] ?? ">");
  if (EMPTY.some(is)) {
    const end = endOfTag(lower, at);
    return /\bcanonical\b|itemprop|rel="?amphtml/.test(lower.slice(at, end)) ? null : end;
  }
  const name = SILENT.find(is);
  if (name === undefined) return null;
  const open = lower.indexOf(">", at);
  if (open < 0) return lower.length;
  if (name === "script" && /\bld\+json|\bapplication\/json\+ld/.test(lower.slice(at, open))) return null;
  if (lower[open - 1] === "/" && name !== "script") return open + 1;
  const close = lower.indexOf(`</${name}`, open);
  if (close < 0) return name === "script" || name === "style" ? lower.length : open + 1;
  const closed = lower.indexOf(">", close);
  return closed < 0 ? lower.length : closed + 1;
}

/** Past the ">" of a tag, which may stand inside quoted values too. */
function endOfTag(lower: string, at: number): number {
  let quote = "";
  for (let i = at + 1; i < lower.length && i < at + 20_000; i++) {
    const c = lower[i] as string;
    if (quote !== "") quote = c === quote ? "" : quote;
    else if ((c === '"' || c === "'") && lower[i - 1] === "=") quote = c;
    else if (c === ">") return i + 1;
  }
  const close = lower.indexOf(">", at);
  return close < 0 ? lower.length : close + 1;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|dt|dd|option)$/;

/** How many elements and how deep, estimated from the tags before anything is built. */
function shapeOf(html: string): { elements: number; depth: number } {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/gi)) {
    if (close === "/") depth = Math.max(0, depth - (VOID.test((name as string).toLowerCase()) ? 0 : 1));
    else {
      elements += 1;
      if (!VOID.test((name as string).toLowerCase())) depth += 1;
      deepest = Math.max(deepest, depth);
    }
  }
  return { elements, depth: deepest };
}
