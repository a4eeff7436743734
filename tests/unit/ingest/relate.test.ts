import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Piece, Relation, TextLink } from "#lib/domain/relations.ts";
import { relate } from "#lib/ingest/index.ts";

const piece = (id: string, outlet: string | null, day: string | null, more: Partial<Piece> = {}): Piece => ({
  id,
  seq: id.charCodeAt(0),
  title: `Title ${id}`,
  outlet,
  outletName: outlet,
  day,
  headlineOnly: false,
  credit: null,
  ...more,
});
const link = (id: string, other: string, own = 1, back = own, resemblance = Math.min(own, back)): TextLink[] => [
  { id, other, own, resemblance, sameAddress: false },
  { id: other, other: id, own: back, resemblance, sameAddress: false },
];
const of = (found: readonly Relation[], id: string): Relation => found.find((each) => each.id === id)!;
const AP = { agency: "Associated Press", exact: "(AP) —" };

describe("versions of one report", () => {
  test("hang on the oldest, and only the latest counts", () => {
    const pieces = [
      piece("a", "Paper", "2025-03-04"),
      piece("b", "Paper", "2025-03-05"),
      piece("c", "Paper", "2025-03-06"),
    ];
    const found = relate(pieces, [...link("a", "b", 0.9), ...link("b", "c", 0.9)]);
    expect(found.map(({ versionOf, supersededBy }) => [versionOf, supersededBy])).toEqual([
      [null, "c"],
      ["a", "c"],
      ["a", null],
    ]);
    expect(found.every(({ wire }) => wire === null)).toBe(true);
  });

  test("are near in time, unless they are as good as the same", () => {
    const weekly = [piece("a", "Paper", "2025-03-04"), piece("b", "Paper", "2025-03-14")];
    expect(of(relate(weekly, link("b", "a", 0.7)), "a").supersededBy).toBeNull();
    expect(of(relate(weekly, link("b", "a", 0.95)), "a").supersededBy).toBe("b");
  });

  test("a short piece cut out of an earlier long report does not take its place; a grown one does", () => {
    const [long, short] = [piece("a", "Paper", "2025-03-04"), piece("b", "Paper", "2025-03-05")];
    const excerpt = relate([long, short], link("b", "a", 1, 0.2, 0.2));
    expect(of(excerpt, "a").supersededBy).toBeNull();
    const grown = relate([long, short], link("b", "a", 0.2, 1, 0.2));
    expect(of(grown, "a").supersededBy).toBe("b");
  });

  test("a headline gives way to its article under the same address, whatever the days", () => {
    const links = link("a", "b", 0, 0).map((each) => ({ ...each, sameAddress: true }));
    const found = relate(
      [piece("a", "Paper", "2025-03-05", { headlineOnly: true }), piece("b", "Paper", "2025-03-04")],
      links,
    );
    expect(of(found, "a").supersededBy).toBe("b");
  });

  test("articles whose outlet nobody knows are no versions of each other", () => {
    const found = relate([piece("a", null, "2025-03-04"), piece("b", null, "2025-03-05")], link("a", "b"));
    expect(found.map((each) => each.supersededBy)).toEqual([null, null]);
  });
});

