import { expect, test } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { measure } from "#lib/operations/measure/index.ts";

const codebook = loadCodebook(null);
const leaning = { own: null, all: null };
const meant = {
  stance: Object.fromEntries(
    ["russia", "ukraine", "west", "france", "united_kingdom", "united_states", "coalition"].map((id) => [id, leaning]),
  ),
  propositions: { p1: "none", p2: "none", p3: "none", p4: "none" },
  roles: {},
  frames: ["economic"],
  primary_frame: "economic",
  issue_frames: [],
  wording: ["Kyiv", "special military operation"],
  own_voice_share: 0.5,
  voice_shares: { russia: 0, ukraine: 0, west: 0, other: 0, media: 0 },
  speakers: [{ name: "Halina Wrzosek", bloc: "west", words: 9 }],
  hard_case: null,
};
const text =
  "The ministry of finance in Kyiv cut its budget on Monday. Taxes will rise, it said in a report.\n\n“We pay for a bridge that nobody needs,” said Halina Wrzosek, a Polish economist.";

test("what an author meant is scored against the tags: wording marked, speakers found, shares apart", async () => {
  const rows = [{ id: 1, title: "", text, intended: meant }];
  const report = await measure(codebook, "intended", rows);
  const value = (name: string): number | null => report.figures.find((f) => f.name === name)!.value;
  expect(value("intended wording that is marked")).toBe(0.5);
  expect(value("intended speakers that are found")).toBe(1);
  expect(value("bloc right where the speaker is found")).toBe(1);
  expect(value("own-voice share, mean distance from what was meant")).toBeLessThan(0.3);
  expect(report.rows.find((row) => row.tag === "economic")).toMatchObject({ positives: 1, n: 1 });
});

test("a row without an author's code is left out and named", async () => {
  const report = await measure(codebook, "intended", [{ id: 1, text }]);
  expect(report.n).toBe(0);
  expect(report.skipped.reasons[0]).toContain("intended");
});
