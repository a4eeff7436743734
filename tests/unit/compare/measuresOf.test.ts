import { describe, expect, it } from "vitest";
import { measuresOf } from "#lib/compare/measuresOf.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { Evidence, StanceScore, Tag } from "#lib/domain/tags.ts";

const ARTICLE = { title: "Kyiv\u2019s troops", text: "Kyiv said the well-known \u201cenemy\u201d attacked Kyiv." };
const NOTHING = { frames: [], targets: [], choices: new Map<string, string[]>() };

const evidence = (kind: "own" | "direct"): Evidence => ({
  span: { in: "text", start: 0, end: 4 },
  exact: "word",
  rule: "r",
  weight: 2,
  voice: { kind, speaker: null },
  sentence: 0,
});
const score = (label: StanceScore["label"], value: number): StanceScore => ({
  label,
  score: value,
  interval: [-1, 1],
  n: 4,
});
const stance = (target: string, discussed: boolean, ownScore: StanceScore, allScore: StanceScore): Tag => ({
  kind: "stance",
  target,
  discussed,
  own: ownScore,
  all: allScore,
  speakers: [],
  evidence: [evidence("own")],
});
const segment = (
  kind: "own" | "direct" | "ambiguous",
  words: number,
  speaker: Coding["voices"][number]["voice"]["speaker"] = null,
): Coding["voices"][number] => ({
  span: { in: "text", start: 0, end: 1 },
  voice: { kind, speaker },
  words,
  cue: null,
  cueRule: null,
  reportStance: null,
  source: null,
  certainty: 1,
});
const person = (bloc: "russia" | "west" | null, kind: "official" | "media" = "official") =>
  ({ name: "N", actorId: null, bloc, country: null, kind }) as const;

const coding: Coding = {
  articleId: "a",
  coder: "rules@1",
  codebookVersion: "1",
  taggerVersion: "1",
  textHash: "h",
  at: "2026-01-01T00:00:00Z",
  sentences: [],
  voices: [
    segment("own", 50),
    segment("direct", 20, person("russia")),
    segment("direct", 10, person(null)),
    segment("direct", 15, person("west", "media")),
    segment("ambiguous", 5),
  ],
  tags: [
    {
      kind: "frame",
      frame: "economic",
      layer: "generic",
      probability: 0.9,
      present: true,
      presentOwn: false,
      salience: 0.2,
      evidence: [evidence("direct")],
    },
    stance("russia", true, score("unclear", 0), score("unfavourable", -0.4)),
    stance("ukraine", false, score("neutral", 0), score("neutral", 0)),
    { kind: "wording", row: "w01", choice: "russian", label: "x", evidence: [evidence("own"), evidence("direct")] },
    { kind: "role", target: "russia", role: "antagonist", evidence: [evidence("direct")] },
  ],
  asked: [
    "frame:economic",
    "frame:morality",
    "frame:conflict",
    "stance:russia",
    "stance:ukraine",
    "stance:nato",
    "stance:p1",
    "wording:w01",
  ],
  abstentions: [
    { question: "frame:conflict", why: "too short" },
    { question: "stance:nato", why: "too short" },
  ],
};

