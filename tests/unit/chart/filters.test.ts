import { describe, expect, it } from "vitest";
import { filterFromParams, paramsFromFilter } from "#lib/chart/filters.ts";

const read = (query: string) => filterFromParams(new URLSearchParams(query));

describe("chart filters in the address", () => {
  it("compares western with russian in own words by default, at an empty address", () => {
    expect(read("")).toEqual({ event: null, teaching: false, voice: "own", a: "western", b: "russian", sort: "gap" });
    expect(paramsFromFilter(read("")).toString()).toBe("");
  });
  it.each(["event=e1&voice=all&sort=name", "teaching=on", "a=ukrainian", "event=a+b&b=ukrainian"])(
    "comes back the same: %s",
    (query) => {
      expect(read(paramsFromFilter(read(query)).toString())).toEqual(read(query));
      expect(paramsFromFilter(read(query)).toString()).toBe(query);
    },
  );
  it("lets teaching groups meet only each other", () => {
    expect(read("teaching=on&a=western&b=russian")).toMatchObject({ a: "western_teaching", b: "russian_teaching" });
    expect(read("teaching=on&a=ukrainian")).toMatchObject({ a: "western_teaching", b: "russian_teaching" });
    expect(read("a=western_teaching")).toMatchObject({ a: "western", b: "russian" });
  });
  it("takes the default for what it cannot read", () => {
    expect(read("a=nobody&voice=loud&sort=up&teaching=maybe")).toEqual(read(""));
    expect(read("a=russian&b=russian")).toMatchObject({ a: "western", b: "russian" });
  });
});
