import type { Format } from "./format.ts";

export const plainText: Format = {
  name: "text",
  extensions: ["txt", "text"],
  sniff: () => 0.1,
  async *read(source) {
    yield { file: source.file, line: 1, text: await source.all() };
  },
};
