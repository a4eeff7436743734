import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Attribution, VoiceSegment } from "#lib/domain/tags.ts";
import { createFrameTagger } from "./frames/tagFrames.ts";
import { Gazetteer } from "./read/actors.ts";
import { findHits, type Hit } from "./read/hits.ts";
import { forgetWords } from "./read/lexicon.ts";
import { readArticle, type Field } from "./read/readArticle.ts";
import { ruleIndex } from "./read/rules.ts";
import { createStanceTagger } from "./stance/tagStance.ts";
import { cueIndex } from "./voices/cues.ts";
import { Memory } from "./voices/speakers.ts";
import { hearVoices, tagVoices } from "./voices/tagVoices.ts";
import { loadedHits } from "./loaded/loadedHits.ts";
import { tagLoaded } from "./loaded/tagLoaded.ts";
import { quotedTerms } from "./wording/labelQuotes.ts";
import { tagWording } from "./wording/tagWording.ts";
import { TAGGER_VERSION } from "./taggerVersion.ts";

type Readable = Pick<Article, "title" | "text">;
type Taggable = Pick<Article, "id" | "title" | "text">;
/** What a coding holds beside what was found: which text was read, and when. */
type CodingContext = Pick<Coding, "textHash" | "at">;

export type Tagger = (article: Taggable, context: CodingContext) => Coding;

/** Tags any number of articles; codings come in the same order. */
export type BatchTagger = (batch: readonly { article: Taggable; context: CodingContext }[]) => Coding[];

/**
 * Articles led through one stage before the next begins, so that its code and tables stay in the processor's caches: a
 * third more articles per second than one by one. More of them gain nothing and hold more memory.
 */
const AT_ONCE = 25;

/** What an article says, read once; for measuring and training. */
export interface Reading {
  fields: Field[];
  voices: VoiceSegment[];
  attributions: Attribution[];
  hits: Hit[];
  words: number;
}

/** Prepares the codebook once; the reading holds the hits every stage builds on. @throws Error naming a bad phrase. */
export function createReader(codebook: Codebook): (article: Readable) => Reading {
  const readAll = createBatchReader(codebook);
  return (article) => readAll([article])[0]!;
}

function createBatchReader(codebook: Codebook): (articles: readonly Readable[]) => Reading[] {
  const gazetteer = new Gazetteer(codebook);
  const cues = cueIndex(codebook);
  const rules = ruleIndex(codebook);
  return (articles) => {
    const read = articles.map((article) => readArticle(article, gazetteer));
    const heard = read.map((fields) => fields.map((field) => hearVoices(field, cues)));
    const spoken = heard.map((fields) => {
      const memory = new Memory(cues.roles);
      for (const { field } of fields) memory.survey(field);
      return fields.map((field) => tagVoices(field, cues, memory));
    });
    return read.map((fields, at) => ({
      fields,
      voices: spoken[at]!.flatMap((v) => v.segments),
      attributions: spoken[at]!.flatMap((v) => v.attributions),
      hits: fields.flatMap((field, i) => findHits(field, spoken[at]![i]!.segments, rules)),
      words: fields.reduce((total, field) => total + field.norm.length, 0),
    }));
  };
}

/** Returns a pure function from article to coding: same article, same tags, whatever else is loaded. */
export function createTagger(codebook: Codebook): Tagger {
  const tagAll = createBatchTagger(codebook);
  return (article, context) => tagAll([{ article, context }])[0]!;
}

/** The same for many articles at once, which is quicker; what stands beside an article changes none of its tags. */
export function createBatchTagger(codebook: Codebook): BatchTagger {
  const readAll = createBatchReader(codebook);
  const tagFrames = createFrameTagger(codebook);
  const tagStance = createStanceTagger(codebook);
  const asked = questions(codebook);
  const tagSome: BatchTagger = (batch) => {
    forgetWords();
    const readings = readAll(batch.map(({ article }) => article));
    const frames = readings.map(tagFrames);
    const stances = readings.map(tagStance);
    return readings.map((reading, at) => {
      const { article, context } = batch[at]!;
      const { tags: stance, roles, abstentions } = stances[at]!;
      const { fields, voices, attributions } = reading;
      const { plain, quoted, loaded } = tagWords(reading);
      return {
        articleId: article.id,
        coder: `rules@${TAGGER_VERSION}`,
        codebookVersion: codebook.version,
        taggerVersion: TAGGER_VERSION,
        ...context,
        sentences: fields.flatMap((f) => f.sentences.map((s) => ({ in: f.in, start: s.start, end: s.end }))),
        voices,
        attributions,
        tags: [...frames[at]!, ...stance, ...plain, ...quoted, ...loaded, ...roles],
        asked,
        abstentions,
      };
    });
  };
  return (batch) => {
    const codings: Coding[] = [];
    for (let at = 0; at < batch.length; at += AT_ONCE) codings.push(...tagSome(batch.slice(at, at + AT_ONCE)));
    return codings;
  };
}

/** Naming choices, quoted terms and loaded words of an article. */
function tagWords({ fields, voices, hits }: Reading) {
  const { labels, pieces } = quotedTerms(fields, voices);
  return {
    plain: tagWording(hits, [...labels, ...pieces]),
    quoted: labels,
    loaded: tagLoaded(loadedHits(hits), labels, hits, pieces),
  };
}

const questions = (codebook: Codebook): string[] => [
  ...codebook.frames.map((f) => `frame:${f.id}`),
  ...codebook.targets.map((t) => `stance:${t.id}`),
  ...codebook.wording.map((w) => `wording:${w.id}`),
  ...codebook.loaded.map((l) => `loaded:${l.category}`),
  "loaded:scare_quote",
];
