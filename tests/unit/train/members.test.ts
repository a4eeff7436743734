import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import type { ActorFeatures } from "#lib/tag/stance/actorFeatures.ts";
import { memberSigns } from "#lib/tag/stance/members.ts";
import { CODED_MEMBERS, codedMembersRow } from "#lib/train/codedMembers.ts";
import { fitMembers, membersUnseen, type MemberRow } from "#lib/train/fitMembers.ts";

const nobody: ActorFeatures = {
  reading: { target: "france", bloc: "west", sentences: [], total: 0 },
  sentences: [],
  features: new Map(),
};
const row = (i: number, own: number | null): MemberRow => ({
  id: `a${i}`,
  side: "western",
  target: "france",
  own,
  all: null,
  actor: nobody,
});
/** Log-odds -4 to 4; every second row from 2 on carries an unfavourable sign, none below. */
const rows = Array.from({ length: 160 }, (_, i) => row(i, i >= 120 && i % 2 === 0 ? -1 : 0));
const odds = rows.map((_, i) => [-4 + i / 20, 0, 0, 0]);
const all = rows.map((_, i) => i);

describe("what turns the West's answers into a state's", () => {
  it("expects as many signs as are coded, and more of them where the West's answer says so", () => {
    const signs = fitMembers(rows, odds, all);
    const p = odds.map((z) => memberSigns(signs, z)[0]!);
    expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(20, 0);
    expect(p[159]!).toBeGreaterThan(0.4);
    expect(p[40]!).toBeLessThan(0.05);
  });

  it("judges a row by a fit that saw no row of its part", () => {
    const part = (id: string): number => (id === "a159" ? 1 : 0);
    const told = [...rows.slice(0, 159), row(159, -2)];
    const unseen = membersUnseen(told, odds, part);
    const without = fitMembers(told, odds, all.slice(0, 159));
    expect(unseen[159]).toEqual(memberSigns(without, odds[159]!));
  });
});

describe("the stored codes of states of the West", () => {
  const stored = readFileSync(join(corpusFolder(), "training", CODED_MEMBERS), "utf8")
    .trim()
    .split("\n")
    .map((line) => codedMembersRow.parse(JSON.parse(line)));

  it("hold one line an article, in the order of the ids", () => {
    const ids = stored.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids.length).toBe(360);
  });

  it("speak of the outlet's own words only where the state is discussed", () => {
    const pairs = stored.flatMap(({ stance }) => Object.values(stance));
    expect(pairs.filter(([own, every]) => own !== null && every === null)).toEqual([]);
  });
});
