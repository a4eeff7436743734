import { Remembered, words } from "#lib/tag/read/lexicon.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import { according } from "./according.ts";
import type { CueRule } from "./cues.ts";
import { byPhrase, type Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { groupStart, subjectOf } from "./subject.ts";
import { phraseEnding } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { forSomebody, inCircles, inTheirView, madeClaim, signed, talkOf } from "./viewpoints.ts";
import { hasVerb, isFiniteVerb } from "./wordClass.ts";

const SPEECH_NOUN =
  /^(analogy|view|views|opinion|words|claim|claims|warning|remarks?|argument|statement|assessment|message|comments?|suggestion|assertion|allegation|allegations|accusation|accusations|announcement|promise|pledge|prediction|belief)$/;
const COLON_NOUN =
  /^(warning|rejoinder|statement|response|message|reply|ultimatum|answer|post|tweet|remarks?|words|question)$/;

/** Adds "according to X", "in X's view", "for X, …", "X's analogy, likening …", "X: …" to the attributions of a sentence. */
export function addPhraseAttributions(view: View, hits: readonly PhraseHit<CueRule>[], found: Found[]): void {
  for (const hit of hits) {
    if (hit.rule.type === "according" && view.layout.quoteOf[hit.from]! < 0) {
      const made = according(view, hit);
      if (made) found.push(made);
    }
  }
  const credited = view.field.in === "title" ? behindDash(view) : null;
  if (credited) found.push(credited);
  if (found.length === 0) {
    const words = wordsOf(view);
    const made =
      forSomebody(view) ??
      ((words & TALK) === 0 ? null : talkOf(view)) ??
      ((words & SIGNED) === 0 ? null : signed(view)) ??
      inCircles(view) ??
      ((words & VIEW) === 0 ? null : inTheirView(view)) ??
      ((words & POSSESSIVE) === 0 ? null : speechNoun(view)) ??
      ((words & CLAIM) === 0 ? null : madeClaim(view)) ??
      ((words & COLON) === 0 ? null : (colon(view) ?? named(view)));
    if (made) found.push(made);
  }
}

/** What kinds of words and marks a sentence holds, as bits: without them some phrases need not be looked for. */
function wordsOf({ field, layout, sentence }: View): number {
  let bits = 0;
  let gaps = 0;
  const { id } = field.words;
  for (let i = sentence.fromWord; i < sentence.toWord; i++) {
    bits |= kinds.get(id[i]!);
    gaps |= layout.gap[i]!;
  }
  return bits | ((gaps & GAP.possessive) === 0 ? 0 : POSSESSIVE) | ((gaps & GAP.colon) === 0 ? 0 : COLON);
}
const TALK = 1;
const SIGNED = 2;
const VIEW = 4;
const POSSESSIVE = 8;
const COLON = 16;
const CLAIM = 32;
const kinds = new Remembered(words, (norm) => {
  if (/^(talk|speculation|rumours|rumors)$/.test(norm)) return TALK;
  if (/^(?:made|makes|making|repeated|repeats|issued|voiced|raised|rejected|dismissed)$/.test(norm)) return CLAIM;
  if (/^(signed|published|penned)$/.test(norm)) return SIGNED;
  return /^(view|opinion|words|eyes)$/.test(norm) ? VIEW : 0;
});

/** "Arms turn up on the black market – Putin": who says so, behind the last dash of a headline. */
function behindDash(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.toWord - 1; i > sentence.fromWord + 1 && sentence.toWord - i < 7; i--) {
    if (layout.quoteOf[i]! >= 0 || isFiniteVerb(view, i) || field.pos[i] === "CCONJ") return null;
    if ((layout.gap[i]! & BREAK) === 0) continue;
    const before = field.text.slice(field.words.end[i - 1], field.words.start[i]);
    if (!/[–—]/.test(before)) return null;
    const source = { from: i, to: sentence.toWord };
    const last = source.to - 1;
    const somebody =
      field.mentions.some((m) => m.endWord === source.to && m.fromWord >= i && !m.adjective) ||
      view.roles.kindOf(field, last) !== null ||
      /^(sources?|reports?|officials)$/.test(field.norm[last]!);
    if (!somebody) return null;
    const content = [{ from: sentence.fromWord, to: i }];
    return byPhrase(view, "headline:dash", 0.9, { source, cue: { from: i, to: i }, content });
  }
  return null;
}

/** "Kremlin: no plans for talks" of headlines, and "Smith: …" of interviews: a short name before the first colon. */
function named(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord + 1; i < Math.min(sentence.toWord, sentence.fromWord + 6); i++) {
    if ((layout.gap[i]! & BREAK) === 0) continue;
    if ((layout.gap[i]! & GAP.colon) === 0) return null;
    const source = { from: sentence.fromWord, to: i };
    if (field.norm.slice(source.from, i).includes("and")) return null;
    const known = field.mentions.some((m) => m.endWord === i && m.fromWord >= source.from && !m.adjective);
    const quoted =
      layout.quoteOf[i]! >= 0 && field.words.capital[sentence.fromWord] === true && field.pos[i - 1] === "PROPN";
    if (!quoted && !(known && hasVerb(view, { from: i, to: sentence.toWord }))) return null;
    return byPhrase(view, "colon", 0.7, {
      source,
      cue: { from: i, to: i },
      content: [{ from: i, to: sentence.toWord }],
    });
  }
  return null;
}

/** "Slutsky's analogy, likening …", "the Kremlin's view that …". */
function speechNoun(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord + 1; i < Math.min(sentence.toWord, sentence.fromWord + 12); i++) {
    if ((layout.gap[i]! & GAP.possessive) === 0) continue;
    for (let k = i; k < Math.min(i + 3, sentence.toWord); k++) {
      if (!SPEECH_NOUN.test(field.norm[k]!)) continue;
      const source = phraseEnding(view, i - 1);
      const next = k + 1;
      if (!source || next >= sentence.toWord) return null;
      const norm = field.norm[next]!;
      const comma = (layout.gap[next]! & GAP.comma) !== 0;
      if (norm !== "that" && !(comma && (norm.endsWith("ing") || field.norm[sentence.fromWord] === "in"))) return null;
      const content = [{ from: norm === "that" ? next + 1 : next, to: sentence.toWord }];
      return byPhrase(view, `noun:${field.norm[k]!}`, 0.7, { source, cue: { from: k, to: next }, content });
    }
  }
  return null;
}

/** "Moscow has issued a warning: …". */
function colon(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord + 1; i < sentence.toWord; i++) {
    if ((layout.gap[i]! & GAP.colon) === 0 || !COLON_NOUN.test(field.norm[i - 1]!)) continue;
    const source = subjectNear(view, i);
    if (!source) return null;
    const content = [{ from: i, to: sentence.toWord }];
    return byPhrase(view, `noun:${field.norm[i - 1]!}`, 0.7, { source, cue: { from: i - 1, to: i }, content });
  }
  return null;
}

/** Subject of the nearest finite verb before word `to`. */
function subjectNear(view: View, to: number): WordRange | null {
  for (let i = to - 1; i > view.sentence.fromWord; i--) {
    if (isFiniteVerb(view, i)) return subjectOf(view, groupStart(view, i));
  }
  return null;
}
