import { parse as parseDates, type ParsedComponents } from "chrono-node";
import type { ArticleDate } from "#lib/domain/article.ts";

/** Nothing was on the web before; a later day than this is a slip of the pen. */
const EARLIEST = "1980-01-01";
const LATEST = "2100-01-01";

/**
 * A date as a file states it: ISO, RFC 2822, Unix seconds or milliseconds, 20220616T101500Z, "16 June 2022",
 * 16.06.2022, 2022年6月16日; null where it is none. The day is the publisher's own: an offset in the value is never converted.
 */
export function dayOf(value: string): { day: string; certain: boolean } | null {
  const text = value.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T\s\d])/.exec(text);
  if (/^\d{10}$|^\d{13}$/.test(text)) return unix(text);
  if (iso) return valid(`${iso[1]}-${iso[2]}-${iso[3]}`, true);
  const yearFirst = /^(\d{4})\s?[年년./]\s?(\d{1,2})\s?[月월./]\s?(\d{1,2})(?!\d)/u.exec(text);
  if (yearFirst) return valid(`${yearFirst[1]}-${two(Number(yearFirst[2]))}-${two(Number(yearFirst[3]))}`, true);
  const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text);
  if (numeric) return fromNumbers(Number(numeric[1]), Number(numeric[2]), numeric[3] as string, text.includes("."));
  const found = parseDates(text.slice(0, 200), { instant: new Date(0), timezone: 0 }, { forwardDate: false })[0];
  return found && explicit(found.start) ? valid(isoOf(found.start), true) : null;
}

const unix = (text: string): { day: string; certain: boolean } | null =>
  valid(new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10), true);

/** 03/04/2022 could be read two ways: day first with dots, month first with slashes, and not certain. */
function fromNumbers(a: number, b: number, year: string, dots: boolean): { day: string; certain: boolean } | null {
  const dayFirst = dots || a > 12;
  const [day, month] = dayFirst && b <= 12 ? [a, b] : [b, a];
  return valid(`${year}-${two(month)}-${two(day)}`, dots || a > 12 || b > 12 || a === b);
}

const two = (n: number): string => String(n).padStart(2, "0");

function valid(day: string, certain: boolean): { day: string; certain: boolean } | null {
  const parsed = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  return real && day >= EARLIEST && day < LATEST ? { day, certain } : null;
}

const explicit = (c: ParsedComponents): boolean => c.isCertain("day") && c.isCertain("month") && c.isCertain("year");
const isoOf = (c: ParsedComponents): string => `${c.get("year")}-${two(c.get("month") ?? 0)}-${two(c.get("day") ?? 0)}`;

/** A day written into an address: /2022/06/16/, /2022-06-16-, /20220616/, /2022/jun/16/. */
export function dayInAddress(url: string): string | null {
  const path = url.replace(/^https?:\/\/[^/]+/i, "");
  const named = /\/(\d{4})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=\/|$|-)/i.exec(path);
  if (named) {
    const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf((named[2] as string).toLowerCase()) / 3 + 1;
    return valid(`${named[1]}-${two(month)}-${two(Number(named[3]))}`, true)?.day ?? null;
  }
  const match = /[/_-]((?:19|20)\d{2})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.T?-]|$)/.exec(path);
  if (!match || (match[2] === "" && match[3]?.length !== 2)) return null;
  return valid(`${match[1]}-${two(Number(match[3]))}-${two(Number(match[4]))}`, true)?.day ?? null;
}

/** The first complete date in the opening of a text: near the day of the event, so of little confidence. */
export function dayInText(text: string): string | null {
  const opening = text.slice(0, 600);
  if (!/\b(?:19|20)\d{2}\b/.test(opening)) return null;
  const found = parseDates(opening, { instant: new Date(0), timezone: 0 }).find(({ start }) => explicit(start));
  return found ? (valid(isoOf(found.start), true)?.day ?? null) : null;
}

/** What is known of a date, the surest first. `confidence` is ours: how far to trust each source. */
export interface DateClues {
  /** Stated by the row or the user. */
  stated?: string | undefined;
  metadata?: string | undefined;
  url?: string | undefined;
  dateLine?: string | null | undefined;
  text: string;
}

export function inferDate(clues: DateClues): ArticleDate | null {
  const stated = clues.stated === undefined ? null : dayOf(clues.stated);
  if (stated) return { day: stated.day, confidence: stated.certain ? 1 : 0.6, from: "given" };
  const metadata = clues.metadata === undefined ? null : dayOf(clues.metadata);
  if (metadata) return { day: metadata.day, confidence: 0.95, from: "metadata" };
  const address = clues.url === undefined ? null : dayInAddress(clues.url);
  if (address !== null) return { day: address, confidence: 0.9, from: "address" };
  const line = clues.dateLine == null ? null : dayOf(clues.dateLine);
  if (line) return { day: line.day, confidence: line.certain ? 0.85 : 0.5, from: "date line" };
  const inText = dayInText(clues.text);
  return inText === null ? null : { day: inText, confidence: 0.4, from: "text" };
}
