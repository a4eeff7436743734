import { describe, expect, it } from "vitest";
import { createReader } from "#lib/tag/tagArticle.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { bareCodebook } from "#tests/corpus/wording/support.ts";

const read = createReader(bareCodebook({}));

describe("a text of hardly anything but quotation marks", () => {
  it("is read to its end", () => {
    const { voices } = read({ title: "", text: "“".repeat(160_000) });
    expect(voices.length).toBeGreaterThan(0);
  });

  it("takes time by its length, not its square, where one term is quoted all over", () => {
    const begun = process.cpuUsage().user;
    const { fields, voices } = read({ title: "", text: "‘a’ ".repeat(20_000) });
    expect(labelQuotes(fields, voices)[0]).toMatchObject({ label: "a", quoted: expect.any(Number) as number });
    expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(10);
  });
});
