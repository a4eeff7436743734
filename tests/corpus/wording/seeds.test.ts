import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReader } from "#lib/tag/tagArticle.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { tagWording } from "#lib/tag/wording/tagWording.ts";
import { bareCodebook, namingRows } from "./support.ts";

const folder = join("..", "shared", "seeds");
const seeds = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), "utf8"))
  : [];
if (seeds.length === 0) console.info("The seed articles are absent: methods 11.4 and 11.5 are not tested.");

const read = createReader(bareCodebook({ wording: namingRows() }));
const coded = seeds.map((text) => {
  const reading = read({ title: "", text });
  return { tags: tagWording(reading.hits), labels: labelQuotes(reading.fields, reading.voices) };
});
const words = (seed: number, row: string, choice?: string): string[] =>
  coded[seed]!.tags.filter((tag) => tag.row === row && (choice === undefined || tag.choice === choice)).flatMap((tag) =>
    tag.evidence.map((each) => each.exact),
  );
const own = (seed: number, row: string, choice: string): number =>
  coded[seed]!.tags.filter((tag) => tag.row === row && tag.choice === choice).flatMap((tag) =>
    tag.evidence.filter((each) => each.voice.kind === "own"),
  ).length;

/** methods 11.4; which side an article is on is the test's assumption, not read from the text. */
describe.skipIf(seeds.length === 0)("naming on the seeds", () => {
  it("finds the key choices of each article", () => {
    const must: [number, string, RegExp][] = [
      [0, "w01_capital", /^Kyiv$/],
      [0, "w03_surname", /^Zelenskyy$/],
      [0, "w36_the_force", /^reassurance force$/],
      [0, "w36_the_force", /^foreign intervention$/],
      [0, "w39_threat_to_force", /^legitimate combat targets$/],
      [0, "w38_the_document", /^militaristic declaration$/],
      [0, "w85_russian_violence", /^future Russian invasion$/],
      [0, "w85_russian_violence", /^relentless strikes$/],
      [1, "w02_first_name", /^Vladimir Zelensky$/],
      [1, "w09_ukrainian_state", /^Kiev regime$/],
      [1, "w31_western_leaders", /^warmongers$/],
      [1, "w35_coalition", /^so—called "coalition of the willing$/],
      [1, "w57_radicals", /^radical position$/],
      [1, "w57_radicals", /^radicals$/],
      [1, "w41_sanctions", /^senseless sanctions$/],
      [1, "w40_build_up", /^militaristic$/],
      [1, "w55_russophobia", /^anti-Russian course$/],
      [1, "w40_build_up", /^militarization$/],
      [1, "w63_red_line", /red line$/],
      [2, "w01_capital", /^Kyiv$/],
      [2, "w66_aggression", /^perceived Russian aggression$/],
      [2, "w66_aggression", /^aggression from Moscow$/],
      [2, "w56_provocation", /^provocations$/],
      [2, "w55_russophobia", /^Russophobes$/],
      [2, "w61_macron_move", /^gambit$/],
      [2, "w62_gambling", /^Gamble$/],
      [2, "w62_gambling", /^chessboard$/],
      [3, "w35_coalition", /^alliance of the bold$/],
      [3, "w85_russian_violence", /^Russian offensive$/],
      [3, "w85_russian_violence", /^Russian attacks$/],
      [3, "w39_threat_to_force", /^repeated threats$/],
      [3, "w82_putinism", /^poutinisation$/],
      [3, "w45_peace", /^just and lasting peace$/],
      [3, "w36_the_force", /^security guarantees$/],
      [4, "w06_war_or_conflict", /^conflict zone$/],
      [4, "w68_nato", /^NATO states$/],
      [4, "w36_the_force", /^military intervention$/],
      [4, "w40_build_up", /^militarization$/],
      [4, "w81_iraq_2003", /^invasion of Iraq$/],
    ];
    for (const [seed, row, exact] of must)
      expect(words(seed, row), `${seed} ${row} ${exact}`).toContainEqual(expect.stringMatching(exact));
  });

  it("counts what the table counts", () => {
    expect(words(1, "w01_capital", "russian")).toHaveLength(5);
    expect(words(3, "w01_capital", "western")).toHaveLength(5);
    expect(words(4, "w01_capital", "russian")).toHaveLength(4);
    expect(words(1, "w37_the_force_2", "russian")).toHaveLength(6);
    expect(words(4, "w74_reportedly")).toHaveLength(3);
    expect(words(4, "w90_accusations", "russian")).toHaveLength(3);
  });

  it("gives 11.5(1): Kiev never in 000, 002, 003 and always in 001, 004", () => {
    const rate = [0, 1, 2, 3, 4].map((seed) => {
      const kiev = words(seed, "w01_capital", "russian").length;
      return kiev / (kiev + words(seed, "w01_capital", "western").length);
    });
    expect(rate).toEqual([0, 1, 0, 0, 1]);
  });

  it("gives 11.5(2): how the war is named, and Russia as actor of violence in the outlet's own words", () => {
    const each = [0, 1, 2, 3, 4];
    expect(each.map((seed) => words(seed, "w06_war_or_conflict", "russian").length)).toEqual([0, 6, 0, 0, 1]);
    expect(each.map((seed) => words(seed, "w06_war_or_conflict", "western").length)).toEqual([0, 0, 0, 1, 0]);
    const violence = each.map(
      (seed) => own(seed, "w85_russian_violence", "western") + own(seed, "w66_aggression", "western"),
    );
    expect(violence.map((n) => n > 0)).toEqual([true, false, true, true, false]);
  });

  it("tells quoting from distancing as methods 3.4 does", () => {
    const use = (seed: number, label: string) => coded[seed]!.labels.find((each) => each.label === label)?.use;
    expect(use(0, "coalition of the willing")).toBe("proper_label");
    expect(use(1, "coalition of the willing")).toBe("distancing");
    expect(use(4, "reassurance force")).toBe("distancing");
    expect(use(0, "foreign intervention")).toBe("attributed");
    expect(use(2, "western russophobes")).toBe("attributed");
    expect(use(3, "alliance of the bold")).toBe("proper_label");
  });
});
