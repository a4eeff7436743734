import type { Evidence, LabelQuoteTag } from "#lib/domain/tags.ts";

/**
 * Quoting a term is not using it: words inside a short quotation nobody is said to make count as nobody's, neither the
 * outlet's own nor a speaker's. Names in capitals are quoted by convention and stay what they are.
 */
export function apartInQuotes(labels: readonly LabelQuoteTag[]): (evidence: Evidence) => Evidence {
  const quotes = labels.flatMap((label) =>
    label.evidence.filter(({ voice, exact }) => /^(?:own|ambiguous)$/.test(voice.kind) && !/\p{Lu}/u.test(exact)),
  );
  if (quotes.length === 0) return (evidence) => evidence;
  return (evidence) => {
    const { span, voice } = evidence;
    if (voice.kind !== "own") return evidence;
    const inside = quotes.some((q) => q.span.in === span.in && q.span.start <= span.start && span.end <= q.span.end);
    return inside ? { ...evidence, voice: { kind: "ambiguous", speaker: null } } : evidence;
  };
}
