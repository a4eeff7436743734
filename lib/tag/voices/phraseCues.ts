import { Remembered, words } from "#lib/tag/read/lexicon.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";
import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import { groupStart, subjectOf } from "./subject.ts";
import { phraseBeginning, phraseEnding } from "./nounPhrase.ts";
import type { View, WordRange } from "./view.ts";
import { hasVerb, isFiniteVerb, PARTICIPLE } from "./wordClass.ts";

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
const kinds = new Remembered(words, (norm) => {
  if (/^(talk|speculation|rumours|rumors)$/.test(norm)) return TALK;
  if (/^(signed|published|penned)$/.test(norm)) return SIGNED;
  return /^(view|opinion|words|eyes)$/.test(norm) ? VIEW : 0;
});

const base = (view: View, rule: string, certainty: number) => ({
  antecedent: null,
  rule,
  stance: "neutral" as const,
  certainty,
  sentence: view.sentence.index,
  own: false,
});

function according(view: View, hit: PhraseHit<CueRule>): Found | null {
  const { field, layout, sentence } = view;
  if (hit.to >= sentence.toWord) return null;
  const own = /^(our|my|us|me)$/.test(field.norm[hit.to]!);
  const relayed = field.norm[hit.from] === "as" || field.norm[hit.from] === "we";
  const who = describedSource(view, phraseBeginning(view, hit.to) ?? bareSource(view, hit.to));
  if (!who || /^(plan|plans|schedule|script|law|rules)$/.test(field.norm[who.to - 1]!)) return null;
  let end = who.to;
  // "pictures taken by a firm, ": a participle goes on describing the source.
  const goesOn = (i: number): boolean =>
    !isFiniteVerb(view, i) ||
    (PARTICIPLE.test(field.norm[i]!) && field.pos[i - 1] === "NOUN" && field.pos[i + 1] === "ADP");
  const article = (i: number): boolean =>
    /^(?:the|an?)$/.test(field.norm[i]!) &&
    field.words.capital[i] !== true &&
    /^(?:NOUN|PROPN)$/.test(field.pos[i - 1]!);
  while (end < sentence.toWord && (layout.gap[end]! & (BREAK & ~GAP.bracket)) === 0 && goesOn(end) && !article(end))
    end++;
  const source = { from: who.from, to: end };
  const cue = { from: hit.from, to: hit.to };
  const joint = hit.from - 1;
  const resumed =
    joint > sentence.fromWord && /^(and|but|that|which|because|while|where|as|who)$/.test(field.norm[joint]!);
  const head = hit.from - sentence.fromWord <= 1 || resumed;
  const before = { from: sentence.fromWord, to: hit.from };
  const rest = { from: end, to: sentence.toWord };
  const content: WordRange[] = [];
  if (head && !relayed) content.push(rest);
  else {
    const start = clauseStart(view, hit.from);
    content.push({ from: start, to: hit.from });
    const resumes = end < sentence.toWord && (layout.gap[end]! & GAP.comma) !== 0 && !startsNewClause(view, end);
    // Behind a closed quotation the phrase names its speaker, and what follows describes them.
    const closed = (layout.gap[hit.from]! & GAP.quote) !== 0;
    if (start === before.from && resumes && !closed && hasVerb(view, rest)) {
      content.push(rest);
    }
  }
  const kept = content.filter((r) => r.to - r.from >= 2);
  return kept.length > 0 ? { ...base(view, "according", 0.9), source, cue, content: kept, own } : null;
}

/** "According to police,": the tagger takes some words for verbs that stand between the phrase and a comma. */
function bareSource({ field, layout, sentence, roles }: View, at: number): WordRange | null {
  const closes = at + 1 >= sentence.toWord || (layout.gap[at + 1]! & BREAK) !== 0;
  const somebody = roles.kindOf(field, at) !== null || /^(?:witnesses|locals|estimates)$/.test(field.norm[at]!);
  return closes && somebody ? { from: at, to: at + 1 } : null;
}

/** "According to the fleet, land, sea and air units moved": what follows the comma may be no description but what is told. */
function describedSource(view: View, who: WordRange | null): WordRange | null {
  if (!who) return null;
  const { field, layout, sentence } = view;
  for (let i = who.from + 1; i < who.to; i++) {
    if ((layout.gap[i]! & GAP.comma) === 0) continue;
    const bare = field.pos[i] === "NOUN" && view.roles.kindOf(field, i) === null && i + 1 === who.to;
    const acts =
      who.to < sentence.toWord && (/^(?:which|who)$/.test(field.norm[who.to]!) || isFiniteVerb(view, who.to));
    return bare || acts ? { from: who.from, to: i } : who;
  }
  return who;
}

