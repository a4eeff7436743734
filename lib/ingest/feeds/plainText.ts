import { blocksOf } from "#lib/ingest/extract/blockText.ts";
import { parsePage } from "#lib/ingest/extract/parsePage.ts";

/** Text of a feed's HTML, one paragraph a block; null where nothing is left or it is no text a feed would hold. */
export function plainText(html: string | null): string | null {
  if (html === null || html.trim() === "") return null;
  if (!/[<&]/.test(html)) return html.trim().replace(/[^\S\n]+/g, " ");
  try {
    const text = blocksOf(parsePage(html).document.body)
      .map((block) => block.text.trim())
      .filter((block) => block !== "")
      .join("\n\n");
    return text === "" ? null : text;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The same in one line, for headlines and names. */
export const plainLine = (html: string | null): string | null => plainText(html)?.replace(/\s+/g, " ") ?? null;
