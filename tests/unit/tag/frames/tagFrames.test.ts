import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { FrameTag } from "#lib/domain/tags.ts";
import { countCues } from "#lib/tag/frames/cueCounts.ts";
import { createReader, createTagger } from "#lib/tag/tagArticle.ts";

const codebook = loadCodebook(null);
const read = createReader(codebook);
const asWeak = <C extends { weight: number }>(cue: C): C => ({ ...cue, weight: 1 });
const RARITY = { idf: {}, fallback: 1 };
const tag = createTagger(codebook);
const framesOf = (text: string, title = ""): Map<string, FrameTag> =>
  new Map(
    tag({ id: "x", title, text }, { textHash: "", at: "" }).tags.flatMap((t) =>
      t.kind === "frame" ? [[t.frame, t]] : [],
    ),
  );

const BUDGET = `The finance ministry will borrow three billion euros to cover the budget deficit. Inflation climbed to nine
percent, and exporters lost their largest market. Energy bills are soaring, so small firms lay off workers. Investors
sold bonds, and the currency market fell for the fourth day.`;
const QUOTED = `The mayor opened the garden on Sunday, and children planted tulips along the wall. "Inflation is at nine percent,
the budget deficit is growing and energy bills are soaring," said the opposition leader. The garden stays open all
summer, and a brass band plays on Thursdays.`;

describe("issue frames", () => {
  const CLAIM = "Kiev insists the Russian offensive was completely unprovoked.";
  const REST = "The harbour opened in May. Ferries leave at noon. The lighthouse was painted white by two brothers.";

  it("are not set by a claim the outlet only passes on with doubt", () => {
    expect(framesOf(`${REST} ${CLAIM}`).get("I11")?.present).toBe(false);
    const own = "The Russian offensive was completely unprovoked. Russian forces shelled the port of Odesa.";
    expect(framesOf(`${own} ${REST}`).get("I11")?.present).toBe(true);
  });

  it("need more than a passing word in a long text", () => {
    const words =
      "Odesa is far. The army has too few brigades, and the plan is unrealistic. Logistics and ammunition ran short.";
    const long = `${REST} `.repeat(20) + words;
    expect(framesOf(`${REST} ${words}`).get("I9")?.present).toBe(true);
    expect(framesOf(long).get("I9")?.present).toBe(false);
  });

  it("are about the war, and need a word of Ukraine", () => {
    const court =
      "The court lost its legitimacy. Its illegal ruling breached the constitution, and a mandate was missing.";
    expect(framesOf(court).get("I8")?.present).toBe(false);
  });

  it("are about the war only where Ukraine is in headline, lead or several sentences", () => {
    const law = "The strike violates international law. The raid breached the charter.";
    expect(framesOf(`${REST} ${law} ${REST} ${REST} Ukraine is far.`).get("I8")?.present).toBe(false);
    expect(framesOf(`${REST} ${law} ${REST} ${REST}`, "A ruling on Ukraine").get("I8")?.present).toBe(true);
  });

  it("count words once, however many cues they meet", () => {
    const sentences = (text: string) => countCues(read({ title: "", text }).hits, 10, RARITY).get("I8")?.sentences;
    expect(sentences("The mandate lacks legitimacy.")).toBe(1);
    expect(sentences("The mandate ended.")).toBe(0);
    const weak = { ...codebook, frames: codebook.frames.map((f) => ({ ...f, cues: f.cues.map(asWeak) })) };
    const hits = createReader(weak)({ title: "", text: "A UN mandate was asked for." }).hits;
    expect(hits.filter((hit) => hit.rule.layer === "frame").length).toBeGreaterThan(1);
    expect(countCues(hits, 10, RARITY).get("I8")?.sentences).toBe(0);
  });

  it("need two sentences, in the lead, too", () => {
    const once = "Odesa may not be a legitimate target for Russia, the mayor said.";
    expect(framesOf(`${once} ${REST}`).get("I3")?.present).toBe(false);
    const twice = `${once} Foreign intervention would be answered, he added.`;
    expect(framesOf(`${twice} ${REST}`).get("I3")?.present).toBe(true);
  });
});

