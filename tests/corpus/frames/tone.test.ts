import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

/** Praise and scorn without a subject matter: tone is not a frame. */
const TONE_ONLY = [
  "It was a horrible, disgusting and utterly ridiculous performance, and everyone knew it.",
  "What a wonderful, glorious and delightful day this has been for all of them.",
  "He is an arrogant, foolish and hateful man, and nothing about him is pleasant.",
  "The result was amazing, brilliant, superb: simply the best that anyone could imagine.",
  "Such stupid, pathetic, laughable nonsense has rarely been heard in one evening.",
  "She was charming, gentle and splendid, and they adored her beyond words.",
  "An outrageous, dreadful, miserable mess, from the first minute to the last one.",
  "Beautiful, bold and breathtaking; a triumph that left us all speechless.",
  "This absurd, grotesque and shabby spectacle deserves nothing but contempt.",
  "A dazzling, marvellous, unforgettable experience, warmly recommended to all.",
  "They were rude, lazy, nasty and mean, and that is putting it mildly.",
  "Catastrophically bad, embarrassingly dull, endlessly boring: avoid it.",
];
/** Figures of speech and homographs of every frame's words. */
const METAPHORS = [
  "A war of words broke out between the two chefs over the recipe.",
  "Her charm offensive won the jury over in minutes.",
  "The striker fired a rocket into the top corner of the net.",
  "It would be a crime to leave so much cake on the plate.",
  "The comedian killed the mood with one clumsy remark.",
  "His wounded pride took a week to heal.",
  "The law of averages caught up with the gambler in the end.",
  "She paid the price for going to bed so late.",
];

const codebook = loadCodebook(null);
const tag = createTagger(codebook);
const presentIn = (text: string): string[] =>
  tag({ id: "x", title: "", text }, { textHash: "", at: "" }).tags.flatMap((t) =>
    t.kind === "frame" && t.present ? [`${t.frame} (${t.evidence.map((e) => e.exact).join(", ")})`] : [],
  );

describe("tone is not a frame", () => {
  it.each(TONE_ONLY)("no frame: %s", (text) => {
    expect(presentIn(text)).toEqual([]);
  });
  it("nor is a whole article of tone", () => {
    expect(presentIn(TONE_ONLY.join(" "))).toEqual([]);
  });
});

describe("figures of speech carry no frame", () => {
  it.each(METAPHORS)("no frame: %s", (text) => {
    expect(presentIn(text)).toEqual([]);
  });
});
