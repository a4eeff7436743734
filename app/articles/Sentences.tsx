import { codebook, store } from "#app/_database.ts";
import { marksOf, voiceKey, whoseWords, type Mark } from "#app/_ui/marks.ts";
import { speakerKey } from "#lib/compare/measures/voices.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Wanted } from "./filter.ts";

const SHOWN = 3;

/** The key marks carry for what a chart asked: levels of a stance are its evidence, a choice is its wording. */
function markKey({ measure, target }: Wanted): string {
  if (measure === "stance_level") return `stance:${target.split(":")[0] ?? ""}`;
  if (measure === "choice") return `wording:${target}`;
  if (measure === "device") return target === "distancing_label" ? "label_quote" : `loaded:${target}`;
  return `${measure}:${target}`;
}

function fits(mark: Mark, wanted: Wanted): boolean {
  const key = markKey(wanted);
  const own = mark.voiceKey === "own";
  const voice = wanted.voice === "all" || (wanted.voice === "own" ? own : !own && mark.voiceKey !== "ambiguous");
  return voice && (mark.tag === key || mark.tag.startsWith(`${key}:`));
}

/** Whether a stretch of speech is what a voices or reporting chart counted. */
function spoken(segment: VoiceSegment, { measure, target }: Wanted): boolean {
  const { speaker } = segment.voice;
  const [camp, stance] = target.split(":");
  switch (measure) {
    case "voice_share":
    case "heard":
      return voiceKey(segment.voice) === target;
    case "kind_share":
      return segment.voice.kind !== "own" && speaker?.kind === target;
    case "speaker":
      return speaker !== null && speakerKey(speaker) === target;
    case "report":
      return speaker?.bloc === camp && segment.reportStance === stance;
    default:
      return false;
  }
}

/** The sentences of one article behind a chart's mark, each linking to its words in the article. */
export async function Sentences({ id, wanted }: { id: string; wanted: Wanted }) {
  const found = await (await store()).article(id);
  if (!found) return null;
  const { article, coding } = found;
  const href = `/articles/${encodeURIComponent(id)}`;
  const sentenceOf = (mark: Mark): string => {
    const span = coding.sentences.find(
      (each) => each.in === mark.span.in && each.start <= mark.span.start && each.end >= mark.span.end,
    );
    return span ? article[span.in].slice(span.start, span.end) : mark.exact;
  };
  const marked = marksOf(codebook(), coding)
    .filter((mark) => fits(mark, wanted))
    .map((mark) => ({ text: sentenceOf(mark), href: `${href}#mark-${mark.id}`, whose: mark.whose }));
  const said = coding.voices
    .filter((segment) => segment.words > 2 && spoken(segment, wanted))
    .map((segment) => ({
      text: article[segment.span.in].slice(segment.span.start, segment.span.end).trim(),
      href,
      whose: whoseWords(segment.voice),
    }));
  const once = [...new Map([...marked, ...said].map((each) => [each.text, each])).values()];
  if (once.length === 0) return null;
  return (
    <ul className="quotes">
      {once.slice(0, SHOWN).map((each) => (
        <li key={each.text}>
          <a href={each.href}>{each.text}</a> <span className="interval">{each.whose}</span>
        </li>
      ))}
      {once.length > SHOWN ? <li>{once.length - SHOWN} more in the article</li> : null}
    </ul>
  );
}
