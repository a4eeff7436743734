import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { CODED_COVERAGE, codedCoverage, codedCoverageRow } from "#lib/train/codedCoverage.ts";
import type { TrainInput } from "#lib/train/trainer.ts";

const codebook = loadCodebook(null);
const stored = readFileSync(join(corpusFolder(), "training", CODED_COVERAGE), "utf8")
  .trim()
  .split("\n")
  .map((line) => codedCoverageRow.parse(JSON.parse(line)));

const line = (id: string, more: object = {}) => ({
  id,
  coder: "A",
  stance: { russia: [0, -1], ukraine: [null, null], west: [1, 1] },
  role: { russia: "antagonist", ukraine: "none", west: "none" },
  frames: ["economic"],
  ...more,
});
const text = (id: string) => ({ id, title: `About ${id}`, text: "A report." });
const FILES: Record<string, unknown[]> = {
  "coverage/russian.jsonl": [text("a"), text("b")],
  "coverage/western.jsonl": [text("c"), text("d"), text("e")],
  "gold/coded/double.jsonl": [text("d")],
};

function input(files: Record<string, unknown[]>, codes: unknown[], said: string[]): TrainInput {
  return {
    codebook,
    rows: (path) => files[path] ?? [],
    has: (path) => path in files,
    ours: () => codes,
    date: "2026-01-01",
    log: (sentence) => said.push(sentence),
  };
}

describe("coded articles of coverage", () => {
  const codes = [line("a"), line("b", { again: true }), line("c"), line("d"), line("e"), line("gone")];

  it("joins codes and texts, without tests, articles known already and second codings", () => {
    const articles = codedCoverage(input(FILES, codes, []), new Set(["e"]));
    expect(articles.map(({ id, side }) => [id, side])).toEqual([
      ["a", "russian"],
      ["c", "western"],
    ]);
    expect(articles[0]!.codes[0].stance.russia).toEqual({ own: 0, all: -1 });
    expect(articles[0]!.codes[0].frames).toEqual(["economic"]);
  });

  it("says so where there are no texts", () => {
    const said: string[] = [];
    expect(codedCoverage(input({}, codes, said), new Set())).toEqual([]);
    expect(said.join()).toContain("training without the coded articles of coverage");
  });
});

describe("the stored codes", () => {
  it("name frames of the codebook and no article twice", () => {
    const frames = new Set(codebook.frames.map((frame) => frame.id));
    expect(stored.flatMap((row) => row.frames).filter((frame) => !frames.has(frame))).toEqual([]);
    expect(new Set(stored.map((row) => row.id)).size).toBe(stored.length);
  });
});
