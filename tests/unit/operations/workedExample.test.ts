import { expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { workedExample } from "#lib/operations/workedExample.ts";

it("follows a sentence of the starter corpus whose words are in it", async () => {
  const example = await workedExample(loadCodebook(null));
  expect(example).not.toBeNull();
  if (!example) return;
  const span = example.coding.sentences[example.sentence];
  expect(span?.in).toBe("text");
  expect(example.evidence.length).toBeGreaterThan(0);
  for (const { span: words, exact, voice } of example.evidence) {
    expect(example.article.text.slice(words.start, words.end)).toBe(exact);
    expect(words.start).toBeGreaterThanOrEqual(span?.start ?? Infinity);
    expect(voice.kind).toBe("own");
  }
  expect(example.article.teaching).toBe(true);
});
