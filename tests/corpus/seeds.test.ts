import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import { readVoices } from "#tests/unit/tag/voices/support.ts";

const folder = join("..", "shared", "seeds");
const seeds = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), "utf8").trim())
  : [];
if (seeds.length === 0) console.info("The seed articles are absent: methods 11.1 is not tested.");

/** methods 11.1, hand-coded by one reader: shares of words in percent; null where none was given. */
const EXPECTED = [
  { own: 43, russia: 21, west: 21, ukraine: 10, media: 0, top: "Maria Zakharova" },
  { own: 34, russia: 33, west: 14, ukraine: 0, media: 5, top: "Alexei Meshkov" },
  { own: 75, russia: 17, west: 7, ukraine: 0, media: 0, top: "Leonid Slutsky" },
  { own: 73, russia: 0, west: 23, ukraine: 4, media: 0, top: "Jean-Noël Barrot and David Lammy" },
  { own: 36, russia: 20, west: 37, ukraine: 0, media: 7, top: "Emmanuel Macron" },
] as const;
/** Eight points, and half a point because the expected shares are rounded. */
const TOLERANCE = 8.5;
const AMBIGUOUS_AT_MOST = 20;

/** Words per speaker and share per bloc; introductions ("Macron stated") count for whom they introduce. */
function tally(segments: readonly VoiceSegment[]) {
  const shares: Record<string, number> = {};
  const speakers: Record<string, number> = {};
  const total = segments.reduce((sum, s) => sum + s.words, 0);
  for (const { voice, introduces, words } of segments) {
    const speaker = introduces ?? voice.speaker;
    const key = speaker ? (speaker.kind === "media" ? "media" : (speaker.bloc ?? "unknown")) : voice.kind;
    shares[key] = (shares[key] ?? 0) + (100 * words) / total;
    if (speaker) speakers[speaker.name] = (speakers[speaker.name] ?? 0) + words;
  }
  return { shares, top: Object.entries(speakers).toSorted((a, b) => b[1] - a[1])[0]?.[0] };
}

describe.skipIf(seeds.length === 0)("voices on the seeds", () => {
  it.each(EXPECTED.map((expected, i) => [i, expected] as const))("keep the shares of seed %i", (i, expected) => {
    const { shares, top } = tally(readVoices({ title: "", text: seeds[i]! }).voices);
    for (const key of ["own", "russia", "west", "ukraine", "media"] as const) {
      const off = Math.abs((shares[key] ?? 0) - expected[key]);
      expect(off, `${key}: ${shares[key]?.toFixed(1)} against ${expected[key]}`).toBeLessThanOrEqual(TOLERANCE);
    }
    expect(shares["ambiguous"] ?? 0).toBeLessThanOrEqual(AMBIGUOUS_AT_MOST);
    expect(top).toBe(expected.top);
  });

  it("hear the sides that speak, and no others", () => {
    const heard = seeds.map((text) =>
      Object.entries(tally(readVoices({ title: "", text }).voices).shares)
        .filter(([key, share]) => /^(russia|west)$/.test(key) && share >= 3)
        .map(([key]) => key)
        .toSorted(),
    );
    expect(heard).toEqual([["russia", "west"], ["russia", "west"], ["russia", "west"], ["west"], ["russia", "west"]]);
  });
});
