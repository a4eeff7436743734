import type { Codebook, Frame } from "#lib/domain/codebook.ts";
import { createReader, type Reading } from "#lib/tag/tagArticle.ts";
import { countCues, type CueRarity } from "#lib/tag/frames/cueCounts.ts";
import { stemCounts } from "#lib/tag/frames/learned.ts";

/** One article as the frame model sees it. */
export interface FrameDocument {
  id: string;
  side: string | null;
  stems: ReadonlyMap<string, number>;
  /** Six counts a frame, zeros where no cue fires; by frame id. */
  counts: ReadonlyMap<string, readonly number[]>;
  /** Sentences in each frame's terms. */
  sentences: ReadonlyMap<string, number>;
}

export interface SourceArticle {
  id: string;
  side?: string | null | undefined;
  title?: string | null | undefined;
  text: string;
}

const ZEROS: readonly number[] = [0, 0, 0, 0, 0, 0];

/** Reads articles once and counts; `rarity` null makes one from these very articles. */
export function readDocuments(
  codebook: Codebook,
  articles: readonly SourceArticle[],
  rarity: CueRarity | null,
): { documents: FrameDocument[]; rarity: CueRarity; neverFired: string[] } {
  const read = createReader(codebook);
  const readings = articles.map((article) => read({ title: article.title ?? "", text: article.text }));
  const cues = codebook.frames.flatMap((f) => f.cues.map((c) => c.id));
  const seen = cueFrequency(readings);
  const made = rarity ?? {
    idf: Object.fromEntries(cues.map((id) => [id, round(Math.log((readings.length + 1) / ((seen.get(id) ?? 0) + 1)))])),
    fallback: round(Math.log(readings.length + 1)),
  };
  const documents = readings.map((reading, i) => documentOf(articles[i]!, reading, codebook.frames, made));
  return { documents, rarity: made, neverFired: cues.filter((id) => !seen.has(id)) };
}

function cueFrequency(readings: readonly Reading[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const reading of readings) {
    const ids = new Set(reading.hits.flatMap((hit) => (hit.rule.layer === "frame" ? [hit.rule.cue.id] : [])));
    for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return seen;
}

function documentOf(
  article: SourceArticle,
  reading: Reading,
  frames: readonly Frame[],
  rarity: CueRarity,
): FrameDocument {
  const readings = countCues(reading.hits, reading.words, rarity);
  return {
    id: article.id,
    side: article.side ?? null,
    stems: stemCounts(reading.fields),
    counts: new Map(frames.map((f) => [f.id, readings.get(f.id)?.counts ?? ZEROS])),
    sentences: new Map(frames.map((f) => [f.id, readings.get(f.id)?.sentences ?? 0])),
  };
}

export const round = (value: number): number => Math.round(value * 1e4) / 1e4;
