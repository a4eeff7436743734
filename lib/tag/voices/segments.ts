import type { Voice } from "#lib/domain/speaker.ts";
import type { Attribution, VoiceSegment } from "#lib/domain/tags.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { Found } from "./found.ts";
import type { Layout } from "./layout.ts";

/** An attribution as found and as reported. */
export interface Spoken {
  found: Found;
  attribution: Attribution;
}

const CONTINUES = new Set("also however moreover furthermore additionally likewise".split(" "));
const CONTINUES_LONGER =
  /^(in (particular|addition|his|her|their)|as well as|at the same|therefore|apparently|because|a certain|moreover|for example)/;

/** Segments of one voice each that tile the field; where attributions nest, the inner one speaks. */
export function segmentsOf(field: Field, layout: Layout, spoken: readonly Spoken[]): VoiceSegment[] {
  const owner = new Int32Array(field.norm.length).fill(-1);
  const size = (s: Spoken): number => s.found.content.reduce((n, c) => n + c.to - c.from, 0);
  const order = spoken.map((s, i) => [size(s), i] as const).toSorted((a, b) => b[0] - a[0]);
  for (const [, i] of order) for (const c of spoken[i]!.found.content) owner.fill(i, c.from, c.to);
  const intro = introductions(field, spoken, owner);
  const labels = new Int32Array(field.norm.length);
  for (const q of layout.quoteWords) if (!q.speech) labels.fill(1, q.from, q.to);
  const ambiguous = ambiguousSentences(field, spoken);
  const segments: VoiceSegment[] = [];
  let sentence = 0;
  const kindAt = (word: number): Voice["kind"] => {
    while (sentence + 1 < field.sentences.length && field.sentences[sentence]!.toWord <= word) sentence++;
    if (layout.quoteOf[word]! >= 0) return "direct";
    if (owner[word]! >= 0) return labels[word] === 1 ? "mixed" : "indirect";
    return ambiguous[sentence] === true ? "ambiguous" : "own";
  };
  const introAt = (word: number): number => (layout.quoteOf[word]! < 0 && owner[word]! < 0 ? intro[word]! : -1);
  const stretch = (kind: Voice["kind"], owned: number, introduced: number): Stretch => {
    const by = spoken[owned] ?? null;
    return { voice: { kind, speaker: by?.attribution.speaker ?? null }, by, intro: spoken[introduced] ?? null };
  };
  let from = 0;
  let kind = field.norm.length > 0 ? kindAt(0) : "own";
  let owned = field.norm.length > 0 ? owner[0]! : -1;
  let introduced = field.norm.length > 0 ? introAt(0) : -1;
  let start = 0;
  const push = (to: number, end: number): void => {
    if (end <= start) return;
    const { voice, by, intro: before } = stretch(kind, owned, introduced);
    const a = by?.attribution ?? null;
    segments.push({
      span: { in: field.in, start, end },
      voice,
      words: to - from,
      cue: a?.cue[0] ?? null,
      cueRule: a?.rule ?? null,
      reportStance: a?.reportStance ?? null,
      source: a?.source[0] ?? null,
      certainty: a?.certainty ?? 1,
      ...(before ? { introduces: before.attribution.speaker } : {}),
    });
    start = end;
    from = to;
  };
  for (let i = 1; i < field.norm.length; i++) {
    const next = kindAt(i);
    const nextIntroduced = introAt(i);
    if (next === kind && owner[i] === owned && nextIntroduced === introduced) continue;
    push(i, boundary(field, i));
    kind = next;
    owned = owner[i]!;
    introduced = nextIntroduced;
  }
  push(field.norm.length, field.text.length);
  return segments;
}

/** A run of words with one voice: whose content it is, or whom it introduces. */
interface Stretch {
  voice: Voice;
  by: Spoken | null;
  intro: Spoken | null;
}

/** How many words between source, cue and content still belong to the introduction ("told reporters in Paris that"). */
const BRIDGE = 4;

/** For each word outside all contents, the attribution it introduces (-1: none): source, cue and what joins them. */
function introductions(field: Field, spoken: readonly Spoken[], owner: Int32Array): Int32Array {
  const intro = new Int32Array(field.norm.length).fill(-1);
  const fill = (i: number, from: number, to: number): void => {
    for (let w = from; w < to; w++) if (owner[w]! < 0 && intro[w]! < 0) intro[w] = i;
  };
  spoken.forEach(({ found }, i) => {
    const sentence = field.sentences[found.sentence - (field.sentences[0]?.index ?? 0)];
    if (!sentence) return;
    const parts = [found.cue, ...(found.source ? [found.source] : []), ...(found.antecedent ? [found.antecedent] : [])];
    const low = Math.min(...parts.map((p) => p.from));
    const high = Math.max(...parts.map((p) => p.to));
    fill(i, low, high);
    for (const c of found.content) {
      if (c.from >= high && c.from - high <= BRIDGE) fill(i, high, c.from);
      if (c.to <= low && low - c.to <= BRIDGE) fill(i, c.to, low);
    }
    const rest = sentence.toWord - high;
    if (rest > 0 && rest <= BRIDGE && !found.content.some((c) => c.from >= high)) fill(i, high, sentence.toWord);
  });
  return intro;
}

/** Segments change at the opening mark or bracket before a word, else at the word. */
function boundary(field: Field, word: number): number {
  const low = field.words.end[word - 1]!;
  let at = field.words.start[word]!;
  while (at > low && /["“„«'‘([]/.test(field.text[at - 1]!)) at--;
  return at;
}

/** Sentences that carry on after indirect speech without saying whose words they are (methods 4.2, rule 5). */
function ambiguousSentences(field: Field, spoken: readonly Spoken[]): boolean[] {
  const cued = new Set(spoken.map((s) => s.found.sentence));
  let carrying = false;
  return field.sentences.map((sentence, i) => {
    const before = field.sentences[i - 1];
    const same = before !== undefined && before.paragraph === sentence.paragraph;
    if (cued.has(sentence.index)) {
      carrying = true;
      return false;
    }
    carrying = carrying && same && continues(field, sentence);
    return carrying;
  });
}

function continues(field: Field, sentence: Sentence): boolean {
  for (let i = sentence.fromWord; i < Math.min(sentence.fromWord + 4, sentence.toWord); i++) {
    if (CONTINUES.has(field.norm[i]!)) return true;
  }
  return CONTINUES_LONGER.test(field.norm.slice(sentence.fromWord, sentence.fromWord + 3).join(" "));
}
