import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractPage, type ExtractedPage } from "#lib/ingest/index.ts";

/** A page with what is true of it; every key but id and file may be absent. */
interface Gold {
  id: string;
  file: string;
  url?: string;
  title?: string | null;
  author?: string | null;
  authors?: string[];
  date_published?: string;
  publishing_date?: string;
  paragraphs?: string[];
  english?: boolean;
}

export interface PageScore {
  id: string;
  ms: number;
  problem: string | null;
  shingles: { precision: number; recall: number } | null;
  paragraphs: { precision: number; recall: number } | null;
  title: boolean | null;
  author: boolean | null;
  date: boolean | null;
  page: ExtractedPage;
  gold: Gold;
}

/** Scores extraction on a truth.jsonl with its pages beside it. `part` takes one half of the pages by their id. */
export function scorePages(truth: string, keep: (gold: Gold, index: number) => boolean = () => true): PageScore[] {
  const rows = readFileSync(truth, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return rows
    .map((line) => JSON.parse(line) as Gold)
    .filter((gold, i) => keep(gold, i) && existsSync(join(dirname(truth), gold.file)))
    .map((gold) => scorePage(gold, readPage(join(dirname(truth), gold.file))));
}

function readPage(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function scorePage(gold: Gold, html: string): PageScore {
  const from = performance.now();
  const page = extractPage(html, gold.url ?? null);
  const ms = performance.now() - from;
  const truth = gold.paragraphs;
  const authors = gold.authors ?? (gold.author == null ? undefined : namesOf(gold.author));
  const date = gold.publishing_date ?? gold.date_published;
  return {
    id: gold.id ?? gold.file,
    ms,
    problem: page.problem?.kind ?? null,
    shingles: truth ? overlap(shingles(truth.join("\n")), shingles(page.text)) : null,
    paragraphs: truth ? overlap(bag(truth.map(plain)), bag(page.text.split("\n\n").map(plain))) : null,
    title: gold.title == null ? null : plain(gold.title) === plain(page.title ?? ""),
    author: authors === undefined ? null : sameNames(authors, namesOf(page.byline ?? "")),
    date: date == null ? null : sameDay(date, page.publishedAt),
    page,
    gold,
  };
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/\s+/g, " ")
    .trim();

const namesOf = (text: string): string[] => text.split(/\s*(?:,|;|&|\band\b)\s*/i).filter((name) => name !== "");
const sameNames = (a: readonly string[], b: readonly string[]): boolean => {
  const set = (names: readonly string[]): string =>
    [...new Set(names.map((n) => plain(n).toLowerCase()))].sort().join("|");
  return set(a) === set(b);
};

/** The same moment, or the same day where either tells no more. Offsets count: the day is the publisher's. */
function sameDay(truth: string, found: string | null): boolean {
  if (found === null) return false;
  const iso = truth.replace(" ", "T");
  const both = [Date.parse(iso), Date.parse(found)];
  return (
    iso.slice(0, 10) === found.slice(0, 10) ||
    (found.length > 10 && Math.abs((both[0] as number) - (both[1] as number)) < 60_000)
  );
}

/** Bag of 4-token shingles, as the article extraction benchmark has it. */
function shingles(text: string): Map<string, number> {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const n = Math.min(4, tokens.length);
  return bag(n === 0 ? [] : Array.from({ length: tokens.length - n + 1 }, (_, i) => tokens.slice(i, i + n).join(" ")));
}

function bag(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) if (item !== "") counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function overlap(truth: Map<string, number>, found: Map<string, number>): { precision: number; recall: number } {
  let shared = 0;
  for (const [item, n] of found) shared += Math.min(n, truth.get(item) ?? 0);
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  return { precision: shared / Math.max(1, sum(found)), recall: shared / Math.max(1, sum(truth)) };
}

export interface ExtractReport {
  pages: number;
  shingle: { f1: number; precision: number; recall: number } | null;
  paragraph: { f1: number; precision: number; recall: number } | null;
  title: { right: number; n: number } | null;
  author: { right: number; n: number } | null;
  date: { right: number; n: number } | null;
  medianMs: number;
  slowestMs: number;
  problems: Record<string, number>;
  worst: { id: string; f1: number; problem: string | null }[];
}

/** Averages over pages: precision and recall per page, F1 of the two means. */
export function reportOf(scores: readonly PageScore[]): ExtractReport {
  const times = scores.map((s) => s.ms).sort((a, b) => a - b);
  const problems: Record<string, number> = {};
  for (const { problem } of scores) if (problem !== null) problems[problem] = (problems[problem] ?? 0) + 1;
  return {
    pages: scores.length,
    shingle: averaged(scores.flatMap((s) => s.shingles ?? [])),
    paragraph: averaged(scores.flatMap((s) => s.paragraphs ?? [])),
    title: counted(scores.map((s) => s.title)),
    author: counted(scores.map((s) => s.author)),
    date: counted(scores.map((s) => s.date)),
    medianMs: times[times.length >> 1] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    problems,
    worst: scores
      .flatMap((s) =>
        s.shingles ? [{ id: s.id, f1: harmonic(s.shingles.precision, s.shingles.recall), problem: s.problem }] : [],
      )
      .sort((a, b) => a.f1 - b.f1)
      .slice(0, 10),
  };
}

const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function averaged(pairs: readonly { precision: number; recall: number }[]): ExtractReport["shingle"] {
  if (pairs.length === 0) return null;
  const precision = mean(pairs.map((p) => p.precision));
  const recall = mean(pairs.map((p) => p.recall));
  return { f1: harmonic(precision, recall), precision, recall };
}

function counted(values: readonly (boolean | null)[]): { right: number; n: number } | null {
  const asked = values.filter((value) => value !== null);
  return asked.length === 0 ? null : { right: asked.filter(Boolean).length, n: asked.length };
}
