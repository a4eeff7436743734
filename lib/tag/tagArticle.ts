import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Attribution, VoiceSegment } from "#lib/domain/tags.ts";
import { createFrameTagger } from "./frames/tagFrames.ts";
import { Gazetteer } from "./read/actors.ts";
import { contextTest } from "./read/context.ts";
import { findHits, type Hit } from "./read/hits.ts";
import { forgetWords } from "./read/lexicon.ts";
import { readArticle, type Field } from "./read/readArticle.ts";
import { ruleIndex } from "./read/rules.ts";
import { createStanceTagger } from "./stance/tagStance.ts";
import { cueIndex } from "./voices/cues.ts";
import { Memory } from "./voices/speakers.ts";
import { tagVoices } from "./voices/tagVoices.ts";
import { loadedHits } from "./loaded/loadedHits.ts";
import { tagLoaded } from "./loaded/tagLoaded.ts";
import { quotedTerms } from "./wording/labelQuotes.ts";
import { tagWording } from "./wording/tagWording.ts";
import { TAGGER_VERSION } from "./taggerVersion.ts";

export type Tagger = (
  article: Pick<Article, "id" | "title" | "text">,
  context: { textHash: string; at: string },
) => Coding;

/** What an article says, read once; for measuring and training. */
export interface Reading {
  fields: Field[];
  voices: VoiceSegment[];
  attributions: Attribution[];
  hits: Hit[];
  words: number;
}

/** Prepares the codebook once; `read` gives the hits every stage builds on. @throws Error naming a bad phrase. */
export function createReader(codebook: Codebook): (article: Pick<Article, "title" | "text">) => Reading {
  const gazetteer = new Gazetteer(codebook);
  const cues = cueIndex(codebook);
  const rules = ruleIndex(codebook);
  return (article) => {
    const fields = readArticle(article, gazetteer);
    const memory = new Memory(cues.roles);
    const perField = fields.map((field) => tagVoices(field, cues, memory));
    const hits = fields.flatMap((field, i) => findHits(field, perField[i]!.segments, rules));
    const words = fields.reduce((total, field) => total + field.norm.length, 0);
    return {
      fields,
      voices: perField.flatMap((v) => v.segments),
      attributions: perField.flatMap((v) => v.attributions),
      hits,
      words,
    };
  };
}

/** Returns a pure function from article to coding: same article, same tags, whatever else is loaded. */
export function createTagger(codebook: Codebook): Tagger {
  const read = createReader(codebook);
  const tagFrames = createFrameTagger(codebook);
  const tagStance = createStanceTagger(codebook);
  const asked = [
    ...codebook.frames.map((f) => `frame:${f.id}`),
    ...codebook.targets.map((t) => `stance:${t.id}`),
    ...codebook.wording.map((w) => `wording:${w.id}`),
    ...codebook.loaded.map((l) => `loaded:${l.category}`),
    "loaded:scare_quote",
  ];
  return (article, context) => {
    forgetWords();
    const reading = read(article);
    const { fields, voices, attributions, hits } = reading;
    const sentences = fields.flatMap((f) => f.sentences.map((s) => ({ in: f.in, start: s.start, end: s.end })));
    const frames = tagFrames(reading);
    const stance = tagStance(reading);
    const { labels, pieces } = quotedTerms(fields, voices);
    const fits = contextTest(hits);
    const loaded = tagLoaded(loadedHits(hits, fits), labels, hits, pieces);
    return {
      articleId: article.id,
      coder: `rules@${TAGGER_VERSION}`,
      codebookVersion: codebook.version,
      taggerVersion: TAGGER_VERSION,
      ...context,
      sentences,
      voices,
      attributions,
      tags: [
        ...frames,
        ...stance.tags,
        ...tagWording(hits, fits, [...labels, ...pieces]),
        ...labels,
        ...loaded,
        ...stance.roles,
      ],
      asked,
      abstentions: stance.abstentions,
    };
  };
}
