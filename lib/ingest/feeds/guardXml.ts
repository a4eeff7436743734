import { FeedProblem } from "./feed.ts";

/** Deepest feed seen: 14. */
const MOST_DEPTH = 300;

/**
 * XML without its DOCTYPE and stray control characters, safe to parse: entities of its own are refused, and so is
 * nesting that overflows readers. Nothing outside is ever fetched. @throws FeedProblem
 */
export function guardXml(text: string): string {
  const start = text.search(/<[?!a-z]/i);
  if (start < 0) throw new FeedProblem("There is no feed in this answer.");
  const { body, prolog } = withoutDoctype(text.slice(start));
  const bare = withoutQuiet(body);
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(bare))
    throw new FeedProblem("The feed declares entities, which feeds do not need.");
  if (depthOf(bare) > MOST_DEPTH) throw new FeedProblem("The feed is nested deeper than any feed needs.");
  // Bare ampersands and characters XML forbids are the commonest slips of hand-made feeds. Scripts are no text.
  const mended = readable(body)
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, "")
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/<!\[CDATA\[[^]*?(?:\]\]>|$)|&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,30};)/gi, (found) =>
      found === "&" ? "&amp;" : found,
    );
  return prolog + mended;
}

/** Characters 128 to 159 of windows-1252; a space where it has none. Node's own decoder takes them for Latin-1. */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const fromWindows = (code: number): string => WINDOWS[code - 128] ?? " ";

/** Text that was sent packed (Atom 0.3 base64), and quotation marks of Windows that were declared as something else. */
function readable(xml: string): string {
  return (
    xml
      .replace(
        /(<(title|tagline|summary|content)\b[^>]*\bmode=["']base64["'][^>]*>)\s*([\w+/=\s]+?)\s*(?=<\/\2)/gi,
        unpacked,
      )
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0080-\u009f]/g, (found) => fromWindows(found.charCodeAt(0)))
      .replace(/&#(1[2-5]\d);/g, (found, code: string) =>
        Number(code) >= 128 && Number(code) < 160 ? fromWindows(Number(code)) : found,
      )
  );
}

function unpacked(_found: string, open: string, _name: string, packed: string): string {
  const text = Buffer.from(packed, "base64").toString("utf8");
  return `${open}${text.replace(/[&<>]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark] ?? mark)}`;
}

/** Parts the prolog off and drops a DOCTYPE that only names a form. @throws FeedProblem for one that declares. */
function withoutDoctype(text: string): { prolog: string; body: string } {
  let at = 0;
  let prolog = "";
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0;
    if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<?", at)) {
      const end = after(text, "?>", at);
      if (/^<\?xml\s/i.test(text.slice(at, at + 6))) prolog = text.slice(at, end);
      at = end;
    } else if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) {
      const close = text.indexOf(">", at);
      const open = text.indexOf("[", at);
      if (close < 0 || (open >= 0 && open < close)) {
        throw new FeedProblem("The feed declares a document type of its own, which feeds do not need.");
      }
      at = close + 1;
    } else return { prolog, body: text.slice(at) };
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** The text without comments and CDATA sections. */
function withoutQuiet(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const next = text.indexOf("<!", at);
    if (next < 0) break;
    const close = text.startsWith("<!--", next) ? "-->" : text.startsWith("<![CDATA[", next) ? "]]>" : null;
    parts.push(text.slice(at, close === null ? next + 2 : next));
    at = close === null ? next + 2 : after(text, close, next);
  }
  parts.push(text.slice(at));
  return parts.join("");
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 0x2f) depth = Math.max(0, depth - 1);
    else if ((next | 32) >= 97 && (next | 32) <= 122) {
      const end = text.indexOf(">", at);
      if (end < 0) break;
      if (text[end - 1] !== "/") deepest = Math.max(deepest, ++depth);
    }
  }
  return deepest;
}