describe("wire copy", () => {
  test("of an earlier report of another outlet names it and the share, and repeats it", () => {
    const found = relate([piece("a", "Paper", "2025-03-04"), piece("b", "Post", "2025-03-05")], link("b", "a", 0.8));
    expect(of(found, "a").wire).toBeNull();
    expect(of(found, "b").wire).toMatchObject({ origin: "Paper", copies: ["a"], repeats: true });
    expect(of(found, "b").wire?.reason).toContain("80 % of its text stands in “Title a” of Paper");
  });

  test("of the same day and without a credit is of unknown origin, and one of the two is counted", () => {
    const found = relate([piece("a", "Paper", "2025-03-04"), piece("b", "Post", "2025-03-04")], link("b", "a"));
    expect(found.map(({ wire }) => [wire?.origin, wire?.repeats ?? false])).toEqual([
      [null, false],
      [null, true],
    ]);
  });

  test("is the agency's that one of them credits, or whose own site has it", () => {
    const credited = relate(
      [piece("a", "Paper", "2025-03-04", { credit: AP }), piece("b", "Post", "2025-03-03")],
      link("b", "a"),
    );
    expect(credited.map(({ wire }) => wire?.origin)).toEqual(["Associated Press", "Associated Press"]);
    const own = relate(
      [piece("a", "Paper", "2025-03-04"), piece("b", "tass", "2025-03-05", { outletName: "TASS" })],
      link("b", "a"),
      new Set(["tass"]),
    );
    expect(of(own, "a").wire).toMatchObject({ origin: "TASS", repeats: true });
    expect(of(own, "b").wire).toBeNull();
  });

  test("a credit alone is enough, and then it is counted; not on the agency's own site", () => {
    expect(relate([piece("a", "Paper", "2025-03-04", { credit: AP })], [])[0]?.wire).toEqual({
      origin: "Associated Press",
      reason: "Credited to Associated Press: “(AP) —”.",
      copies: [],
    });
    expect(relate([piece("a", "The Associated Press", null, { credit: AP })], [])[0]?.wire).toBeNull();
  });

  test("a long report that holds a short one is its own", () => {
    const found = relate(
      [piece("a", "Paper", "2025-03-04"), piece("b", "Post", "2025-03-05")],
      link("b", "a", 0.2, 1, 0.2),
    );
    expect(of(found, "b").wire).toBeNull();
  });

  test("of an earlier version counts while no other holds the text", () => {
    const pieces = [
      piece("a", "Paper", "2025-03-04"),
      piece("b", "Paper", "2025-03-06"),
      piece("c", "Post", "2025-03-05"),
    ];
    const found = relate(pieces, [...link("a", "b", 0.5, 0.5, 0.5), ...link("c", "a", 0.9)]);
    expect(of(found, "a").supersededBy).toBe("b");
    expect(of(found, "c").wire).toMatchObject({ origin: "Paper" });
    expect(of(found, "c").wire?.repeats).toBeUndefined();
  });
});

test("the order in which articles are given changes nothing, and of any set of one text exactly one counts", () => {
  const days = fc.constantFrom("2025-03-01", "2025-03-02", null);
  const pieces = fc
    .uniqueArray(fc.tuple(fc.constantFrom("Paper", "Post", "tass", "Third"), days), { minLength: 2, maxLength: 8 })
    .map((list) => list.map(([outlet, day], i) => piece(String.fromCharCode(97 + i), outlet, day)));
  fc.assert(
    fc.property(pieces, fc.integer(), (list, seed) => {
      const links = list.flatMap((a, i) => list.slice(i + 1).flatMap((b) => link(a.id, b.id)));
      const found = relate(list, links, new Set(["tass"]));
      const turned = list.toSorted((a, b) => ((a.seq * 7919 + seed) % 13) - ((b.seq * 7919 + seed) % 13));
      const again = relate(turned, links.toReversed(), new Set(["tass"]));
      for (const { id } of list) expect(of(again, id)).toEqual(of(found, id));
      const counted = found.filter(({ supersededBy, wire }) => supersededBy === null && !wire?.repeats);
      expect(counted).toHaveLength(1);
    }),
  );
});

describe("what a person ruled", () => {
  const pieces = [
    piece("a", "Paper", "2025-03-04"),
    piece("b", "Paper", "2025-03-05"),
    piece("c", "Paper", "2025-03-06"),
  ];
  const apart = (id: string, other: string, same = false, at = "2026-01-01") => ({
    ruledVersions: [{ other, same, reason: "Said so.", at }],
    id,
  });
  const rule = (...rulings: ReturnType<typeof apart>[]): Piece[] =>
    pieces.map((each) => ({ ...each, ...rulings.find(({ id }) => id === each.id) }));
  const latest = (found: readonly Relation[]) => found.map(({ supersededBy }) => supersededBy);

  test("keeps a pair apart even where a third would join them; the third goes with the likest", () => {
    const links = [...link("a", "b", 0.9), ...link("b", "c", 0.95), ...link("a", "c", 0.85)];
    expect(latest(relate(rule(apart("a", "b")), links))).toEqual([null, "c", null]);
    expect(latest(relate(rule(apart("b", "a")), links.toReversed()))).toEqual([null, "c", null]);
  });

  test("of two rulings on one pair the later holds, and rulings across outlets hold nothing", () => {
    const both = rule(apart("a", "b", true, "2026-01-01"), apart("b", "a", false, "2026-01-02"));
    expect(latest(relate(both, []))).toEqual([null, null, null]);
    expect(latest(relate(rule(apart("a", "b", true)), []))).toEqual(["b", null, null]);
    const moved = rule(apart("a", "b", true)).map((each) => (each.id === "b" ? { ...each, outlet: "Post" } : each));
    expect(latest(relate(moved, []))).toEqual([null, null, null]);
  });
});
