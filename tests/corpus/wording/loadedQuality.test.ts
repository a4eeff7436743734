import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { loadedLanguage } from "#lib/operations/predict/loadedLanguage.ts";
import { bareCodebook, loadedLists } from "./support.ts";

const file = join("..", "shared", "gold", "loaded-language", "sentences.jsonl");
const rows = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { id: string; text: string; label: string; biased_words: string[] })
      .filter(({ label }, i) => i % 4 === 0 && label !== "No agreement")
  : [];
if (rows.length === 0) console.info("The labelled sentences are absent: loaded words are not measured.");

/** A quarter of the sentences, lists alone; the whole file by `parallax measure loaded-language`. */
describe.skipIf(rows.length === 0)("loaded words on labelled US news", () => {
  it("tell loaded from plain sentences and mark what annotators marked, above their floors", async () => {
    const predict = loadedLanguage.prepare(bareCodebook({ loaded: loadedLists() }));
    const answers = await Promise.all(rows.map(({ id, text }) => predict({ id, text })));
    const { macroF1 } = classificationReport(
      rows.map(({ label }) => (label === "Biased" ? "loaded" : "plain")),
      answers.map((answer) => String(answer["label"])),
    );
    let marked = 0;
    let agreed = 0;
    rows.forEach(({ text, biased_words: words }, i) => {
      const theirs = words.map((word) => word.toLowerCase());
      for (const [start, end] of answers[i]!["words"] as [number, number][]) {
        const ours = text.slice(start, end).toLowerCase();
        marked += 1;
        if (theirs.some((word) => word.includes(ours) || ours.includes(word))) agreed += 1;
      }
    });
    console.info(
      `loaded-language: macro-F1 ${macroF1?.toFixed(3)}, marked ${marked}, agreed ${agreed}, n ${rows.length}`,
    );
    expect(macroF1).toBeGreaterThan(0.64);
    expect(agreed / marked).toBeGreaterThan(0.45);
  });
});
