import type { Format } from "./format.ts";
import { linesOf } from "./lines.ts";

const ADDRESS = /^https?:\/\/\S+$/i;

/** A list of addresses, one a line; "#" begins a remark. The records have no text: fetching is another's task. */
export const addresses: Format = {
  name: "addresses",
  extensions: ["urls"],
  sniff(sample) {
    const lines = sample.split("\n").map((line) => line.trim());
    const cut = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => line !== "" && !line.startsWith("#"));
    return cut.length > 0 && cut.every((line) => ADDRESS.test(line)) ? 0.9 : 0;
  },
  async *read(source, { limits }) {
    for await (const { n, line } of linesOf(source.chunks(), limits.row)) {
      const url = line?.trim() ?? "";
      if (url === "" || url.startsWith("#")) continue;
      yield ADDRESS.test(url)
        ? { file: source.file, line: n, url }
        : { file: source.file, line: n, reason: "This line is not an address." };
    }
  },
};