/** The clause an "according to" closes: back to a semicolon, or to the sentence's start. */
function clauseStart(view: View, at: number): number {
  for (let i = at - 1; i > view.sentence.fromWord; i--) if ((view.layout.gap[i]! & GAP.semicolon) !== 0) return i;
  return view.sentence.fromWord;
}

const startsNewClause = (view: View, at: number): boolean =>
  /^(and|but|while|who|which|as|although|though|with)$/.test(view.field.norm[at]!) ||
  view.field.norm[at]!.endsWith("ing");

/** "For President Zelenskyy, the commitment represents …". */
function forSomebody(view: View): Found | null {
  const { field, layout, sentence } = view;
  const first = sentence.fromWord;
  if (field.norm[first] !== "for" || first + 1 >= sentence.toWord) return null;
  const who = phraseBeginning(view, first + 1);
  if (!who || who.to >= sentence.toWord || (layout.gap[who.to]! & GAP.comma) === 0) return null;
  const named = field.mentions.some(
    (m) => m.fromWord >= who.from && m.endWord <= who.to && !m.adjective && m.actor?.type !== "place",
  );
  if (!named) return null;
  const content = [{ from: who.to, to: sentence.toWord }];
  return { ...base(view, "viewpoint:for", 0.7), source: who, cue: { from: first, to: first + 1 }, content };
}

/** "There is talk of a new alliance": somebody says so, and the text does not tell who. */
function talkOf(view: View): Found | null {
  const { field, sentence } = view;
  for (let i = sentence.fromWord; i + 2 < sentence.toWord; i++) {
    if (!/^(talk|speculation|rumours|rumors)$/.test(field.norm[i]!) || !/^(of|that|about)$/.test(field.norm[i + 1]!))
      continue;
    if (
      !/^(is|was|are|were|been)$/.test(field.norm[i - 1] ?? "") ||
      !/^(there|has|have)$/.test(field.norm[i - 2] ?? "")
    )
      return null;
    const source = { from: i, to: i + 1 };
    return { ...base(view, "unnamed:talk", 0.6), source, cue: source, content: [{ from: i + 2, to: sentence.toWord }] };
  }
  return null;
}

/** "The two men signed a column calling to …". */
function signed(view: View): Found | null {
  const { field, sentence } = view;
  for (let i = sentence.fromWord + 1; i + 3 < sentence.toWord; i++) {
    if (!/^(signed|published|penned)$/.test(field.norm[i]!) || !/^(a|an|the|joint)$/.test(field.norm[i + 1]!)) continue;
    if (!/^(column|letter|op|statement|petition|appeal|article|essay)$/.test(field.norm[i + 2]!)) continue;
    const source = subjectOf(view, groupStart(view, i));
    if (!source) return null;
    return {
      ...base(view, "signed", 0.6),
      source,
      cue: { from: i, to: i + 3 },
      content: [{ from: i + 3, to: sentence.toWord }],
    };
  }
  return null;
}

/** "In French political circles, …". */
function inCircles(view: View): Found | null {
  const { field, layout, sentence } = view;
  if (field.norm[sentence.fromWord] !== "in" || sentence.fromWord + 1 >= sentence.toWord) return null;
  const who = phraseBeginning(view, sentence.fromWord + 1);
  if (!who || field.norm[who.to - 1] !== "circles" || who.to >= sentence.toWord) return null;
  if ((layout.gap[who.to]! & GAP.comma) === 0) return null;
  const cue = { from: sentence.fromWord, to: sentence.fromWord + 1 };
  return { ...base(view, "viewpoint:in", 0.6), source: who, cue, content: [{ from: who.to, to: sentence.toWord }] };
}

/** "In his view, …": the pronoun is the source. */
function inTheirView(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord; i + 3 < sentence.toWord; i++) {
    if (field.norm[i] !== "in" || !/^(his|her|their|its)$/.test(field.norm[i + 1]!)) continue;
    if (!/^(view|opinion|words|eyes)$/.test(field.norm[i + 2]!) || (layout.gap[i + 3]! & (GAP.comma | GAP.colon)) === 0)
      continue;
    const content = [{ from: i + 3, to: sentence.toWord }];
    const source = { from: i + 1, to: i + 2 };
    return { ...base(view, "viewpoint:in", 0.7), source, cue: { from: i, to: i + 3 }, content };
  }
  return null;
}

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
    return { ...base(view, "headline:dash", 0.9), source, cue: { from: i, to: i }, content };
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
    return {
      ...base(view, "colon", 0.7),
      source,
      cue: { from: i, to: i },
      content: [{ from: i, to: sentence.toWord }],
    };
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
      return { ...base(view, `noun:${field.norm[k]!}`, 0.7), source, cue: { from: k, to: next }, content };
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
    return { ...base(view, `noun:${field.norm[i - 1]!}`, 0.7), source, cue: { from: i - 1, to: i }, content };
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
