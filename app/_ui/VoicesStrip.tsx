import type { VoiceSegment } from "#lib/domain/tags.ts";
import { VOICE_LABELS, VOICES, voiceKey, type VoiceKey } from "./marks.ts";

/** Words per camp, in the order of the legend; camps without words are left out. */
export function voiceWords(voices: readonly VoiceSegment[]): { key: VoiceKey; words: number; share: number }[] {
  const total = voices.reduce((sum, each) => sum + each.words, 0);
  return VOICES.map((key) => {
    const words = voices.filter((each) => voiceKey(each.voice) === key).reduce((sum, each) => sum + each.words, 0);
    return { key, words, share: total === 0 ? 0 : words / total };
  }).filter((each) => each.words > 0);
}

/** Whose words the article is made of, as a strip and in numbers; `of` names it where it has no heading of its own. */
export function VoicesStrip({ voices, of }: { voices: readonly VoiceSegment[]; of?: string }) {
  const parts = voiceWords(voices);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, each) => sum + each.share, 0));
  return (
    <section
      className="strip-section"
      {...(of === undefined ? { "aria-labelledby": "voices" } : { "aria-label": `Whose words: ${of}` })}
    >
      {of === undefined ? <h2 id="voices">Whose words</h2> : null}
      <svg className="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part, index) => (
          <rect
            key={part.key}
            className={`strip-${part.key}`}
            x={100 * (starts[index] ?? 0)}
            y="0"
            width={100 * part.share}
            height="10"
          />
        ))}
      </svg>
      <ul className="strip-key">
        {parts.map((part) => (
          <li key={part.key}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`strip-${part.key}`} width="12" height="12" />
            </svg>
            {VOICE_LABELS[part.key]} {part.share < 0.005 ? "under 1" : Math.round(100 * part.share)} %{" "}
            <span className="quiet">({part.words} words)</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
