import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { predictor } from "#lib/operations/predict/index.ts";

const predict = predictor(loadCodebook(null), "roles");
const TEXT =
  "The oil company denied the science for decades and misled investors. The oil company attacked the treaty and blocked every law. " +
  "Islanders lost homes to the rising sea, and the islanders suffer floods each spring. " +
  "Volunteers rescued stranded families and rebuilt the school.";
const ask = async (row: Record<string, unknown>) =>
  (await predict([JSON.stringify({ id: 1, text: TEXT, ...row })]))[0]!.answer;

describe("predict roles", () => {
  it("gives a role and probabilities that add up to one", async () => {
    const answer = await ask({ entity: "oil company" });
    expect(answer["role"]).toBe("antagonist");
    const scores = Object.values(answer["scores"] as Record<string, number>);
    expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
  });
  it("tells who does harm from whom it is done to", async () => {
    const company = (await ask({ entity: "oil company" }))["scores"] as Record<string, number>;
    const islanders = (await ask({ entity: "islanders" }))["scores"] as Record<string, number>;
    expect(company["antagonist"]).toBeGreaterThan(islanders["antagonist"]!);
    expect(islanders["innocent"]).toBeGreaterThan(company["innocent"]!);
  });
  it("says none of what the text does not name", async () => {
    expect((await ask({ entity: "Zanzibar Quxley" }))["role"]).toBe("none");
  });
  it("passes keys through and names a missing entity", async () => {
    expect((await ask({ entity: "islanders", mine: 7 }))["mine"]).toBe(7);
    expect((await ask({}))["error"]).toContain("entity");
  });
});
