import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Attribution } from "#lib/domain/tags.ts";
import { createReader } from "#lib/tag/tagArticle.ts";

/** The shipped actors and speech lists, with nothing else to find: voices do not depend on the other layers. */
export const voicesCodebook = {
  ...loadCodebook(null),
  frames: [],
  targets: [],
  wording: [],
  roleVerbs: [],
  models: {},
};
export const readVoices = createReader(voicesCodebook);

/** One attribution in words, for expectations. */
export interface Said {
  source: string;
  cue: string;
  content: string;
  speaker: string | null;
  bloc: string | null;
  kind: string;
  type: string;
}

/** Attributions of a text in reading order; content pieces are joined by " … ". */
export function said(text: string): Said[] {
  const exact = (spans: Attribution["content"]): string => spans.map((s) => text.slice(s.start, s.end)).join(" … ");
  return readVoices({ title: "", text }).attributions.map((a) => ({
    source: exact(a.source),
    cue: exact(a.cue),
    content: exact(a.content),
    speaker: a.speaker?.name ?? null,
    bloc: a.speaker?.bloc ?? null,
    kind: a.speaker?.kind ?? "nobody",
    type: a.kind,
  }));
}

/** The voice of the words `exact` in a text. */
export function voiceOf(text: string, exact: string): { kind: string; speaker: string | null } {
  const at = text.indexOf(exact);
  const segment = readVoices({ title: "", text }).voices.find((v) => at >= v.span.start && at < v.span.end);
  if (at < 0 || !segment) throw new Error(`The text does not hold "${exact}".`);
  return { kind: segment.voice.kind, speaker: segment.voice.speaker?.name ?? null };
}
