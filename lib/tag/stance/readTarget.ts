import type { Codebook } from "#lib/domain/codebook.ts";
import { Gazetteer, type Mention } from "#lib/tag/read/actors.ts";
import { findHits, type Hit } from "#lib/tag/read/hits.ts";
import { PhraseIndex } from "#lib/tag/read/phrases.ts";
import { mentionsAt, readArticle, type Field } from "#lib/tag/read/readArticle.ts";
import type { Rule } from "#lib/tag/read/rules.ts";
import { contextFeatures, type Features } from "./context.ts";

/** The id a marked target answers to in cues (`@x`). */
const TARGET = "the target";

/** Reads one sentence with a marked target into features. Offsets are UTF-16 code units into `text`. */
export function createTargetReader(codebook: Codebook): (text: string, start: number, end: number) => Features {
  const gazetteer = new Gazetteer(codebook);
  const index = new PhraseIndex<Rule>();
  for (const cue of codebook.stanceCues) index.add(cue.phrase, { layer: "stance", cue });
  for (const verb of codebook.roleVerbs)
    for (const form of new Set(verb.forms)) index.add(form, { layer: "verb", verb });
  for (const p of codebook.speech.negations) index.add(p, { layer: "negation" });
  for (const p of codebook.speech.notNegations) index.add(p, { layer: "no_negation" });
  for (const p of codebook.speech.hypotheticals) index.add(p, { layer: "hypothetical" });
  for (const p of codebook.speech.distancing) index.add(p, { layer: "distancing" });
  return (text, start, end) => {
    const read = readArticle({ title: "", text }, gazetteer)[0]!;
    const from = read.words.end.findIndex((e) => e > start);
    let to = from;
    while (to < read.words.start.length && read.words.start[to]! < end) to++;
    if (from < 0 || to <= from) return new Map();
    const field = withTarget(read, from, to);
    const sentence = field.sentences.find((s) => s.toWord > from) ?? field.sentences[0]!;
    const segment = {
      span: { in: "text" as const, start: 0, end: text.length },
      voice: { kind: "own" as const, speaker: null },
      words: 0,
      cue: null,
      cueRule: null,
      reportStance: null,
      source: null,
      certainty: 1,
    };
    const hits = findHits(field, [segment], { index, contexts: null }).filter((h) => h.sentence === sentence);
    return contextFeatures({ field, sentence, from, to: Math.min(to, sentence.toWord) }, hits, isTarget);
  };
}

const isTarget = (hit: Hit): boolean => hit.slotTargets?.includes(TARGET) ?? false;

/** The field with the marked words as a mention of their own, in place of any name they overlap. */
function withTarget(field: Field, from: number, to: number): Field {
  const target: Mention = {
    fromWord: from,
    endWord: to,
    start: field.words.start[from]!,
    end: field.words.end[to - 1]!,
    actor: null,
    name: TARGET,
    bloc: "other",
    country: null,
    kind: "unnamed",
    adjective: false,
    targets: [TARGET],
  };
  const mentions = [...field.mentions.filter((m) => m.endWord <= from || m.fromWord >= to), target].toSorted(
    (x, y) => x.fromWord - y.fromWord,
  );
  return { ...field, mentions, mentionAt: mentionsAt(field.words, mentions) };
}
