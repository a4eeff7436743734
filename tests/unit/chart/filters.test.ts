import { describe, expect, it } from "vitest";
import { filterFromParams, paramsFromFilter } from "#lib/chart/filters.ts";
import { describeGroup, groupKey, groupOf, parseGroup } from "#lib/chart/groups.ts";

const read = (query: string) => filterFromParams(new URLSearchParams(query));
const groups = (query: string) => read(query).groups.map(groupKey);

describe("chart filters in the address", () => {
  it("compares western with russian in own words by default, at an empty address", () => {
    expect(read("")).toMatchObject({ event: null, teaching: false, voice: "own", sort: "gap", weighting: "outlets" });
    expect(groups("")).toEqual(["western", "russian"]);
    expect(paramsFromFilter(read("")).toString()).toBe("");
  });
  it.each([
    "event=e1&voice=all&sort=name",
    "teaching=on",
    "a=ukrainian",
    "event=a+b&b=ukrainian",
    "a=western.private&b=rest",
    "a=outlets%3Art%7Ctass&b=outlets%3Acnn",
    "voice=quoted&c=ukrainian",
    "from=2022-06-16&to=2022-07-01&language=en&translated=none&weighting=articles&row=economic&of=stance&adjusted=on",
  ])("comes back the same: %s", (query) => {
    expect(read(paramsFromFilter(read(query)).toString())).toEqual(read(query));
    expect(paramsFromFilter(read(query)).toString()).toBe(query);
  });
  it("lets teaching groups meet only each other", () => {
    expect(groups("teaching=on&a=western&b=russian")).toEqual(["western_teaching", "russian_teaching"]);
    expect(groups("teaching=on&a=ukrainian")).toEqual(["western_teaching", "russian_teaching"]);
    expect(groups("a=western_teaching")).toEqual(["western", "russian"]);
  });
  it("takes the default for what it cannot read", () => {
    expect(read("a=nobody&voice=loud&sort=up&teaching=maybe&from=yesterday&weighting=heavy")).toEqual(read(""));
    expect(groups("a=russian&b=russian")).toEqual(["western", "russian"]);
  });
});

describe("groups", () => {
  const member = (outlet: string, side: string, subGroup: "state" | "private" | null = null) => ({
    outlet,
    side,
    subGroup,
  });
  it("puts an article into the first group it fits, all others into the rest, and nobody's side nowhere", () => {
    const specs = [parseGroup("outlets:rt"), parseGroup("russian"), parseGroup("rest")].flatMap((each) => each ?? []);
    expect(groupOf(specs, member("rt", "russian"))).toBe(0);
    expect(groupOf(specs, member("tass", "russian"))).toBe(1);
    expect(groupOf(specs, member("cnn", "western"))).toBe(2);
    expect(groupOf(specs, member("blog", "unknown"))).toBe(-1);
    expect(groupOf(specs.slice(0, 2), member("cnn", "western"))).toBe(-1);
  });
  it("keeps kinds of outlets apart and prints the rule", () => {
    const spec = parseGroup("russian.state");
    if (!spec) throw new Error("not read");
    expect(groupOf([spec], member("tass", "russian", "state"))).toBe(0);
    expect(groupOf([spec], member("rbc", "russian", "private"))).toBe(-1);
    const said = describeGroup(spec, [{ id: "russian", label: "Russian", definition: "R." }], (id) => id);
    expect(said).toEqual({ label: "Russian, state-owned", rule: "R. Of these, only outlets listed as state-owned." });
    expect(parseGroup("russian.nobody")).toBeNull();
    expect(parseGroup("outlets:")).toBeNull();
  });
});
