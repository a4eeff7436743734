import type { Codebook } from "#lib/domain/codebook.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import type { Span } from "#lib/domain/span.ts";
import { speakerKey } from "#lib/compare/measures/voices.ts";
import { marksOf, voiceKey, whoseWords, type Voice } from "#app/_ui/marks.ts";
import type { Wanted } from "./filter.ts";

/** One sentence behind a chart's mark. `mark` is the anchor of its words in the article, where there is one. */
export interface Behind {
  sentence: string;
  mark: string | null;
  whose: string;
}

const TAG_OF: Partial<Record<Wanted["measure"], string>> = {
  frame: "frame",
  narrative: "narrative",
  stance: "stance",
  stance_level: "stance",
  wording: "wording",
  choice: "wording",
  role: "role",
  device: "loaded",
};

function heard(wanted: Wanted, voice: Voice): boolean {
  if (wanted.measure === "voice_share" || wanted.measure === "heard") return voiceKey(voice) === wanted.target;
  const { speaker } = voice;
  if (!speaker) return false;
  if (wanted.measure === "kind_share") return speaker.kind === wanted.target;
  return wanted.measure === "speaker" && speakerKey(speaker) === wanted.target;
}

function sentenceAt({ article, coding }: StoredArticle, at: Span): string {
  const span = coding.sentences.find((each) => each.in === at.in && each.start <= at.start && each.end > at.start);
  return span ? article[span.in].slice(span.start, span.end) : article[at.in].slice(at.start, at.end);
}

/** The sentences of an article that made it count for what was asked, in reading order. */
export function sentencesBehind(codebook: Codebook, stored: StoredArticle, wanted: Wanted): Behind[] {
  const kind = TAG_OF[wanted.measure];
  return once(kind ? tagged(codebook, stored, wanted, kind) : spoken(stored, wanted));
}

function tagged(codebook: Codebook, stored: StoredArticle, wanted: Wanted, kind: string): Behind[] {
  const target = wanted.measure === "stance_level" ? wanted.target.split(":")[0] : wanted.target;
  const key = target === "distancing_label" ? "label_quote" : `${kind}:${target}`;
  return marksOf(codebook, stored.coding)
    .filter(
      (mark) =>
        (mark.tag === key || mark.tag.startsWith(`${key}:`)) &&
        (wanted.voice === "all" ||
          (wanted.voice === "own"
            ? mark.voiceKey === "own"
            : mark.voiceKey !== "own" && mark.voiceKey !== "ambiguous")),
    )
    .map((mark) => ({ sentence: sentenceAt(stored, mark.span), mark: mark.id, whose: mark.whose }));
}

function spoken(stored: StoredArticle, wanted: Wanted): Behind[] {
  const [bloc, stance] = wanted.target.split(":");
  return stored.coding.voices
    .filter((segment) =>
      wanted.measure === "report"
        ? segment.voice.speaker?.bloc === bloc && segment.reportStance === stance
        : heard(wanted, segment.voice),
    )
    .map((segment) => ({
      sentence: sentenceAt(stored, segment.span),
      mark: null,
      whose: whoseWords(segment.voice),
    }));
}

/** One mark a sentence is enough to find it. */
function once(all: readonly Behind[]): Behind[] {
  return [...new Map(all.toReversed().map((each) => [each.sentence, each])).values()].toReversed();
}
