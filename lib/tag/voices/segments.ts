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
  const { length } = field.norm;
  const owner = new Int32Array(length).fill(-1);
  // Largest first, so that the inner one is written last.
  const order = spoken.map((s, i) => ({ size: sizeOf(s, field), i })).sort((a, b) => b.size - a.size);
  for (const { i } of order) for (const c of spoken[i]!.found.content) owner.fill(i, c.from, c.to);
  const intro = introductions(field, spoken, owner);
  const ambiguous = ambiguousSentences(field, spoken);
  const segments: VoiceSegment[] = [];
  const { quoteOf, marked } = layout;
  let sentence = 0;
  let kind: Voice["kind"] = "own";
  let owned = -1;
  let introduced = -1;
  let from = 0;
  let start = 0;
  for (let i = 0; i < length; i++) {
    while (sentence + 1 < field.sentences.length && field.sentences[sentence]!.toWord <= i) sentence++;
    const quoted = quoteOf[i]! >= 0;
    const by = owner[i]!;
    const before = quoted || by >= 0 ? -1 : intro[i]!;
    let next: Voice["kind"] = ambiguous[sentence] === true ? "ambiguous" : "own";
    if (quoted) next = "direct";
    else if (by >= 0) next = marked[i] === 1 ? "mixed" : "indirect";
    if (i > 0) {
      if (next === kind && by === owned && before === introduced) continue;
      const end = boundary(field, i);
      if (end > start) {
        segments.push(
          segmentOf(field, start, end, i - from, kind, spokenAt(spoken, owned), spokenAt(spoken, introduced)),
        );
        start = end;
        from = i;
      }
    }
    kind = next;
    owned = by;
    introduced = before;
  }
  const end = field.text.length;
  if (end > start)
    segments.push(
      segmentOf(field, start, end, length - from, kind, spokenAt(spoken, owned), spokenAt(spoken, introduced)),
    );
  return segments;
}

const spokenAt = (spoken: readonly Spoken[], i: number): Spoken | undefined => (i < 0 ? undefined : spoken[i]);

/** Words of what is said in the sentence of its cue: speech that goes on behind it makes no attribution the outer one. */
function sizeOf({ found }: Spoken, { sentences }: Field): number {
  const end = sentences[found.sentence - (sentences[0]?.index ?? 0)]?.toWord ?? Infinity;
  let size = 0;
  for (const { from, to } of found.content) if (from < end) size += to - from;
  return size;
}

/** Characters [start, end) in one voice: whose content they are, or whom they introduce. */
function segmentOf(
  field: Field,
  start: number,
  end: number,
  words: number,
  kind: Voice["kind"],
  by: Spoken | undefined,
  introduced: Spoken | undefined,
): VoiceSegment {
  const said = by?.attribution;
  const segment: VoiceSegment = {
    span: { in: field.in, start, end },
    voice: { kind, speaker: said?.speaker ?? null },
    words,
    cue: said?.cue[0] ?? null,
    cueRule: said?.rule ?? null,
    reportStance: said?.reportStance ?? null,
    source: said?.source[0] ?? null,
    certainty: said?.certainty ?? 1,
  };
  if (introduced) segment.introduces = introduced.attribution.speaker;
  return segment;
}

/** How many words between source, cue and content still belong to the introduction ("told reporters in Paris that"). */
const BRIDGE = 4;

/** For each word outside all contents, the attribution it introduces (-1: none): source, cue and what joins them. */
function introductions(field: Field, spoken: readonly Spoken[], owner: Int32Array): Int32Array {
  const intro = new Int32Array(field.norm.length).fill(-1);
  const fill = (i: number, from: number, to: number): void => {
    for (let w = from; w < to; w++) if (owner[w]! < 0 && intro[w]! < 0) intro[w] = i;
  };
  for (let i = 0; i < spoken.length; i++) {
    const { sentence: index, cue, source, antecedent, content } = spoken[i]!.found;
    const sentence = field.sentences[index - (field.sentences[0]?.index ?? 0)];
    if (!sentence) continue;
    const low = Math.min(cue.from, source?.from ?? cue.from, antecedent?.from ?? cue.from);
    const high = Math.max(cue.to, source?.to ?? cue.to, antecedent?.to ?? cue.to);
    fill(i, low, high);
    for (const c of content) {
      if (c.from >= high && c.from - high <= BRIDGE) fill(i, high, c.from);
      if (c.to <= low && low - c.to <= BRIDGE) fill(i, c.to, low);
    }
    const rest = sentence.toWord - high;
    if (rest > 0 && rest <= BRIDGE && !content.some((c) => c.from >= high)) fill(i, high, sentence.toWord);
  }
  return intro;
}

const OPENS = new Set([...`"“„«'‘([`].map((mark) => mark.charCodeAt(0)));
/** Segments change at the opening mark or bracket before a word, else at the word. */
function boundary(field: Field, word: number): number {
  const low = field.words.end[word - 1]!;
  let at = field.words.start[word]!;
  while (at > low && OPENS.has(field.text.charCodeAt(at - 1))) at--;
  return at;
}

/** Sentences that carry on after indirect speech without saying whose words they are (methods 4.2, rule 5), and letters. */
function ambiguousSentences(field: Field, spoken: readonly Spoken[]): boolean[] {
  const cued = new Uint8Array(field.sentences.length);
  const first = field.sentences[0]?.index ?? 0;
  for (const { found } of spoken) cued[found.sentence - first] = 1;
  let carrying = false;
  let letters = false;
  const ambiguous: boolean[] = [];
  for (let i = 0; i < field.sentences.length; i++) {
    const sentence = field.sentences[i]!;
    letters ||= opensLetter(field, sentence);
    if (letters) {
      ambiguous.push(true);
      continue;
    }
    if (cued[i] === 1) {
      carrying = true;
      ambiguous.push(false);
      continue;
    }
    carrying = carrying && sentence.paragraph === field.sentences[i - 1]?.paragraph && continues(field, sentence);
    ambiguous.push(carrying);
  }
  return ambiguous;
}

/** "To the Editor: …": readers write from here on, and no cue tells where one ends. */
const opensLetter = ({ norm }: Field, { fromWord }: Sentence): boolean =>
  norm[fromWord + 2] === "editor" && norm[fromWord + 1] === "the" && norm[fromWord] === "to";

function continues(field: Field, sentence: Sentence): boolean {
  for (let i = sentence.fromWord; i < Math.min(sentence.fromWord + 4, sentence.toWord); i++) {
    if (CONTINUES.has(field.norm[i]!)) return true;
  }
  return CONTINUES_LONGER.test(field.norm.slice(sentence.fromWord, sentence.fromWord + 3).join(" "));
}
