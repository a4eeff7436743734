import { describe, expect, test } from "vitest";
import { HEADS } from "#lib/tag/stance/articleFeatures.ts";
import { cutFor, JOINT, jointFeatures, SIGNS, signValue } from "#lib/tag/stance/joint.ts";
import { jointValues } from "#lib/tag/stance/learned.ts";

describe("the value of a sign", () => {
  test("rises with its log-odds at every cut and stays within 0 and 1", () => {
    for (const cut of [-2.5, -1, 0, 1.3, 2.5])
      for (let z = -8; z < 8; z += 0.25) {
        expect(signValue(z + 0.25, cut)).toBeGreaterThan(signValue(z, cut));
        expect(signValue(z, cut)).toBeGreaterThanOrEqual(0);
        expect(signValue(z, cut)).toBeLessThanOrEqual(1);
      }
  });

  test("has a cut beyond which as many lie as carry the sign", () => {
    const z = Array.from({ length: 200 }, (_, i) => -4 + i * 0.04);
    const beyond = (share: number): number => z.filter((each) => each > cutFor(z, share)).length / z.length;
    expect(beyond(0.2)).toBeCloseTo(0.2, 1);
    expect(beyond(0.5)).toBeCloseTo(0.5, 1);
    expect(beyond(0.8)).toBeCloseTo(0.8, 1);
  });

  test("keeps its cut near even odds where no training article carries the sign", () => {
    expect(cutFor([-1, 0, 1], 0)).toBeCloseTo(2.5);
    expect(cutFor([-1, 0, 1], 1)).toBeCloseTo(-2.5);
  });
});

describe("the joint layer", () => {
  const own = HEADS.map((_, i) => i - 3);

  test("sees an actor's own questions and the other actors' signs, no further out than 8", () => {
    const features = jointFeatures(own, new Map([["russia", [20, -20, 1, 2, 0, 0, 0, 0]]]));
    expect([...features.keys()]).toEqual([...HEADS, ...SIGNS.map((s) => `russia:${s}`)]);
    expect(features.get("russia:own-")).toBe(8);
    expect(features.get("russia:own+")).toBe(-8);
  });

  test("answers the first questions of all, in their order", () => {
    expect([...JOINT]).toEqual(HEADS.slice(0, JOINT.length));
  });

  test("moves a sign by what the article says of another actor, and only where one is named", () => {
    const weights = { "own-": [1, 0, 0, 0], "ukraine:own-": [2, 0, 0, 0] };
    const joint = { classes: [...SIGNS], bias: [0, 0, 0, 0], weights, cuts: [0, 0, 0, 0] };
    const alone = jointValues(joint, own, new Map());
    const beside = jointValues(joint, own, new Map([["ukraine", [2, 0, 0, 0]]]));
    expect(alone).toHaveLength(SIGNS.length);
    expect(beside[0]).toBeGreaterThan(alone[0]!);
    expect(beside.slice(1)).toEqual(alone.slice(1));
  });

  test("moves a role by how the actor and another one are told of; a role has no cut", () => {
    const zero = JOINT.map(() => 0);
    const antagonist = JOINT.indexOf("antagonist");
    const weights = {
      antagonist: zero.with(antagonist, 1),
      "own-": zero.with(antagonist, 0.5),
      "ukraine:own+": zero.with(antagonist, 2),
    };
    const joint = { classes: [...JOINT], bias: zero, weights, cuts: [0, 0, 0, 0] };
    const alone = jointValues(joint, own, new Map());
    const beside = jointValues(joint, own, new Map([["ukraine", [0, 1, 0, 0]]]));
    expect(alone[antagonist]).toBeCloseTo(1 / (1 + Math.exp(-(2 - 1.5))));
    expect(beside[antagonist]).toBeCloseTo(1 / (1 + Math.exp(-(2 - 1.5 + 2))));
    expect(beside.toSpliced(antagonist, 1)).toEqual(alone.toSpliced(antagonist, 1));
  });
});
