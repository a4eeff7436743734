import type { Article } from "#lib/domain/article.ts";
import type { Given, RawRecord, Rejected } from "#lib/domain/import.ts";
import { extractPage } from "#lib/ingest/extract/extractPage.ts";
import type { ExtractedPage } from "#lib/ingest/extract/page.ts";
import { wireByCredit } from "#lib/ingest/deduplicate/wire.ts";
import { cleanLine, compose, decodeReferences, tidySpace, unglue } from "./characters.ts";
import { inferDate } from "./dates.ts";
import { Draft } from "./draft.ts";
import { stripDateLine, stripFurniture, stripHeadline } from "./furniture.ts";
import { articleId } from "./identity.ts";
import { languageCode, languageName, languageOf } from "./language.ts";
import { machineTranslation } from "./machineTranslation.ts";
import { placeArticle, type FindOutlet } from "./outletAndSide.ts";
import { stripRepeatedEnds } from "./tails.ts";

/** Longer than any report; such a text is a book or a broken file. Characters. */
const LONGEST_TEXT = 1_000_000;

export interface NormaliseOptions {
  /** Ends this outlet repeats (EndsLearner). */
  ends?: ReadonlySet<string>;
  /** Told of what is odd but no reason to refuse. */
  onWarning?: (warning: Rejected) => void;
}

/** A record that was unpacked and placed, before its text is cleaned; made once, used by learner and cleaner. */
export interface Prepared {
  record: RawRecord;
  file: string;
  raw: string;
  title: string;
  metadataDate: string | undefined;
  placed: ReturnType<typeof placeArticle>;
}

/** Raw text, headline and outlet of a record; its page is read here when not before. Rejected where nothing is to read. */
export function prepare(
  record: RawRecord,
  given: Given,
  findOutlet: FindOutlet,
  page: ExtractedPage | null = record.html === undefined ? null : extractPage(record.html, record.url ?? null),
): Prepared | Rejected {
  const file = record.file ?? "";
  const no = (reason: string): Rejected => ({ file, line: record.line, reason });
  if (page?.problem) return no(page.problem.sentence);
  const raw = page === null ? (record.text ?? "") : page.text;
  const url = record.url ?? page?.url ?? undefined;
  const author = record.author ?? page?.byline ?? undefined;
  // A page is far longer than its text, and thousands of records are held at once.
  const { html: _read, ...rest } = record;
  const full: RawRecord = {
    ...rest,
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
  };
  const title = record.title ?? page?.title ?? "";
  if (raw.length > LONGEST_TEXT) return no(`The text has more than ${LONGEST_TEXT} characters; it is no article.`);
  if (!/\p{L}/u.test(raw)) {
    if (url !== undefined && title === "")
      return no("There is only an address; import it as an address to fetch the article.");
    if (title !== "") return no("There is a headline but no text.");
    return no("There is neither a headline nor a text.");
  }
  return {
    record: full,
    file,
    raw,
    title: cleanLine((text) => new Draft(text), title),
    metadataDate: page?.publishedAt ?? record.publishedAt,
    placed: placeArticle(full, given, findOutlet),
  };
}

/**
 * Turns a record into an Article: NFC, spaces, glued quotes, furniture, headline, date, outlet, side, language.
 * Pure. What the row says wins over what the user gave for all; what nobody said is listed in `assumed`.
 */
export function normalise(
  record: RawRecord,
  given: Given,
  findOutlet: FindOutlet,
  options: NormaliseOptions = {},
): Article | Rejected {
  if (record.article) return record.article;
  const prepared = prepare(record, given, findOutlet);
  return "reason" in prepared ? prepared : finish(prepared, given, options);
}

/** The second half of `normalise`, once the repeated ends of the outlet are known. */
export function finish(prepared: Prepared, given: Given, options: NormaliseOptions): Article | Rejected {
  const { record, placed, raw, file } = prepared;
  const line = record.line;
  const warn = (reason: string): void => options.onWarning?.({ file, line, reason });
  placed.warnings.forEach(warn);
  const assumed: string[] = [];
  const draft = new Draft(raw);
  decodeReferences(draft);
  compose(draft);
  tidySpace(draft);
  let title = prepared.title;
  stripFurniture(draft);
  tidySpace(draft);
  const dateLine = stripDateLine(draft);
  tidySpace(draft);
  if (title === "") {
    title = headlineOf(draft.text);
    if (title !== "") assumed.push("title");
  }
  if (title !== "" && !record.headlineOnly)
    stripHeadline(draft, title, assumed.includes("title") ? "headline, kept as the title" : undefined);
  if (options.ends) stripRepeatedEnds(draft, options.ends);
  unglue(draft);
  tidySpace(draft);
  if (!/\p{L}/u.test(draft.text))
    return { file, line, reason: "Without navigation and repeated lines no text is left." };

  const language = speaks(record, given, draft.text);
  if ("reason" in language) return { file, line, reason: language.reason, cause: "language" };
  if (language.assumed) assumed.push("language");
  if (placed.byAddress) assumed.push("outlet");
  const stated = record.date ?? given.date;
  const date = inferDate({ stated, metadata: prepared.metadataDate, url: record.url, dateLine, text: draft.text });
  if (stated !== undefined && date?.from !== "given")
    warn(`The date "${stated.slice(0, 60)}" is none; it was not used.`);
  if (date !== null && date.from !== "given") assumed.push("date");
  const author = record.author ?? given.author;
  return {
    id: articleId(placed.outletId ?? placed.outletName, prepared.title, raw),
    title,
    text: draft.text,
    raw,
    offsetMap: draft.offsetMap(),
    removed: draft.removed.sort((a, b) => a.rawStart - b.rawStart),
    outletId: placed.outletId,
    outletName: placed.outletName,
    side: placed.side,
    sideReason: placed.sideReason,
    subGroup: placed.subGroup,
    date,
    author: author === undefined ? null : cleanLine((text) => new Draft(text), author),
    event: record.event ?? given.event ?? null,
    url: record.url ?? null,
    language: language.code,
    machineTranslated: machineTranslation(
      draft.text,
      draft.removed.map((r) => r.reason),
    ),
    teaching: placed.teaching,
    assumed,
    intended: record.intended ?? null,
    ...(record.headlineOnly ? { headlineOnly: true } : {}),
    ...(record.id === undefined ? {} : { sourceId: record.id }),
    wire: wireByCredit({ text: draft.text, author: author ?? null, outletName: placed.outletName }),
  };
}

/** The first line when it is short, ends like a headline and more follows; "" otherwise. */
function headlineOf(text: string): string {
  const at = text.indexOf("\n");
  const first = (at < 0 ? "" : text.slice(0, at)).replace(/^[-–•>»\s]+/, "").trim();
  const words = first.split(/\s+/).length;
  return words >= 2 && words <= 25 && first.length <= 200 && !/[.;,:]$/.test(first) ? first : "";
}

type Language = { code: string; assumed: boolean } | { reason: string };

/** English only for now: the tagger's rules are. The text is believed over a label that contradicts it. */
function speaks(record: RawRecord, given: Given, text: string): Language {
  const label = record.language ?? given.language;
  const stated = label === undefined ? null : languageCode(label);
  const found = languageOf(text);
  const code = found ?? stated ?? "en";
  if (code !== "en") {
    return { reason: `The text is in ${languageName(code)} (${code}); Parallax reads English only for now.` };
  }
  return { code, assumed: stated !== "en" };
}
