import { describe, expect, it } from "vitest";
import { framesMeantAndFound } from "#app/articles/[id]/IntendedCodes.tsx";
import { sideReasonLabel } from "#app/_ui/words.ts";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Tag } from "#lib/domain/tags.ts";

const codebook = loadCodebook(null);
const found = (frame: string): Tag => ({
  kind: "frame",
  frame,
  present: true,
  presentOwn: true,
  salience: 0.5,
  probability: 0.9,
  layer: "issue",
  evidence: [],
});

describe("frames an author meant beside those found", () => {
  it("holds an issue frame of the author's list against the same frame of the codebook", () => {
    const issue = codebook.frames.find(({ id }) => id === "I4");
    const meant = { frames: [], issue_frames: ["I4", "I12"] };
    const { both, missed, extra } = framesMeantAndFound(codebook, { tags: [found("I4")] }, meant);
    expect(both).toBe(issue?.label);
    expect(missed).toBe(codebook.frames.find(({ id }) => id === "I12")?.label);
    expect(extra).toBe("–");
  });
});

describe("the reason of a side", () => {
  it("names the side and keeps every other word", () => {
    const said = "The outlet registry lists Kama Courier (found by its name) as";
    expect(sideReasonLabel(`${said} russian_teaching.`)).toBe(`${said} Russian (teaching).`);
    expect(sideReasonLabel("Published as a guest.")).toBe("Published as a guest.");
  });
});
