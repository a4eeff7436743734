import { describe, expect, it } from "vitest";
import { tagVersions } from "#lib/operations/tagVersions.ts";
import { TAGGER_VERSION } from "#lib/tag/taggerVersion.ts";

const by = (codebookVersion: string, taggerVersion: string, articles = 10) => ({
  codebookVersion,
  taggerVersion,
  articles,
});

describe("versions of stored tags", () => {
  it("tells mixed, older and today's apart", () => {
    expect(tagVersions([], "2")).toBeNull();
    expect(tagVersions([by("2", TAGGER_VERSION)], "2")).toBeNull();
    expect(tagVersions([by("2", "0.9.0")], "2")).toBe("older");
    expect(tagVersions([by("1", TAGGER_VERSION)], "2")).toBe("older");
    expect(tagVersions([by("2", TAGGER_VERSION), by("2", "0.9.0", 1)], "2")).toBe("mixed");
  });
});
