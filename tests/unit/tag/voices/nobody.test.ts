import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

describe("false speakers", () => {
  it("are no second halves of names that begin with an adjective", () => {
    expect(said("The magazine Foreign Tides reported that the harbour would open.")[0]).toMatchObject({
      speaker: "Foreign Tides",
    });
    expect(said("According to National Harbour, the pier would open in a week.")[0]).toMatchObject({
      speaker: "National Harbour",
    });
    expect(said("Foreign Minister Ana Rojas said that the harbour would open.")[0]).toMatchObject({
      speaker: "Ana Rojas",
    });
  });

  it("are no bodies somebody named first comes from", () => {
    const text = "Ana Rojas, an engineer, came. Rojas, from National Harbour, said that the pier was late.";
    expect(said(text).at(-1)).toMatchObject({ speaker: "Ana Rojas" });
  });

  it("are no words before an office", () => {
    expect(said("The Special Inspector Ana Rojas said that the pier was late.")[0]).toMatchObject({
      speaker: "Ana Rojas",
    });
    expect(said("A report from the Special Inspector General said that the pier was late.")[0]?.speaker).not.toBe(
      "Special",
    );
  });

  it("are no terms, standards or details of something", () => {
    expect(said("The terms of the truce agreed with Chile include several promises.")).toEqual([]);
    const text = "Ana Rojas pointed to the double standards of those who had demanded calm but denied it to others.";
    expect(said(text).map((s) => s.speaker)).not.toContain("the double standards of those");
  });
});
