import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Evidence, StanceTag, VoiceSegment } from "#lib/domain/tags.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

export const predictTasks = ["frames", "attribution", "stance", "wording"] as const;
export type PredictTask = (typeof predictTasks)[number];

const input = z.looseObject({ id: z.union([z.string(), z.number()]), title: z.string().optional(), text: z.string() });
type Answer = Record<string, unknown>;

/**
 * Returns a function from one JSON line to one answer, keys passed through; a bad line gives {"error": reason}.
 * Offsets are UTF-16 code units into `text` as given; evidence in the title is left out.
 */
export function predictor(codebook: Codebook, task: PredictTask): (line: string) => { ok: boolean; answer: Answer } {
  const tag = createTagger(codebook);
  const write = WRITERS[task];
  return (line) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return { ok: false, answer: { error: "This line is not JSON." } };
    }
    const parsed = input.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return {
        ok: false,
        answer: { error: `${issue?.path.join(".") || "line"}: ${issue?.message ?? "does not fit"}` },
      };
    }
    const { id, title, text } = parsed.data;
    const usesTitle = task === "frames" || task === "stance";
    const coding = tag({ id: String(id), title: usesTitle ? (title ?? "") : "", text }, { textHash: "", at: "" });
    return { ok: true, answer: { ...parsed.data, ...write(coding, codebook) } };
  };
}

const inText = (e: Evidence): boolean => e.span.in === "text";
const pair = (span: { start: number; end: number }): [number, number] => [span.start, span.end];

const WRITERS: Record<PredictTask, (coding: Coding, codebook: Codebook) => Answer> = {
  frames(coding, codebook) {
    const tags = coding.tags.filter((t) => t.kind === "frame");
    const generic = codebook.frames.filter((f) => f.layer === "generic");
    const of = (id: string) => tags.find((t) => t.frame === id);
    return {
      frames: Object.fromEntries(generic.map((f) => [f.id, of(f.id)?.probability ?? 0])),
      present: generic.filter((f) => of(f.id)?.present === true).map((f) => f.id),
      evidence: Object.fromEntries(
        generic.map((f) => [f.id, (of(f.id)?.evidence ?? []).filter(inText).map((e) => pair(e.span))]),
      ),
    };
  },
  attribution(coding) {
    const quoted = coding.voices.filter((v) => v.voice.kind !== "own" && v.voice.kind !== "ambiguous");
    return {
      attributions: quoted.map((v) => ({
        source: v.source ? [pair(v.source)] : [],
        cue: v.cue ? [pair(v.cue)] : [],
        content: [pair(v.span)],
        speaker: v.voice.speaker?.name ?? null,
        bloc: v.voice.speaker?.bloc ?? null,
        kind: v.voice.kind,
      })),
    };
  },
  stance(coding, codebook) {
    const unclear = { label: "unclear", score: 0, interval: [-1, 1], n: 0 };
    const entities = codebook.targets.filter((t) => t.kind === "entity");
    const stance = (id: string): StanceTag | undefined =>
      coding.tags.find((t): t is StanceTag => t.kind === "stance" && t.target === id);
    const role = (id: string): string => {
      const found = coding.tags.find((t) => t.kind === "role" && t.target === id);
      return found?.kind === "role" ? found.role : "none";
    };
    return {
      targets: Object.fromEntries(
        entities.map((t) => {
          const tag = stance(t.id);
          return [t.id, { discussed: tag?.discussed ?? false, own: tag?.own ?? unclear, all: tag?.all ?? unclear }];
        }),
      ),
      roles: Object.fromEntries(entities.map((t) => [t.id, role(t.id)])),
      voices: voiceShares(coding.voices.filter((v) => v.span.in === "text")),
    };
  },
  wording(coding) {
    const tags = coding.tags.filter((t) => t.kind === "wording");
    const hits = tags.flatMap((t) =>
      t.evidence
        .filter(inText)
        .map((e) => ({ row: t.row, choice: t.choice, start: e.span.start, end: e.span.end, voice: e.voice.kind })),
    );
    return { hits: hits.toSorted((a, b) => a.start - b.start) };
  },
};

function voiceShares(voices: readonly VoiceSegment[]): Record<string, number> {
  const words: Record<string, number> = { own: 0, russia: 0, ukraine: 0, west: 0, other: 0, media: 0, ambiguous: 0 };
  for (const { voice, words: count } of voices) {
    const speaker = voice.speaker;
    const key =
      voice.kind === "own"
        ? "own"
        : !speaker || voice.kind === "ambiguous"
          ? "ambiguous"
          : speaker.kind === "media"
            ? "media"
            : (speaker.bloc ?? "other");
    words[key] = (words[key] ?? 0) + count;
  }
  const total = Object.values(words).reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    Object.entries(words).map(([k, v]) => [k, total === 0 ? 0 : Math.round((v / total) * 1000) / 1000]),
  );
}
