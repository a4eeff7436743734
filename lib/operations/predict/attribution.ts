import type { Attribution } from "#lib/domain/tags.ts";
import { codingTask, pair } from "./shared.ts";

export const attribution = codingTask({
  name: "attribution",
  describe:
    "{id, text} -> + attributions [{source, cue, content: [[start, end]], type: direct|mixed|indirect, speaker, bloc (media apart; other where unknown), kind: official|…}]",
  withTitle: false,
  answer: () => (coding) => ({ attributions: (coding.attributions ?? []).map(answered) }),
});

const answered = (a: Attribution) => ({
  source: a.source.map(pair),
  cue: a.cue.map(pair),
  content: a.content.map(pair),
  type: a.kind,
  speaker: a.speaker?.name ?? null,
  bloc: blocOf(a),
  kind: a.speaker?.kind ?? "unnamed",
});

/** Bloc as interfaces count it: media have a share of their own; who is of no known bloc counts as other. */
export const blocOf = (a: Pick<Attribution, "speaker">): string =>
  a.speaker?.kind === "media" ? "media" : (a.speaker?.bloc ?? "other");
