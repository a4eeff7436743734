import type { Format, ReadItem } from "./format.ts";
import { itemOf } from "./rows.ts";
import { frontMatter } from "./frontMatter.ts";

export const markdown: Format = {
  name: "markdown",
  extensions: ["md", "markdown", "mdown"],
  sniff: (sample) => (/^---\r?\n(?:[\w-]+\s*:.*\r?\n|\s+.*\r?\n|#.*\r?\n)+---\s*(?:\r?\n|$)/.test(sample) ? 0.9 : 0),
  async *read(source, { columns }) {
    const { fields, body, bodyLine } = frontMatter(await source.all());
    const heading = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(body);
    const title = heading ? { title: plain(heading[1] as string) } : {};
    const text = plain(heading ? body.slice(heading[0].length) : body);
    const item: ReadItem = itemOf({ ...title, ...fields, text }, source.file, bodyLine, columns);
    yield item;
  },
};

/** Markdown's marks out, its words kept: headings, emphasis, links, images, quotes, rules, code fences. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*(?:```|~~~).*$/gm, "")
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, "$1")
    .replace(/^ {0,3}(?:[-*_] ?){3,}$/gm, "")
    .replace(/^ {0,3}> ?/gm, "")
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, "$1")
    .replace(/<(https?:\/\/[^\s>]+)>/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, "$1")
    .trim();
}
