import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Coding, Measure } from "#lib/domain/coding.ts";

type Named = Pick<Coding, "articleId" | "coder" | "codebookVersion" | "taggerVersion" | "textHash" | "at">;

/** A coding as the store keeps it. Made by whoever tags, e.g. a worker thread, so that the writing thread does little. */
export interface PackedCoding extends Named {
  /** Digest of `asked`, and the questions as JSON. */
  questions: string;
  asked: string;
  /** Words of all voices. */
  words: number;
  found: string;
  measures: string;
}

/** Packs a coding; one that is packed already is given back. */
export function packCoding(coding: Coding | PackedCoding, measures: readonly Measure[]): PackedCoding {
  if ("found" in coding) return coding;
  const { sentences, voices, tags, abstentions } = coding;
  const asked = JSON.stringify(coding.asked);
  return {
    articleId: coding.articleId,
    coder: coding.coder,
    codebookVersion: coding.codebookVersion,
    taggerVersion: coding.taggerVersion,
    textHash: coding.textHash,
    at: coding.at,
    questions: createHash("sha256").update(asked).digest("hex").slice(0, 16),
    asked,
    words: voices.reduce((sum, voice) => sum + voice.words, 0),
    found: packText(JSON.stringify({ sentences, voices, tags, abstentions })),
    measures: packText(JSON.stringify(measures.map((m) => [m.measure, m.target, m.voice, m.value]))),
  };
}

/**
 * Deflated, as base64. Handing 47 kB of JSON over to the embedded database costs more time than tagging the article;
 * packed it is a sixth of that.
 */
export const packText = (json: string): string => deflateRawSync(json, { level: 1 }).toString("base64");

/** What was packed, as JSON; rows of an earlier program hold the JSON itself. */
export const unpackText = (text: string): string =>
  text.startsWith("{") || text.startsWith("[") ? text : inflateRawSync(Buffer.from(text, "base64")).toString();
