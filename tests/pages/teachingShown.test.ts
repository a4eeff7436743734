import { describe, expect, it } from "vitest";
import { onlyTeachingCompares } from "#app/_ui/Notice.tsx";
import type { Side } from "#lib/domain/article.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";

const outlet = (side: Side, teaching = false): CorpusSummary["outlets"][number] => ({
  outlet: side,
  label: side,
  side,
  articles: 3,
  from: null,
  to: null,
  undated: 3,
  teaching,
});
const holding = (...outlets: CorpusSummary["outlets"]): CorpusSummary => ({
  articles: outlets.length * 3,
  sides: [],
  outlets,
  events: [],
  versions: [],
  undated: 0,
});
const lessons = [outlet("western_teaching", true), outlet("russian_teaching", true)];

describe("a chart without a choice of articles", () => {
  it("shows the teaching articles until two sides have published ones", () => {
    expect(onlyTeachingCompares(holding(...lessons))).toBe(true);
    expect(onlyTeachingCompares(holding(...lessons, outlet("unknown"), outlet("russian")))).toBe(true);
    expect(onlyTeachingCompares(holding(...lessons, outlet("western"), outlet("russian")))).toBe(false);
  });

  it("shows published articles where there are no others", () => {
    expect(onlyTeachingCompares(holding())).toBe(false);
    expect(onlyTeachingCompares(holding(outlet("russian")))).toBe(false);
  });
});
