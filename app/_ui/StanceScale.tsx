import type { StanceScore } from "#lib/domain/tags.ts";
import { sayInterval, sayValue } from "#lib/chart/sentences.ts";

const LABELS: Record<StanceScore["label"], string> = {
  favourable: "favourable",
  unfavourable: "unfavourable",
  mixed: "mixed",
  neutral: "neutral",
  unclear: "cannot tell",
};

/** A score in words: "unfavourable −.35 (−.51 to −.20), n 4", or that it cannot be told. */
export function sayStance(said: StanceScore): string {
  if (said.label === "unclear") return said.n === 0 ? "nothing found" : `${LABELS.unclear}, n ${said.n}`;
  return `${LABELS[said.label]} ${sayValue(said.score, "score")} (${sayInterval(said.interval, "score")}), n ${said.n}`;
}

const at = (value: number): number => 100 + 92 * Math.max(-1, Math.min(1, value));

/**
 * A score on the line from against (left) to for, with its 80 % interval; hollow where it cannot be told.
 * `intended`, -1..1, is what the author of a teaching article meant: an open ring.
 */
export function StanceScale({ said, intended = null }: { said: StanceScore; intended?: number | null }) {
  const told = said.label !== "unclear";
  return (
    <svg className="scale" viewBox="0 0 200 26" aria-hidden="true">
      <line className="scale-line" x1="8" x2="192" y1="13" y2="13" />
      <line className="scale-zero" x1="100" x2="100" y1="4" y2="22" />
      {told ? (
        <line className="scale-interval" x1={at(said.interval[0])} x2={at(said.interval[1])} y1="13" y2="13" />
      ) : null}
      {intended === null ? null : <circle className="scale-intended" cx={at(intended)} cy="13" r="9" />}
      {said.n > 0 ? <circle className={`scale-dot${told ? "" : " hollow"}`} cx={at(said.score)} cy="13" r="5" /> : null}
    </svg>
  );
}

/** What the two ends of the lines beneath mean. */
export function ScaleEnds() {
  return (
    <span className="scale-ends" aria-hidden="true">
      <span>against</span>
      <span>for</span>
    </span>
  );
}
