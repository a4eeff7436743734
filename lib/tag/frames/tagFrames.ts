import type { Baseline, Codebook, Frame } from "#lib/domain/codebook.ts";
import { frameModelSchema } from "#lib/domain/frameModel.ts";
import type { Evidence, FrameTag, VoiceSegment } from "#lib/domain/tags.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import { countCues, type CueReading } from "./cueCounts.ts";
import { LearnedFrames, countFeatures, cueScore, rarityOf, type StrongStem } from "./learned.ts";

/** Link from a cue score to a probability where nothing was learned (issue frames); hand-set. */
const LINK = { slope: 1.6, middle: 0.9 };
/** Share of its sentences in which an article speaks of a frame without weights; two in a hundred are in passing. */
const LEAST_SHARE = 0.05;
/** Learned words shown: three for a frame that is present, since most say what an article is about; one where an absent frame has no cue to point at. */
const wordsShown = (present: boolean, reading: CueReading | undefined): number => (present ? 3 : reading ? 0 : 1);

/** What tagging frames needs of a reading. */
export interface FrameInput {
  fields: readonly Field[];
  voices: readonly VoiceSegment[];
  hits: readonly Hit[];
  words: number;
}

/**
 * Compiles codebook and weights. A frame is present when cues and learned words together pass the threshold frozen for
 * it and at least one sentence speaks in its terms; frames without weights need two such sentences and one in twenty, or
 * headline or lead; issue frames always two, one of them beyond doubt.
 */
export function createFrameTagger(
  codebook: Pick<Codebook, "frames" | "baseline" | "models">,
  weights = "frames",
): (input: FrameInput) => FrameTag[] {
  const parsed = codebook.models[weights] === undefined ? null : frameModelSchema.parse(codebook.models[weights]);
  const learned = parsed ? new LearnedFrames(parsed) : null;
  const rarity = parsed ? rarityOf(parsed) : { idf: {}, fallback: 1 };
  return (input) => {
    const readings = countCues(input.hits, input.words, rarity);
    const stems = learned?.read(countFeatures(input.fields)) ?? { scores: [], known: [] };
    const sentences = input.fields.reduce((total, field) => total + field.sentences.length, 0);
    let onTopic: boolean | null = null;
    return codebook.frames.flatMap((frame) => {
      const reading = readings.get(frame.id);
      const cues = parsed ? cueScore(parsed, frame.id, reading) : (reading?.counts[1] ?? 0) - 1;
      const known = learned?.knows(frame.id) === true;
      const scored = known ? learned.score(frame.id, stems, cues) : fromCues(cues, reading, sentences);
      const relative = relativeTo(codebook.baseline, frame.id, reading);
      // Issue frames are about the war in Ukraine: the legitimacy of a court elsewhere is another matter.
      const present =
        frame.layer === "issue"
          ? scored.present && (onTopic ??= isAboutUkraine(input.fields, sentences))
          : (scored.present && (reading?.sentences ?? 0) >= 1) || speaksPlainly(reading, relative);
      const words = known ? learned.strongest(frame.id, stems, wordsShown(present, reading)) : [];
      const evidence = [...(reading?.evidence ?? []), ...wordEvidence(input, frame, words, reading?.evidence ?? [])];
      if (evidence.length === 0) return [];
      return [tagOf(frame, reading, scored.probability, present, sentences, relative, evidence)];
    });
  };
}

/** Ukraine or one of its people stands in headline or lead, or in one of ten sentences. */
function isAboutUkraine(fields: readonly Field[], sentences: number): boolean {
  const naming = new Set<Sentence>();
  for (const field of fields) {
    for (const { bloc, kind, fromWord } of field.mentions) {
      if (bloc !== "ukraine" || kind === "media") continue;
      const sentence = sentenceOf(field, fromWord);
      if (sentence) naming.add(sentence);
    }
  }
  return naming.size > 0 && (naming.size >= 0.1 * sentences || [...naming].some((s) => s.place !== "body"));
}

function fromCues(
  cues: number,
  reading: CueReading | undefined,
  sentences: number,
): { probability: number; present: boolean } {
  const enough =
    reading !== undefined &&
    (reading.frame.layer === "generic" || (reading.decisive && reading.sentences >= 2)) &&
    (reading.prominent || (reading.sentences >= 2 && reading.sentences >= LEAST_SHARE * sentences));
  const link = 1 / (1 + Math.exp(-LINK.slope * (cues - LINK.middle)));
  const probability = enough ? link : Math.min(link, 0.49);
  return { probability, present: probability >= 0.5 };
}

function tagOf(
  frame: Frame,
  reading: CueReading | undefined,
  probability: number,
  present: boolean,
  sentences: number,
  relative: number | null,
  evidence: Evidence[],
): FrameTag {
  return {
    kind: "frame",
    frame: frame.id,
    layer: frame.layer,
    probability: round(probability),
    present,
    presentOwn: present && isPresentOwn(reading),
    salience: sentences === 0 ? 0 : round(Math.min(1, (reading?.sentences ?? 0) / sentences)),
    ...(relative === null ? {} : { relative: round(relative) }),
    evidence: evidence as FrameTag["evidence"],
  };
}

/** z of a frame's cue density against the frozen baseline; null where the baseline does not know the frame. */
function relativeTo(baseline: Baseline, frame: string, reading: CueReading | undefined): number | null {
  const usual = baseline.frames[frame];
  return usual && usual.sd > 0 ? ((reading?.counts[1] ?? 0) - usual.mean) / usual.sd : null;
}

/**
 * Learned thresholds are those of war news of 2022; on another topic cues must be able to suffice. Four sentences and a
 * density 1.5 standard deviations above the usual add 3 wrong and no right tags in 120 coded articles, none in 30 more.
 */
const speaksPlainly = (reading: CueReading | undefined, relative: number | null): boolean =>
  reading !== undefined && relative !== null && reading.sentences >= 4 && relative >= 1.5;

/** As many sentences of the outlet's own as make a frame (two, or all there are), or headline or lead. */
const isPresentOwn = (reading: CueReading | undefined): boolean =>
  reading !== undefined &&
  (reading.prominentOwn || (reading.sentencesOwn >= 1 && reading.sentencesOwn >= Math.min(2, reading.sentences)));

/** First occurrence of each learned word that no cue of the frame marks already, in reading order. */
function wordEvidence(
  { fields, voices }: FrameInput,
  frame: Frame,
  words: readonly StrongStem[],
  marked: readonly Evidence[],
): Evidence[] {
  const found: Evidence[] = [];
  for (const { stem, weight, first } of words.toSorted((a, b) => a.first - b.first)) {
    const title = fields[0]!.norm.length;
    const field = first < title ? fields[0]! : fields[1]!;
    const word = first < title ? first : first - title;
    const sentence = sentenceOf(field, word);
    if (!sentence) continue;
    const start = field.words.start[word]!;
    const end = field.words.end[word]!;
    if (marked.some((e) => e.span.in === field.in && e.span.start < end && start < e.span.end)) continue;
    const segment = voices.find((v) => v.span.in === field.in && v.span.start <= start && start < v.span.end);
    if (!segment) continue;
    found.push({
      span: { in: field.in, start, end },
      exact: field.text.slice(start, end),
      rule: `learned:${frame.id}:${stem}`,
      weight: round(weight),
      voice: segment.voice,
      sentence: sentence.index,
    });
  }
  return found;
}

/** The sentence a word stands in; they are in reading order. */
function sentenceOf({ sentences }: Field, word: number): Sentence | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.toWord <= word) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && sentence.fromWord <= word ? sentence : null;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
