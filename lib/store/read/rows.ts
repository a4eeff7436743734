import type { Article, Side, SubGroup } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { VersionRuling, WireRuling } from "#lib/domain/rulings.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import type { CountedArticle } from "#lib/store/write/groups.ts";
import { unpackText } from "#lib/store/packCoding.ts";

/** What of an article decides where and what it counts, as SQL hands it over. */
export interface CountedRow {
  id: string;
  import_id: number;
  title: string;
  body: string;
  outlet_id: string | null;
  outlet_name: string | null;
  side: Side;
  side_reason: string;
  sub_group: SubGroup | null;
  day: string | null;
  date_confidence: number | null;
  date_from: "given" | "date line" | "address" | "text" | "metadata" | null;
  author: string | null;
  event: string | null;
  url: string | null;
  language: string;
  machine_translated: boolean;
  translation_reasons: string;
  teaching: boolean;
  assumed: string;
  intended: string | null;
  source_id: string | null;
  headline_only: boolean;
  wire: string | null;
  version_of: string | null;
  superseded_by: string | null;
  ruled_wire: string | null;
  ruled_versions: string | null;
  codebook_version: string;
  tagger_version: string;
  measures: string;
}
/** One article with everything kept of it. */
export interface FullRow extends CountedRow {
  raw: string;
  offset_map: string;
  removed: string;
  coder: string;
  text_hash: string;
  at: string;
  asked: string;
  found: string;
}

/** What people ruled on versions of article `a`, as JSON; null for nothing. */
export const VERSION_RULINGS = `(SELECT json_agg(json_build_object('other', v.other_id, 'same', v.same, 'reason', v.reason,
    'at', v.at) ORDER BY v.other_id)::text FROM version_rulings v WHERE v.article_id = a.id)`;

const COUNTED = `a.id, a.import_id, a.title, a.body, a.outlet_id, a.outlet_name, a.side, a.side_reason, a.sub_group,
    a.day::text AS day, a.date_confidence, a.date_from, a.author, a.event, a.url, a.language,
    a.machine_translated, a.translation_reasons, a.teaching, a.assumed, a.intended, a.source_id, a.headline_only, a.wire,
    a.version_of, a.superseded_by, a.ruled_wire, ${VERSION_RULINGS} AS ruled_versions,
    c.codebook_version, c.tagger_version, c.measures`;

/** Selects what counts; tags and raw texts, most of an article, are neither read nor unpacked. Callers add WHERE. */
export const SELECT_COUNTED = `SELECT ${COUNTED} FROM articles a JOIN codings c ON c.article_id = a.id`;

/** Selects full rows; callers add WHERE, ORDER BY and LIMIT. */
export const SELECT_FULL = `
  SELECT ${COUNTED}, o.raw, o.offset_map, o.removed, c.coder, c.text_hash, c.at, q.asked, c.found
  FROM articles a JOIN originals o ON o.article_id = a.id JOIN codings c ON c.article_id = a.id
    JOIN question_lists q ON q.digest = c.asked`;

export function toCounted(row: CountedRow): CountedArticle {
  const { codebook_version: codebookVersion, tagger_version: taggerVersion } = row;
  return { article: toPlaced(row), coding: { codebookVersion, taggerVersion }, measures: toMeasures(row.measures) };
}

export function toStored(row: FullRow): StoredArticle {
  return {
    article: toArticle(row),
    coding: toCoding(row),
    measures: toMeasures(row.measures),
    importId: String(row.import_id),
  };
}

function toArticle(row: FullRow): Article {
  return {
    ...toPlaced(row),
    raw: row.raw,
    offsetMap: JSON.parse(row.offset_map) as Article["offsetMap"],
    removed: JSON.parse(row.removed) as Article["removed"],
  };
}

function toPlaced(row: CountedRow): Omit<Article, "raw" | "offsetMap" | "removed"> {
  return {
    id: row.id,
    title: row.title,
    text: row.body,
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    side: row.side,
    sideReason: row.side_reason,
    subGroup: row.sub_group,
    date:
      row.day === null ? null : { day: row.day, confidence: row.date_confidence ?? 0, from: row.date_from ?? "given" },
    author: row.author,
    event: row.event,
    url: row.url,
    language: row.language,
    machineTranslated: { flag: row.machine_translated, reasons: JSON.parse(row.translation_reasons) as string[] },
    teaching: row.teaching,
    assumed: JSON.parse(row.assumed) as string[],
    intended: row.intended === null ? null : (JSON.parse(row.intended) as Record<string, unknown>),
    wire: row.wire === null ? null : (JSON.parse(row.wire) as NonNullable<Article["wire"]>),
    ...(row.headline_only ? { headlineOnly: true } : {}),
    ...(row.version_of === null ? {} : { versionOf: row.version_of }),
    ...(row.superseded_by === null ? {} : { supersededBy: row.superseded_by }),
    ...(row.ruled_wire === null ? {} : { ruledWire: JSON.parse(row.ruled_wire) as WireRuling }),
    ...(row.ruled_versions === null ? {} : { ruledVersions: JSON.parse(row.ruled_versions) as VersionRuling[] }),
    ...(row.source_id === null ? {} : { sourceId: row.source_id }),
  };
}

function toCoding(row: FullRow): Coding {
  const found = JSON.parse(unpackText(row.found)) as Pick<Coding, "sentences" | "voices" | "tags" | "abstentions">;
  return {
    articleId: row.id,
    coder: row.coder,
    codebookVersion: row.codebook_version,
    taggerVersion: row.tagger_version,
    textHash: row.text_hash,
    at: row.at,
    sentences: found.sentences,
    voices: found.voices,
    tags: found.tags,
    asked: JSON.parse(row.asked) as string[],
    abstentions: found.abstentions,
  };
}

export function toMeasures(text: string): Measure[] {
  const rows = JSON.parse(unpackText(text)) as [Measure["measure"], string, Measure["voice"], number | null][];
  return rows.map(([measure, target, voice, value]) => ({ measure, target, voice, value }));
}
