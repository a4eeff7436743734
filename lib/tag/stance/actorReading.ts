import type { StanceTarget } from "#lib/domain/codebook.ts";
import type { Bloc } from "#lib/domain/speaker.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";

/** A sentence that names an actor. */
export interface ActorSentence {
  field: Field;
  sentence: Sentence;
  /** Hits of the codebook in this sentence. */
  hits: readonly Hit[];
  /** Word ranges of the actor's mentions, in reading order. */
  mentions: { from: number; to: number }[];
  /** Whose words the first mention stands in. */
  segment: VoiceSegment;
}

/** Every sentence of an article that names one actor, and how long the article is. */
export interface ActorReading {
  target: string;
  bloc: Bloc;
  sentences: ActorSentence[];
  /** Sentences of the article, headline included. */
  total: number;
}

/** Gathers, for every entity target, the sentences that name it. */
export function readActors(
  fields: readonly Field[],
  hits: readonly Hit[],
  voices: readonly VoiceSegment[],
  targets: readonly StanceTarget[],
): ActorReading[] {
  const entities = targets.filter((t) => t.kind === "entity");
  const total = fields.reduce((sum, f) => sum + f.sentences.length, 0);
  const readings = new Map(
    entities.map((t) => [t.id, { target: t.id, bloc: t.blocs[0] ?? "west", sentences: [], total } as ActorReading]),
  );
  const bySentence = new Map<number, Hit[]>();
  for (const hit of hits) {
    const list = bySentence.get(hit.sentence.index);
    if (list) list.push(hit);
    else bySentence.set(hit.sentence.index, [hit]);
  }
  for (const field of fields) {
    const segments = voices.filter((v) => v.span.in === field.in);
    let at = 0;
    let segment = 0;
    const add = (target: string, sentence: Sentence, from: number, to: number): void => {
      const reading = readings.get(target);
      if (!reading) return;
      const last = reading.sentences.at(-1);
      if (last?.sentence === sentence) {
        if (!last.mentions.some((m) => m.from < to && m.to > from)) last.mentions.push({ from, to });
        return;
      }
      const start = field.words.start[from]!;
      while (segment > 0 && segments[segment]!.span.start > start) segment--;
      while (segment + 1 < segments.length && segments[segment]!.span.end <= start) segment++;
      const voice = segments[segment];
      if (!voice) return;
      const list = bySentence.get(sentence.index) ?? [];
      reading.sentences.push({ field, sentence, hits: list, mentions: [{ from, to }], segment: voice });
    };
    const named = field.mentions.map((m) => ({ from: m.fromWord, to: m.endWord, targets: m.targets }));
    for (const hit of hits)
      if (hit.rule.layer === "mention" && hit.field === field)
        named.push({ from: hit.from, to: hit.to, targets: [hit.rule.target.id] });
    named.sort((a, b) => a.from - b.from || b.to - a.to);
    for (const { from, to, targets: of } of named) {
      while (at + 1 < field.sentences.length && field.sentences[at]!.toWord <= from) at++;
      const sentence = field.sentences[at];
      if (sentence && sentence.fromWord <= from && to <= sentence.toWord)
        for (const t of of) add(t, sentence, from, to);
    }
  }
  return [...readings.values()];
}

const RIVALS: Record<Bloc, readonly Bloc[]> = {
  russia: ["ukraine", "west"],
  ukraine: ["russia"],
  west: ["russia"],
  other: [],
};

/** Who speaks of the actor: the outlet, the actor's own side, a rival of it, somebody else. */
export function speakerRelation(segment: VoiceSegment, bloc: Bloc): "own" | "self" | "rival" | "other" {
  const { kind, speaker } = segment.voice;
  if (kind === "own") return "own";
  if (!speaker?.bloc) return "other";
  if (speaker.bloc === bloc) return "self";
  return RIVALS[bloc].includes(speaker.bloc) ? "rival" : "other";
}
