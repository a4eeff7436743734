import type { Codebook } from "#lib/domain/codebook.ts";
import type { Evidence, LoadedCategory, Tag } from "#lib/domain/tags.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Span } from "#lib/domain/span.ts";

export type Voice = Evidence["voice"];
export const VOICES = ["own", "russia", "ukraine", "west", "other", "media", "ambiguous"] as const;
export type VoiceKey = (typeof VOICES)[number];
export const VOICE_LABELS: Record<VoiceKey, string> = {
  own: "The outlet’s own words",
  russia: "Russian speakers",
  ukraine: "Ukrainian speakers",
  west: "Western speakers",
  other: "Speakers of other countries",
  media: "Other media",
  ambiguous: "Cannot be told",
};
export const KINDS = ["frame", "stance", "wording", "label_quote", "loaded", "role"] as const;
export const KIND_LABELS: Record<Tag["kind"], string> = {
  frame: "Frames",
  stance: "Stance",
  wording: "Wording",
  label_quote: "Quoted labels",
  loaded: "Loaded and distancing words",
  role: "Roles",
};

export const LOADED_LABELS: Record<LoadedCategory, string> = {
  one_sided: "One-sided words",
  evaluative_adverb: "Judging adverbs",
  booster: "Boosters",
  hedge: "Hedges",
  factive: "Words that take a claim for true",
  implicative: "Words that imply what happened",
  report_verb: "Verbs that doubt or load a statement",
  metaphor: "Metaphors",
  scare_quote: "Scare quotes",
  agentless_violence: "Violence without an agent",
};

/** One piece of evidence, ready to be drawn and explained. */
export interface Mark {
  id: string;
  kind: Tag["kind"];
  tag: string;
  label: string;
  span: Span;
  exact: string;
  rule: string;
  /** What the rule looks for, where the codebook has it under this id. */
  pattern: string | null;
  weight: number;
  voiceKey: VoiceKey;
  whose: string;
  /** Counted, but settles nothing: hidden until a reader asks for it. */
  weak: boolean;
}

/** The camp a voice counts for, as the voices chart counts it: nobody's camp is never guessed. */
export function voiceKey(voice: Voice): VoiceKey {
  if (voice.kind === "own") return "own";
  if (voice.kind === "ambiguous" || !voice.speaker) return "ambiguous";
  if (voice.speaker.kind === "media") return "media";
  return voice.speaker.bloc ?? "ambiguous";
}

const HOW = { direct: "quoted", indirect: "reported", mixed: "quoted in part", ambiguous: "voice not clear" } as const;

/** "The outlet’s own words", or "Quoted: name (camp)". */
export function whoseWords(voice: Voice): string {
  if (voice.kind === "own") return VOICE_LABELS.own;
  const how = HOW[voice.kind];
  if (!voice.speaker) return how;
  const key = voiceKey(voice);
  return `${voice.speaker.name}, ${how} (${key === "ambiguous" ? "camp not known" : VOICE_LABELS[key]})`;
}

export function tagKey(tag: Tag): string {
  if (tag.kind === "frame") return `frame:${tag.frame}`;
  if (tag.kind === "stance") return `stance:${tag.target}`;
  if (tag.kind === "wording") return `wording:${tag.row}:${tag.choice}`;
  if (tag.kind === "label_quote") return `label_quote:${tag.label}`;
  if (tag.kind === "loaded") return `loaded:${tag.category}`;
  return `role:${tag.target}:${tag.role}`;
}

export function targetLabel(codebook: Codebook, id: string): string {
  return codebook.targets.find((each) => each.id === id)?.label ?? id;
}

/** A tag in words, e.g. "Economic", "Stance to Russia", "Wording: special military operation". */
export function tagLabel(codebook: Codebook, tag: Tag): string {
  if (tag.kind === "frame") return codebook.frames.find((each) => each.id === tag.frame)?.label ?? tag.frame;
  if (tag.kind === "stance") return `Stance to ${targetLabel(codebook, tag.target)}`;
  if (tag.kind === "wording") return `Wording: ${tag.label}`;
  if (tag.kind === "label_quote") return `Quoted label: ${tag.label}`;
  if (tag.kind === "loaded") return LOADED_LABELS[tag.category];
  return `${targetLabel(codebook, tag.target)} as ${tag.role}`;
}

const PATTERNS = new WeakMap<Codebook, Map<string, string>>();

/** What a rule looks for, by its id: phrases of cues, what a naming row names, how a list of loaded words is defined. */
function patterns(codebook: Codebook): Map<string, string> {
  const known = PATTERNS.get(codebook);
  if (known) return known;
  const cues = [...codebook.frames, ...codebook.targets].flatMap((each) => each.cues);
  const found = new Map([...cues, ...codebook.stanceCues].map((cue) => [cue.id, cue.phrase]));
  for (const row of codebook.wording) found.set(row.id, row.concept);
  for (const { groups, definition } of codebook.loaded) for (const { id } of groups) found.set(id, definition);
  PATTERNS.set(codebook, found);
  return found;
}

/** Stance evidence below this weight tips nothing by itself. */
const SLIGHT = 0.25;

/** Words of a frame that is not there, single learned words, and evidence of a stance that leans nowhere. */
function isWeak(tag: Tag, evidence: Evidence): boolean {
  if (/^(learned|model):/.test(evidence.rule)) return true;
  if (tag.kind === "frame") return !tag.present;
  if (tag.kind !== "stance") return false;
  const told = [tag.own.label, tag.all.label].some((label) => label !== "unclear" && label !== "neutral");
  return !told || Math.abs(evidence.weight) < SLIGHT;
}

/** Every piece of evidence as a mark, in reading order; ids "m1", "m2", … are stable for one coding. */
export function marksOf(codebook: Codebook, coding: Coding): Mark[] {
  const phrases = patterns(codebook);
  const all = coding.tags.flatMap((tag) => {
    const [key, label] = [tagKey(tag), tagLabel(codebook, tag)];
    return tag.evidence.map((each) => ({
      kind: tag.kind,
      tag: key,
      label,
      span: each.span,
      exact: each.exact,
      rule: each.rule,
      pattern: phrases.get(each.rule) ?? null,
      weight: each.weight,
      voiceKey: voiceKey(each.voice),
      whose: whoseWords(each.voice),
      weak: isWeak(tag, each),
    }));
  });
  const order = (span: Span): number => (span.in === "title" ? -1e9 : 0) + span.start;
  return all
    .toSorted((left, right) => order(left.span) - order(right.span) || right.span.end - left.span.end)
    .map((mark, index) => ({ id: `m${index + 1}`, ...mark }));
}

/** A question of the codebook in words: "frame:economic" → "Frame: Economic". */
export function questionLabel(codebook: Codebook, question: string): string {
  const [kind = "", id = ""] = question.split(":");
  if (kind === "frame") return `Frame: ${codebook.frames.find((each) => each.id === id)?.label ?? id}`;
  if (kind === "stance") return `Stance to ${targetLabel(codebook, id)}`;
  if (kind === "role") return `Role of ${targetLabel(codebook, id)}`;
  if (kind === "wording") return `Wording: ${codebook.wording.find((each) => each.id === id)?.concept ?? id}`;
  return question;
}
