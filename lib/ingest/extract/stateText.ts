import { blocksOf } from "./blockText.ts";
import { withoutJunk } from "./junkLines.ts";
import { parsePage } from "./parsePage.ts";
import { preClean } from "./preClean.ts";

/** A whole report in a page's own data has several paragraphs; a teaser has one or two. */
const LEAST_PARAGRAPHS = 4;
/** Characters of one text in the data looked at. */
const LEAST = 400;
const MOST = 2_000_000;
/** Texts tried, the longest first. */
const TRIED = 3;
/** Data within data: a text of a script may be data itself. */
const LEVELS = 3;

/**
 * Paragraphs of the longest text in the page's scripts that is written as paragraphs of HTML; empty where none is. For
 * pages that send their report as data and leave it to scripts to show it.
 */
export function stateText(html: string, headlines: readonly string[] = []): string[] {
  const texts = new Set<string>();
  for (const script of scriptsOf(html)) if (PARAGRAPH.test(script)) collect(script, LEVELS, texts);
  for (const text of [...texts].toSorted((a, b) => b.length - a.length).slice(0, TRIED)) {
    const { document } = parsePage(`<html><body>${text}</body></html>`);
    preClean(document);
    const blocks = blocksOf(document.body).filter((block) => !TOKEN.test(block.text));
    const paragraphs = withoutJunk(blocks, headlines, null);
    if (paragraphs.length >= LEAST_PARAGRAPHS) return paragraphs;
  }
  return [];
}

const PARAGRAPH = /<p\b|u003cp\b/i;

function* scriptsOf(html: string): Generator<string> {
  for (let at = html.indexOf("<script"); at >= 0; at = html.indexOf("<script", at)) {
    const end = html.indexOf("</script", at);
    if (end < 0) return;
    yield html.slice(at, end);
    at = end;
  }
}

/** A place for an advert or picture, as templates mark them. */
const TOKEN = /^(?:[^\p{L}]{1,4}[A-Z_\d]+[^\p{L}]{1,4}|\s*)$/u;

/** Texts that are paragraphs of HTML among the quoted strings of a script, and of what these hold. */
function collect(code: string, levels: number, into: Set<string>): void {
  for (const quoted of quotedIn(code)) {
    const text = unquoted(quoted);
    if (text === null) continue;
    if (/^\s*<\w+\b/.test(text) && (text.match(/<p\b/gi)?.length ?? 0) >= LEAST_PARAGRAPHS) into.add(text);
    else if (levels > 1 && PARAGRAPH.test(text)) collect(text, levels - 1, into);
  }
}

/** Strings in double quotes, from left to right, those long enough for a report and no longer than one can be. */
function* quotedIn(code: string): Generator<string> {
  for (let from = code.indexOf('"'); from >= 0; from = code.indexOf('"', from)) {
    let end = from + 1;
    while (end < code.length && code[end] !== '"') end += code[end] === "\\" ? 2 : 1;
    if (end - from > LEAST && end - from < MOST) yield code.slice(from, end + 1);
    from = end + 1;
  }
}

function unquoted(quoted: string): string | null {
  try {
    return JSON.parse(quoted.replace(/[\n\r\t]/g, " ")) as string;
  } catch {
    return null;
  }
}
