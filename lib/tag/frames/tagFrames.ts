import type { Baseline, Frame } from "#lib/domain/codebook.ts";
import type { Evidence, FrameTag } from "#lib/domain/tags.ts";
import { evidenceOf, isOwn, type Hit } from "#lib/tag/read/hits.ts";

/** Documented, hand-set: a sentence carries a frame from this sum of cue weights on. */
const SENTENCE_WEIGHT = 2;
/** Headline counts double, lead half as much again (methods 1.4). */
const PLACE_WEIGHT = { title: 2, lead: 1.5, body: 1 } as const;
/** Slope and middle of the link from a frame's z against the frozen baseline to a probability; hand-set. */
const LINK = { slope: 1.6, middle: 0.6 };

/** How strongly an article speaks in a frame's terms: weighted cues per 100 words. */
export function frameDensity(evidence: readonly Evidence[], weights: readonly number[], words: number): number {
  const sum = evidence.reduce((total, e, i) => total + e.weight * (weights[i] ?? 1), 0);
  return words === 0 ? 0 : (100 * sum) / (words + 60);
}

export interface FrameReading {
  frame: Frame;
  evidence: Evidence[];
  density: number;
  /** Sentences whose cues add up, all voices and own words. */
  sentences: number;
  sentencesOwn: number;
  prominent: boolean;
  prominentOwn: boolean;
}

/** Gathers each frame's cues; a cue counts once a sentence. Frames without a cue are not in the map. */
export function readFrames(hits: readonly Hit[], words: number): Map<string, FrameReading> {
  const byFrame = new Map<string, Hit[]>();
  for (const hit of hits) {
    if (hit.rule.layer !== "frame") continue;
    const list = byFrame.get(hit.rule.frame.id);
    if (list) list.push(hit);
    else byFrame.set(hit.rule.frame.id, [hit]);
  }
  const readings = new Map<string, FrameReading>();
  for (const [id, list] of byFrame) readings.set(id, readFrame(list, words));
  return readings;
}

function readFrame(list: readonly Hit[], words: number): FrameReading {
  const evidence: Evidence[] = [];
  const places: number[] = [];
  const seen = new Set<string>();
  const sums = new Map<number, { all: number; own: number; place: "title" | "lead" | "body" }>();
  let frame: Frame | null = null;
  for (const hit of list) {
    if (hit.rule.layer !== "frame") continue;
    frame = hit.rule.frame;
    const key = `${hit.sentence.index}:${hit.rule.cue.id}`;
    const item = evidenceOf(hit, hit.rule.cue.id, hit.rule.cue.weight);
    evidence.push(item);
    places.push(seen.has(key) ? 0 : PLACE_WEIGHT[hit.sentence.place]);
    if (seen.has(key)) continue;
    seen.add(key);
    const sum = sums.get(hit.sentence.index) ?? { all: 0, own: 0, place: hit.sentence.place };
    sum.all += item.weight;
    if (isOwn(item)) sum.own += item.weight;
    sums.set(hit.sentence.index, sum);
  }
  const all = [...sums.values()].filter((s) => s.all >= SENTENCE_WEIGHT);
  const own = [...sums.values()].filter((s) => s.own >= SENTENCE_WEIGHT);
  return {
    frame: frame!,
    evidence,
    density: frameDensity(evidence, places, words),
    sentences: all.length,
    sentencesOwn: own.length,
    prominent: all.some((s) => s.place !== "body" && s.all >= 3),
    prominentOwn: own.some((s) => s.place !== "body" && s.own >= 3),
  };
}

/**
 * A frame is present when at least two sentences, or headline or lead, speak in its terms and its density lies above
 * the frozen baseline's usual level. `probability` comes from that density's z (hand-set link, not calibrated).
 */
export function tagFrames(hits: readonly Hit[], words: number, sentences: number, baseline: Baseline): FrameTag[] {
  const tags: FrameTag[] = [];
  for (const [id, reading] of readFrames(hits, words)) {
    const usual = baseline.frames[id];
    const z = usual && usual.sd > 0 ? (reading.density - usual.mean) / usual.sd : reading.density - 1;
    const enough = reading.sentences >= 2 || reading.prominent;
    const link = 1 / (1 + Math.exp(-LINK.slope * (z - LINK.middle)));
    const probability = enough ? link : Math.min(link, 0.49);
    const present = probability >= 0.5;
    tags.push({
      kind: "frame",
      frame: id,
      layer: reading.frame.layer,
      probability: round(probability),
      present,
      presentOwn: present && (reading.sentencesOwn >= 2 || reading.prominentOwn),
      salience: sentences === 0 ? 0 : round(Math.min(1, reading.sentences / sentences)),
      evidence: reading.evidence as FrameTag["evidence"],
    });
  }
  return tags;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
