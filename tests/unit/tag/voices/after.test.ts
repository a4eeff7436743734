import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

const last = (text: string) => said(text).at(-1);

describe("he and she", () => {
  it("are who was introduced with an office in a body or a field, not somebody farther off", () => {
    const member =
      "“It fills a map,” a French spokeswoman told reporters. Odile Marchand, a Member of the European Parliament, admitted that she had learned of it from television. “We were not asked,” she noted.";
    expect(last(member)).toMatchObject({ speaker: "Odile Marchand", bloc: "west" });
    const lecturer =
      "A French spokeswoman said that nothing had been chosen. “It is late,” says Dilys Penhall, a British lecturer in international law. “The harder question is cost,” according to her.";
    expect(last(lecturer)).toMatchObject({ speaker: "Dilys Penhall", bloc: "west" });
  });

  it("are whom the outlet asked, and no group", () => {
    const asked =
      "Some fear that it adds to the trouble; others hope that it ends. We put the question to Arkady Belozub, a Russian researcher in St Petersburg. “From our point of view it was a response,” he told us.";
    expect(last(asked)).toMatchObject({ speaker: "Arkady Belozub", bloc: "russia", kind: "expert" });
  });
});

describe("a bloc is not told", () => {
  it("by whose creditor or backer somebody is", () => {
    expect(said("Ukraine's creditors believe that the year will be hard.")[0]).toMatchObject({ bloc: null });
    expect(said("Kyiv waited. Its creditors believe that the year will be hard.")[0]).toMatchObject({ bloc: null });
    expect(said("Western creditors believe that the year will be hard.")[0]).toMatchObject({ bloc: "west" });
  });

  it("by whom an officer speaks of", () => {
    const road = "All of this moves from the Polish border to a French camp.";
    expect(last(`${road} “It is a flag,” says a battery commander.`)).toMatchObject({ kind: "military", bloc: null });
    expect(last(`${road} Lieutenant Colonel Yefim Dubrov underlined: “It is a flag.”`)).toMatchObject({ bloc: null });
  });
});

describe("a bloc is told", () => {
  it("by the dateline where the news around tells none", () => {
    const text =
      "said that Chile's fleet and the boats of France and Ukraine were late, a spokesman for the ministry said";
    const report = `MOSCOW, March 6. The captain ${text}.`;
    expect(last(report)).toMatchObject({ speaker: "a spokesman for the ministry", bloc: "russia" });
    expect(last(`The captain ${text}.`)).toMatchObject({ bloc: null });
  });
});

it("one word behind that is no clause", () => {
  expect(said("Ukraine and its allies reject that account.")).toEqual([]);
});
