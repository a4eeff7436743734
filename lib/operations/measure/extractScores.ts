import { readPage, untouched, type ExtractedPage } from "#lib/ingest/index.ts";

/** What is true of a page; every key but id may be absent. */
export interface PageTruth {
  id: string;
  url?: string | null;
  title?: string | null;
  author?: string | null;
  authors?: string[] | null;
  date_published?: string | null;
  publishing_date?: string | null;
  paragraphs?: string[] | null;
}

export interface Overlap {
  precision: number;
  recall: number;
}

export interface PageScore {
  id: string;
  /** Processor time of reading it, in all threads. */
  ms: number;
  problem: string | null;
  shingles: Overlap | null;
  paragraphs: Overlap | null;
  /** Everything the page shows: what taking no trouble gives. */
  whole: { shingles: Overlap; paragraphs: Overlap } | null;
  title: boolean | null;
  author: boolean | null;
  date: boolean | null;
  /** The same for the trivial answer. */
  trivial: { title: boolean | null; author: boolean | null; date: boolean | null };
  page: ExtractedPage;
  truth: { title: string; author: string; date: string };
}

/** Extracts one page, as the product does, and compares. */
export async function scorePage(gold: PageTruth, html: string): Promise<PageScore> {
  const from = process.cpuUsage();
  const page = await readPage(html, gold.url ?? null);
  const used = process.cpuUsage(from);
  const truth = gold.paragraphs;
  const authors = gold.authors ?? (gold.author == null ? undefined : namesOf(gold.author));
  const date = gold.publishing_date ?? gold.date_published;
  const whole = untouched(html);
  const right = (answer: Pick<ExtractedPage, "title" | "byline" | "publishedAt">): PageScore["trivial"] => ({
    title: gold.title == null ? null : plain(gold.title) === plain(answer.title ?? ""),
    author: authors === undefined ? null : sameNames(authors, namesOf(answer.byline ?? "")),
    date: date == null ? null : sameDay(date, answer.publishedAt),
  });
  return {
    id: gold.id,
    ms: (used.user + used.system) / 1000,
    problem: page.problem?.kind ?? null,
    shingles: truth ? overlap(shingles(truth.join("\n")), shingles(page.text)) : null,
    paragraphs: truth ? overlap(bag(truth.map(plain)), bag(page.text.split("\n\n").map(plain))) : null,
    whole: truth
      ? {
          shingles: overlap(shingles(truth.join("\n")), shingles(whole.text)),
          paragraphs: overlap(bag(truth.map(plain)), bag(whole.text.split("\n\n").map(plain))),
        }
      : null,
    ...right(page),
    trivial: right(whole),
    page,
    truth: { title: gold.title ?? "", author: authors?.join(", ") ?? "", date: date ?? "" },
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

function overlap(truth: Map<string, number>, found: Map<string, number>): Overlap {
  let shared = 0;
  for (const [item, n] of found) shared += Math.min(n, truth.get(item) ?? 0);
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  return { precision: shared / Math.max(1, sum(found)), recall: shared / Math.max(1, sum(truth)) };
}