describe("frame tags", () => {
  const tags = framesOf(BUDGET, "Deficit forces ministry to borrow");
  const economic = tags.get("economic")!;

  it("find what an article is about", () => {
    expect(economic.present).toBe(true);
    expect(economic.presentOwn).toBe(true);
    expect([...tags.values()].filter((t) => t.layer === "generic" && t.present).map((t) => t.frame)).toContain(
      "economic",
    );
  });

  it("open the words that caused them, cues and learned words alike", () => {
    const fields = { title: "Deficit forces ministry to borrow", text: BUDGET };
    for (const { evidence } of tags.values()) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { span, exact } of evidence) expect(fields[span.in].slice(span.start, span.end)).toBe(exact);
    }
    expect(economic.evidence.some((e) => e.rule.startsWith("economic."))).toBe(true);
  });

  it("show a learned word only where no cue marks it already", () => {
    for (const { evidence } of tags.values()) {
      const cues = evidence.filter((e) => !e.rule.startsWith("learned:"));
      const words = evidence.filter((e) => e.rule.startsWith("learned:"));
      for (const word of words) {
        const doubled = cues.some(
          (c) => c.span.in === word.span.in && c.span.start < word.span.end && word.span.start < c.span.end,
        );
        expect(doubled, word.exact).toBe(false);
      }
    }
  });

  it("find a frame that fills an article of another topic, though the learned words know only war news", () => {
    const hospital = framesOf(
      "The clinic has forty beds and twice as many patients. Doctors moved the wounded to the cellar after the hospital lost power. A surgeon operated by torchlight while nurses warmed newborns with bottles. Two patients died of infection, and the pharmacy ran out of antibiotics. An epidemic of measles reached the children's ward. Nobody in the town has seen a dentist since spring.",
    );
    expect(hospital.get("health_and_safety")?.present).toBe(true);
  });

  it("tell the outlet's own words from those it quotes", () => {
    const quoted = framesOf(QUOTED).get("economic")!;
    expect(quoted.presentOwn).toBe(false);
    expect(quoted.evidence.some((e) => e.rule.startsWith("economic.") && e.voice.kind !== "own")).toBe(true);
  });

  it("give a probability to every generic frame that has any word, each between nought and one", () => {
    for (const t of tags.values()) {
      expect(t.probability).toBeGreaterThanOrEqual(0);
      expect(t.probability).toBeLessThanOrEqual(1);
    }
  });

  it("rate density against the frozen baseline", () => {
    expect(economic.relative).toBeGreaterThan(1);
    expect(tags.get("health_and_safety")?.relative ?? -1).toBeLessThan(0);
  });

  it("find no frame in an empty article", () => {
    expect(framesOf("").size).toBe(0);
    expect([...framesOf("!").values()].filter((t) => t.present)).toEqual([]);
  });
});

describe("exceptions", () => {
  it("keep a cue from counting where it shares words with one", () => {
    const rules = (text: string): string[] =>
      framesOf(text)
        .get("security_and_defence")
        ?.evidence.map((e) => e.rule)
        .filter((r) => !r.startsWith("learned:")) ?? [];
    expect(rules("The minister attacked the budget.")).toEqual([]);
    expect(rules("The brigade attacked the bridge.")).not.toEqual([]);
  });
});

describe("without weights", () => {
  it("the cues alone decide, so that another codebook works", () => {
    const bare = createTagger({ ...codebook, models: {} });
    const found = bare({ id: "x", title: "", text: BUDGET }, { textHash: "", at: "" }).tags.find(
      (t) => t.kind === "frame" && t.frame === "economic",
    );
    expect(found?.kind === "frame" && found.present).toBe(true);
  });
});
