import type { StanceTag, VoiceSegment } from "#lib/domain/tags.ts";
import { codingTask } from "./shared.ts";

export const stance = codingTask({
  name: "stance",
  describe:
    "{id, title?, text} -> + targets {id: {discussed, own, all}}, roles {id: role}, voices {whose: share of words}",
  withTitle: true,
  answer(codebook) {
    const unclear = { label: "unclear", score: 0, interval: [-1, 1], n: 0 };
    const entities = codebook.targets.filter((t) => t.kind === "entity");
    return (coding) => {
      const found = (id: string): StanceTag | undefined =>
        coding.tags.find((t): t is StanceTag => t.kind === "stance" && t.target === id);
      const role = (id: string): string => {
        const has = coding.tags.find((t) => t.kind === "role" && t.target === id);
        return has?.kind === "role" ? has.role : "none";
      };
      return {
        targets: Object.fromEntries(
          entities.map((t) => {
            const has = found(t.id);
            return [t.id, { discussed: has?.discussed ?? false, own: has?.own ?? unclear, all: has?.all ?? unclear }];
          }),
        ),
        roles: Object.fromEntries(entities.map((t) => [t.id, role(t.id)])),
        voices: voiceShares(coding.voices.filter((v) => v.span.in === "text")),
      };
    };
  },
});

function voiceShares(voices: readonly VoiceSegment[]): Record<string, number> {
  const words: Record<string, number> = { own: 0, russia: 0, ukraine: 0, west: 0, other: 0, media: 0, ambiguous: 0 };
  for (const { voice, introduces, words: count } of voices) {
    const speaker = introduces ?? voice.speaker;
    const kind = introduces ? "indirect" : voice.kind;
    const unknown = !speaker || kind === "ambiguous";
    const key =
      kind === "own" ? "own" : unknown ? "ambiguous" : speaker.kind === "media" ? "media" : (speaker.bloc ?? "other");
    words[key] = (words[key] ?? 0) + count;
  }
  const total = Object.values(words).reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    Object.entries(words).map(([k, v]) => [k, total === 0 ? 0 : Math.round((v / total) * 1000) / 1000]),
  );
}
