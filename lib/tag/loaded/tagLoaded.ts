import type { Evidence, LabelQuoteTag, LoadedCategory, LoadedTag } from "#lib/domain/tags.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";
import { apartInQuotes } from "#lib/tag/wording/quotedTerms.ts";
import type { LoadedHit } from "./loadedHits.ts";

/** Scare quotes are shown as clearly loaded. */
const SCARE_WEIGHT = 2;
/** Doubt that whoever reports puts in: nobody says "allegedly" of what he says himself. */
const DISTANCE = "hedges.distance";
/** One-sided words from this weight on pass a verdict; below stand names of movements and topics, which most use to name. */
const JUDGES = 2;

/** One tag per category of loaded or distancing words that occurs, in reading order; scare quotes come from labels. */
export function tagLoaded(
  found: readonly LoadedHit[],
  labels: readonly LabelQuoteTag[],
  hits: readonly Hit[] = [],
  pieces: readonly LabelQuoteTag[] = [],
): LoadedTag[] {
  const apart = apartInQuotes([...labels, ...pieces]);
  const tags = new Map<LoadedCategory, Evidence[]>();
  const add = (category: LoadedCategory, evidence: Evidence): void => {
    const list = tags.get(category);
    if (list) list.push(evidence);
    else tags.set(category, [evidence]);
  };
  for (const { hit, category, rule, weight } of found)
    if (category !== "one_sided" || weight >= JUDGES)
      add(category, apart(told(hit, category, reporters(hit, evidenceOf(hit, rule, weight)))));
  for (const evidence of scareQuotes(labels, found, hits)) add("scare_quote", evidence);
  return [...tags].map(([category, [first, ...rest]]) => ({ kind: "loaded", category, evidence: [first!, ...rest] }));
}

/** Verdicts that may be somebody's without reported speech; what one says or doubts oneself is not. */
const VERDICTS: ReadonlySet<LoadedCategory> = new Set(["one_sided", "evaluative_adverb", "metaphor"]);
/** "dismissed by the bank as a", "called the toll a", "accuses the clerk of": up to three words before the verdict. */
const SEEN_SO =
  /\b(?:(?:dismiss|denounc|condemn|describ|reject|decri|characteri[sz]|portray|brand|label|regard)\w*|see[ns]?|seeing|saw|viewed|views)\b[^.;:“”"]{0,90}\bas\s+(?:[\p{L}’'-]+\s+){0,4}$|(?<!so[-\s])\bcall(?:s|ed|ing)\s(?!for\b|on\b|to\b|off\b)[^.;:“”"]{1,60}\s(?:an?|the)\s+(?:[\p{L}’'-]+\s+){0,3}$|\baccus(?:es|ed|ing)\s[^.;:“”"]{1,70}\sof\s+(?:[\p{L}’'-]+\s+){0,3}$/iu;

/** A verdict the sentence tells as somebody's is not the outlet's; whose it is the words do not tell. */
function told({ field, sentence, start }: Hit, category: LoadedCategory, evidence: Evidence): Evidence {
  if (!VERDICTS.has(category) || evidence.voice.kind !== "own") return evidence;
  const before = field.text.slice(Math.max(sentence.start, start - 200), start);
  return SEEN_SO.test(before) ? { ...evidence, voice: { kind: "ambiguous", speaker: null } } : evidence;
}

/** Doubt amid reported words is the outlet's own, unless it stands in quotation marks. */
function reporters({ field, segment, start }: Hit, evidence: Evidence): Evidence {
  const { kind } = segment.voice;
  if (evidence.rule !== DISTANCE || (kind !== "indirect" && kind !== "mixed")) return evidence;
  const marked = /[“”"«»‘]/.test(field.text.slice(segment.span.start, start));
  return marked ? evidence : { ...evidence, voice: { kind: "own", speaker: null } };
}

/**
 * Scare quotes: own words kept at a distance. A disputed label behind "so-called", or a quoted term of the body that
 * the two sides dispute (a naming row) while nobody is said to use it; a word that merely judges is mostly somebody's. Names and titles
 * begin with capitals and are none, headlines quote for short, and what is only quoted often is a name or a coinage.
 */
export function scareQuotes(
  labels: readonly LabelQuoteTag[],
  found: readonly LoadedHit[],
  hits: readonly Hit[],
): Evidence[] {
  return labels.flatMap((label) => {
    const soCalled = (each: Evidence): boolean => each.rule === "label_quote:so_called";
    const unclaimed = label.use === "unclaimed" && label.quoted === label.mentions;
    if (!unclaimed && !label.evidence.some(soCalled)) return [];
    return label.evidence
      .filter(
        (each) =>
          each.voice.kind === "own" &&
          (soCalled(each)
            ? isContested(each, found, hits) || isTopical(each, hits)
            : unclaimed && term(each) && isDisputed(each, hits)),
      )
      .map((each) => ({
        ...each,
        rule: `scare_quote:${soCalled(each) ? "so_called" : "contested"}`,
        weight: SCARE_WEIGHT,
      }));
  });
}

const inside = (hit: Hit, { span }: Pick<Evidence, "span">): boolean =>
  hit.field.in === span.in && hit.start >= span.start && hit.end <= span.end;

/** Words a naming row opposes make up the term, or all but one: the two sides dispute just that. */
const isDisputed = ({ span, exact }: Evidence, hits: readonly Hit[]): boolean =>
  hits.some(
    (hit) =>
      hit.rule.layer === "wording" &&
      hit.rule.choice.choice !== "both" &&
      inside(hit, { span }) &&
      exact.split(/\s+/u).length - (hit.to - hit.from) <= 1,
  );

/** A word that judges stands in it, or one the two sides dispute. */
const isContested = (each: Evidence, found: readonly LoadedHit[], hits: readonly Hit[]): boolean =>
  found.some(({ hit, category }) => category === "one_sided" && inside(hit, each)) || isDisputed(each, hits);

/** "so-called Russian spring": it speaks of a nation; a so-called cold shutdown is a technical term. */
function isTopical({ exact, span: { in: place, start, end } }: Evidence, hits: readonly Hit[]): boolean {
  // A name in capitals throughout, "so-called Monroe Doctrine", is one by convention.
  const words = exact.split(/\s+/u);
  if (words.length > 1 && words.every((word) => /^\P{L}*\p{Lu}/u.test(word))) return false;
  const field = hits.find((hit) => hit.field.in === place)?.field;
  return field?.mentions.some((m) => m.start >= start && m.end <= end) === true;
}

const term = ({ span, exact }: Evidence): boolean => span.in === "text" && !/\p{Lu}|\p{N}/u.test(exact);
