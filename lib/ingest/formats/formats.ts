import { addresses } from "./addresses.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { jsonLines } from "./jsonLines.ts";
import { markdown } from "./markdown.ts";
import { plainText } from "./plainText.ts";

/** Every import format; one line adds one. */
export const formats: readonly Format[] = [jsonLines, json, csv, html, markdown, addresses, plainText];

/** The format of a decoded beginning: content first; the name decides between what content leaves open. */
export function detectFormat(sample: string, name: string): Format {
  const extension = extensionOf(name);
  const scored = formats.map((format) => ({
    format,
    score: format.sniff(sample) + (format.extensions.includes(extension) ? 0.75 : 0),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).format;
}

export const extensionOf = (name: string): string =>
  /\.([a-z0-9]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase().replace(/^gz$/, "") ?? "";
