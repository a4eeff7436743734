import type { Frame } from "#lib/domain/codebook.ts";
import type { Evidence } from "#lib/domain/tags.ts";
import { evidenceOf, isOwn, type Hit } from "#lib/tag/read/hits.ts";

/** Documented, hand-set: a sentence speaks in a frame's terms from this sum of cue weights on. */
export const SENTENCE_WEIGHT = 2;
/** From this sum on it does so beyond doubt. */
const DECISIVE = 3;
/** Headline counts double, lead half as much again (methods 1.4). */
const PLACE_WEIGHT = { title: 2, lead: 1.5, body: 1 } as const;
/** Words added to an article's length, so that a short note is not all density. */
const LENGTH_PRIOR = 60;

/** What an article's cues for one frame add up to. */
export interface CueReading {
  frame: Frame;
  evidence: Evidence[];
  /** Weight, density, kinds, sentences, prominence, rarity; each grows with the frame. */
  counts: number[];
  /** Sentences whose cues add up, all voices and own words. */
  sentences: number;
  sentencesOwn: number;
  /** One of them has a cue that decides alone, or several that do together. */
  decisive: boolean;
  prominent: boolean;
  prominentOwn: boolean;
}

/** How rare a cue is: ln((N + 1) / (articles with it + 1)) in the frozen baseline; `fallback` for cues it lacks. */
export interface CueRarity {
  idf: Readonly<Record<string, number>>;
  fallback: number;
}

/** Reads every frame's cues; a cue counts once a sentence. Frames without a cue are not in the map. */
export function countCues(hits: readonly Hit[], words: number, rarity: CueRarity): Map<string, CueReading> {
  const byFrame = new Map<string, Hit[]>();
  const exceptions = new Map<string, Hit[]>();
  for (const hit of hits) {
    const into = hit.rule.layer === "frame" ? byFrame : hit.rule.layer === "frame_exception" ? exceptions : null;
    if (into === null || !("frame" in hit.rule)) continue;
    const list = into.get(hit.rule.frame.id);
    if (list) list.push(hit);
    else into.set(hit.rule.frame.id, [hit]);
  }
  const readings = new Map<string, CueReading>();
  for (const [id, list] of byFrame) {
    const barred = exceptions.get(id) ?? [];
    const kept = barred.length === 0 ? list : list.filter((hit) => !barred.some((other) => overlap(hit, other)));
    if (kept.length > 0) readings.set(id, readFrame(kept, words, rarity));
  }
  return readings;
}

const overlap = (a: Hit, b: Hit): boolean => a.field === b.field && a.start < b.end && b.start < a.end;

/** What somebody only "insists", "claims" or denies counts a quarter for an issue frame; generic frames are learned from all words alike. */
function heard({ segment }: Hit): number {
  const doubted =
    segment.reportStance === "distancing" ||
    /^verb:(?:deny|reject|dismiss|refute|dispute)$/.test(segment.cueRule ?? "");
  return doubted && segment.voice.kind !== "own" ? 0.25 : 1;
}

/** What the cues of one sentence add up to. */
interface SentenceSum {
  index: number;
  all: number;
  own: number;
  place: Hit["sentence"]["place"];
}

function readFrame(list: readonly Hit[], words: number, rarity: CueRarity): CueReading {
  const evidence: Evidence[] = [];
  /** Times each cue was counted, and in which sentence last; hits come sentence by sentence. */
  const kinds = new Map<string, { times: number; sentence: number }>();
  const sums: SentenceSum[] = [];
  let sum = null as SentenceSum | null;
  let frame: Frame | null = null;
  let weight = 0;
  let prominence = 0;
  let rare = 0;
  /** The heaviest issue cue of the words reached last, and where they end: words that meet two cues count once. */
  let reached = { hit: list[0]!, grade: 0, end: -1 };
  for (const hit of list) {
    if (hit.rule.layer !== "frame") continue;
    frame = hit.rule.frame;
    const { id, weight: written } = hit.rule.cue;
    const item = evidenceOf(hit, id, written);
    let grade: number = written;
    if (frame.layer === "issue") {
      const whole = written * heard(hit);
      const same = hit.sentence.index === reached.hit.sentence.index && hit.start < reached.end;
      const end = same ? Math.max(reached.end, hit.end) : hit.end;
      grade = same ? Math.max(0, whole - reached.grade) : whole;
      reached = { hit, grade: same ? reached.grade + grade : whole, end };
    }
    evidence.push(item);
    const { index } = hit.sentence;
    let kind = kinds.get(id);
    if (kind?.sentence === index) continue;
    if (!kind) kinds.set(id, (kind = { times: 0, sentence: index }));
    const times = ++kind.times;
    kind.sentence = index;
    weight += grade;
    prominence += grade * PLACE_WEIGHT[hit.sentence.place];
    rare += (rarity.idf[id] ?? rarity.fallback) * grade * (Math.sqrt(times) - Math.sqrt(times - 1));
    if (sum?.index !== index) sums.push((sum = { index, all: 0, own: 0, place: hit.sentence.place }));
    sum.all += grade;
    if (isOwn(item)) sum.own += grade;
  }
  const all = sums.filter((s) => s.all >= SENTENCE_WEIGHT);
  const own = sums.filter((s) => s.own >= SENTENCE_WEIGHT);
  const length = words + LENGTH_PRIOR;
  return {
    frame: frame!,
    evidence,
    counts: [
      Math.log1p(weight),
      Math.sqrt((100 * weight) / length),
      Math.sqrt(kinds.size),
      Math.sqrt((100 * all.length) / length),
      Math.sqrt((100 * prominence) / length),
      rare / Math.sqrt(length),
    ],
    sentences: all.length,
    sentencesOwn: own.length,
    decisive: all.some((s) => s.all >= DECISIVE),
    prominent: all.some((s) => s.place !== "body" && s.all >= DECISIVE),
    prominentOwn: own.some((s) => s.place !== "body" && s.own >= DECISIVE),
  };
}
