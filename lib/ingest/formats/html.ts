import type { Format } from "./format.ts";

export const html: Format = {
  name: "html",
  extensions: ["html", "htm", "xhtml"],
  sniff: (sample) =>
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(sample)
      ? 0.95
      : /<(?:html|body|article)\b[^>]*>/i.test(sample.slice(0, 20_000))
        ? 0.6
        : 0,
  async *read(source) {
    yield { file: source.file, line: 1, html: await source.all() };
  },
};
