import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { describe, expect, it } from "vitest";
import { loadedListSchema } from "#lib/domain/codebook.ts";
import { loadedHits } from "#lib/tag/loaded/loadedHits.ts";
import { scoreText } from "#lib/tag/loaded/scoreText.ts";
import { tagLoaded } from "#lib/tag/loaded/tagLoaded.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { bareCodebook, namingRows } from "#tests/corpus/wording/support.ts";

const list = (category: string, weight: number, phrases: string[], contextual: object[] = []) =>
  loadedListSchema.parse({
    id: category,
    category,
    label: category,
    definition: category,
    source: "test",
    groups: [{ id: `${category}.g`, weight, phrases, contextual }],
  });
const loaded = [
  list("one_sided", 3, ["thug*", "witch hunt"]),
  list("metaphor", 2, ["witch hunt", "powder keg"]),
  list("booster", 1, ["utterly", "clearly"]),
  list("hedge", 1, ["reportedly"]),
  list("agentless_violence", 1, [], [{ phrase: "were killed", unless: ["killed by"] }]),
];
const read = createReader(bareCodebook({ loaded }));
const all = (text: string) => {
  const { fields, voices, hits } = read({ title: "", text });
  const found = loadedHits(hits);
  const labels = labelQuotes(fields, voices);
  return { score: scoreText(found, labels), tags: tagLoaded(found, labels) };
};

describe("loaded words", () => {
  it("make a sentence loaded where one is strong, and where weak ones meet, not where only one is weak", () => {
    expect(all("The thugs came.").score).toMatchObject({ label: "loaded", score: 3 / 4.25 });
    expect(all("It was utterly new.").score.label).toBe("plain");
    expect(all("They reportedly came on Monday.").score).toMatchObject({
      label: "plain",
      score: 0.25 / 1.5,
      words: [],
    });
    expect(all("Clearly it was an utterly mad powder keg.").score.label).toBe("loaded");
  });

  it("count one word once though two categories list it, and show it in both", () => {
    const { score, tags } = all("The witch hunt went on.");
    expect(score.score).toBe(3 / 4.25);
    expect(score.words).toHaveLength(1);
    expect(tags.map((tag) => tag.category).toSorted()).toEqual(["metaphor", "one_sided"]);
  });

  it("are no names that look like them, though words of a headline may be capitalised", () => {
    expect(all("On Monday he met Jan Thugsen, whom the town had known for years, and the others.").tags).toEqual([]);
    expect(all("Thugs came.").tags).toHaveLength(1);
    expect(all("Port City Thugs Return").tags).toHaveLength(1);
  });

  it("weigh a quarter when somebody else says them", () => {
    const { score } = all("“We will not let these thugs walk through our town,” she wrote in her diary.");
    expect(score.label).toBe("plain");
    expect(score.score).toBeCloseTo(0.75 / 2);
    expect(score.words).toEqual([]);
  });

  it("hold their place in the text", () => {
    const text = "Élan: the thuggish “new order” were killed.";
    for (const tag of all(text).tags)
      for (const { span, exact } of tag.evidence) expect(text.slice(span.start, span.end)).toBe(exact);
  });

  it("are no outlet's own where somebody else is told to see it so", () => {
    const voice = (text: string) => all(text).tags[0]?.evidence[0]?.voice.kind;
    expect(voice("The move was dismissed in the town as a plainly thuggish trick.")).toBe("ambiguous");
    expect(voice("Many in the town called the toll a thuggish trick.")).toBe("ambiguous");
    expect(voice("The thuggish bank dismissed the move as a trick.")).toBe("own");
    expect(voice("They called for a vote on the thuggish toll.")).toBe("own");
    expect(voice("The so-called friend of the town is a thuggish clerk.")).toBe("own");
  });

  it("leave doubt put in by whoever reports to the outlet, though reported words stand around it", () => {
    const whole = createReader(loadCodebook(null));
    const voice = (text: string, category: string) => {
      const { fields, voices, hits } = whole({ title: "", text });
      const tags = tagLoaded(loadedHits(hits), labelQuotes(fields, voices), hits);
      return tags.find((tag) => tag.category === category)?.evidence[0]?.voice.kind;
    };
    expect(voice("The mayor said that the allegedly broken pump would run on Monday.", "hedge")).toBe("own");
    expect(voice("The mayor said that the pump would perhaps run on Monday.", "hedge")).toBe("indirect");
    expect(voice("“The allegedly broken pump will run on Monday,” the mayor said.", "hedge")).toBe("direct");
  });

  it("tell violence without an agent from violence with one", () => {
    const categories = (text: string) => all(text).tags.map((tag) => tag.category);
    expect(categories("Two men were killed.")).toEqual(["agentless_violence"]);
    expect(categories("Two men were killed by soldiers.")).toEqual([]);
  });

  it("take disputed words behind so-called for scare quotes, and no name, title or term that merely judges", () => {
    const scare = (text: string) => all(text).tags.filter((tag) => tag.category === "scare_quote");
    expect(scare("The so-called “thug republic” went on through the night.")).toHaveLength(1);
    expect(scare("The so-called “cold stop” of the engine went on through the night.")).toEqual([]);
    expect(scare("The list of “thugs” grew, and they warned of a ‘thug state’.")).toEqual([]);
    expect(scare("The “thuggish” clerk went on through the night.")).toEqual([]);
    expect(scare("The “peace mission” went on through the night.")).toEqual([]);
    expect(scare("The film “Night Train” won a prize.")).toEqual([]);
    expect(scare("The “peace mission” ended. A peace mission is long.")).toEqual([]);
    expect(scare("The ministry views it as a “peace mission”.")).toEqual([]);
  });

  it("take terms the two sides dispute for scare quotes where nobody is said to use them", () => {
    const rows = createReader(bareCodebook({ loaded, wording: namingRows() }));
    const scare = (text: string) => {
      const { fields, voices, hits } = rows({ title: "", text });
      const tags = tagLoaded(loadedHits(hits), labelQuotes(fields, voices), hits);
      return tags.filter((tag) => tag.category === "scare_quote");
    };
    expect(scare("The “special military operation” went on through the night.")).toHaveLength(1);
    expect(scare("The president called it a “special military operation” at night.")).toEqual([]);
    expect(scare("The special military operation went on through the night.")).toEqual([]);
  });

  it("take no technical term behind so-called for a scare quote, though it speaks of a frame's matter", () => {
    const whole = createReader(loadCodebook(null));
    const scare = (text: string) => {
      const { fields, voices, hits } = whole({ title: "", text });
      return tagLoaded(loadedHits(hits), labelQuotes(fields, voices), hits).some((t) => t.category === "scare_quote");
    };
    expect(scare("The operator told of no so-called “liquor carriers” at the mine.")).toBe(false);
    expect(scare("The fleet buys so-called “kamikaze drones” by the hundred.")).toBe(false);
    expect(scare("The crowd marched for a so-called “Russian spring” at night.")).toBe(true);
    expect(scare("The so-called “special military operation” goes on.")).toBe(true);
  });
});