describe("measuresOf", () => {
  const measures = measuresOf(
    coding,
    {
      frames: ["economic", "morality", "conflict", "unasked"],
      targets: ["russia", "france"],
      choices: new Map([["w01", ["russian", "western"]]]),
    },
    ARTICLE,
  );
  const value = (measure: Measure["measure"], target: string, voice: Measure["voice"]): number | null | undefined =>
    measures.find((each) => each.measure === measure && each.target === target && each.voice === voice)?.value;

  it("says 1 and 0 for asked frames per voice, null where abstained, nothing where not asked", () => {
    expect([value("frame", "economic", "own"), value("frame", "economic", "all")]).toEqual([0, 1]);
    expect(value("frame", "morality", "all")).toBe(0);
    expect(value("frame", "conflict", "own")).toBeNull();
    expect(value("frame", "unasked", "all")).toBeUndefined();
  });
  it("gives stance scores, null where unclear or abstained, and nothing where the target is not discussed", () => {
    expect([value("stance", "russia", "own"), value("stance", "russia", "all")]).toEqual([null, -0.4]);
    expect(value("stance", "nato", "all")).toBeNull();
    expect(value("stance", "ukraine", "all")).toBeUndefined();
    expect(value("stance", "p1", "own")).toBeUndefined();
  });
  it("counts wording by voice and roles as 0 or 1", () => {
    expect([value("wording", "w01:russian", "own"), value("wording", "w01:russian", "all")]).toEqual([1, 2]);
    expect([value("role", "russia:antagonist", "own"), value("role", "russia:antagonist", "all")]).toEqual([0, 1]);
    expect(value("role", "russia:innocent", "all")).toBe(0);
    expect(value("role", "france:innocent", "all")).toBeUndefined();
  });
  it("gives each choice its share of the row's uses, own, quoted and all, and 0 to the choice not met", () => {
    expect([value("choice", "w01:russian", "own"), value("choice", "w01:western", "own")]).toEqual([1, 0]);
    expect(value("wording", "w01:russian", "quoted")).toBe(1);
    expect(value("wording", "w01:western", "all")).toBeUndefined();
  });
  it("puts stance into levels, quoted speakers apart, mixed ones in the middle", () => {
    const of = (name: string, label: StanceScore["label"], at: number) => ({ name, score: score(label, at) });
    const tag = {
      ...stance("russia", true, score("favourable", 0.5), score("mixed", 0)),
      speakers: [of("A", "unfavourable", -0.6), of("B", "unclear", 0)],
    } as Tag;
    const got = measuresOf({ ...coding, tags: [tag], abstentions: [] }, NOTHING, ARTICLE);
    const levels = got.filter((each) => each.measure === "stance_level" && !each.target.endsWith("discussed"));
    expect(levels.map((each) => `${each.voice} ${each.target}`)).toEqual([
      "own russia:for",
      "all russia:neutral",
      "quoted russia:against",
    ]);
    expect(got.find((each) => each.measure === "stance" && each.voice === "quoted")?.value).toBe(-0.6);
  });
  it("counts who is heard, named speakers, kinds, and how a camp's speech is reported", () => {
    expect(measures.filter((each) => each.measure === "heard").map((each) => each.target)).toEqual(["russia", "media"]);
    expect(value("kind_share", "official", "all")).toBeCloseTo(0.3, 9);
    const told = {
      ...coding,
      voices: [
        { ...segment("direct", 5, { ...person("russia"), name: "Anna Beck" }), reportStance: "distancing" as const },
        { ...segment("direct", 5, { ...person("russia"), name: "the ministry" }), reportStance: "neutral" as const },
      ],
    };
    const got = measuresOf(told, NOTHING, ARTICLE);
    expect(got.find((each) => each.target === "russia:distancing")?.value).toBe(0.5);
    expect(got.filter((each) => each.measure === "speaker").map((each) => each.target)).toEqual(["name:Anna Beck"]);
  });
  it("counts the outlet's own words, possessives folded and function words left out", () => {
    const own = (inPart: "title" | "text", start: number, end: number) => ({
      ...segment("own", 3),
      span: { in: inPart, start, end },
    });
    const quote = { ...segment("direct", 1), span: { in: "text", start: 24, end: 31 } as const };
    const voices = [own("title", 0, 13), own("text", 0, 24), quote, own("text", 31, 46)];
    const terms = measuresOf({ ...coding, voices }, NOTHING, ARTICLE).filter((each) => each.measure === "term");
    expect(Object.fromEntries(terms.map((each) => [each.target, each.value]))).toEqual({
      kyiv: 3,
      troops: 1,
      "well-known": 1,
      attacked: 1,
      "*": 6,
    });
  });
  it("shares the words out among voices, adding to 1, a speaker of unknown camp counting as ambiguous", () => {
    const shares = measures.filter((each) => each.measure === "voice_share");
    expect(shares.reduce((sum, each) => sum + (each.value ?? 0), 0)).toBeCloseTo(1, 9);
    expect([value("voice_share", "own", "all"), value("voice_share", "russia", "all")]).toEqual([0.5, 0.2]);
    expect([value("voice_share", "media", "all"), value("voice_share", "ambiguous", "all")]).toEqual([0.15, 0.15]);
  });
});
