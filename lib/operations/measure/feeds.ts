import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { FeedProblem, plainText, readFeed } from "#lib/ingest/index.ts";
import { figures, type Mistake } from "./report.ts";
import type { MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  file: z.string(),
  /** "feed.title", "item.link" …: whose value `value` is; null where the file only has to be dealt with. */
  field: z.string().nullish(),
  value: z.unknown().optional(),
});

/** A file that takes longer is named. Milliseconds. */
const SLOW = 1000;
/** Where feeds of the files are said to have been had, for relative addresses. */
const ADDRESS = "https://example.com/feed";

type Read = ReturnType<typeof readFeed>;
/** What of a feed answers a field of the gold file; more than one where readers differ in what they call it. */
const FIELDS: Record<string, (feed: Read) => (string | null | undefined)[]> = {
  "feed.title": (feed) => [feed.title],
  "feed.link": (feed) => [feed.site],
  "feed.language": (feed) => [feed.language],
  "item.title": (feed) => [feed.entries[0]?.title],
  "item.link": (feed) => [feed.entries[0]?.url],
  "item.id": (feed) => [feed.entries[0]?.id],
  "item.guid": (feed) => [feed.entries[0]?.id],
  "item.author": (feed) => [feed.entries[0]?.author],
  "item.published": (feed) => [feed.entries[0]?.publishedAt],
  "item.updated": (feed) => [feed.entries[0]?.publishedAt],
  "item.description": (feed) => [feed.entries[0]?.summary, feed.entries[0]?.content],
  "item.summary": (feed) => [feed.entries[0]?.summary, feed.entries[0]?.content],
};

interface Outcome {
  document: string;
  side: null;
  kind: "read" | "empty" | "refused" | "crashed";
  reason: string;
  slow: boolean;
  field: string | null;
  right: boolean;
}

/** Reads feed files and compares single fields with what a gold file says of them; nothing is fetched. */
export const feeds: MeasureTask<z.infer<typeof goldRow>> = {
  name: "feeds",
  describe:
    "{file, field?, value?}: feed files beside the gold file; or a folder of feeds, with expectations.json in it",
  row: goldRow,
  run(_, rows, folder = ".") {
    const mistakes: Mistake[] = [];
    const outcomes = rows.flatMap((row): Outcome[] => {
      const path = join(folder, row.file);
      return existsSync(path) ? [outcomeOf(row, readFileSync(path), mistakes)] : [];
    });
    const files = [...new Map(outcomes.map((each) => [each.document, each])).values()];
    const fields = outcomes.filter((each) => each.field !== null);
    const share = (test: (each: Outcome) => boolean) => (items: readonly Outcome[]) =>
      items.length === 0 ? null : items.filter(test).length / items.length;
    const refusals = new Map<string, number>();
    for (const { kind, reason } of files) if (kind === "refused") refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
    return Promise.resolve({
      trivialLine: "None: a reader that refuses everything gets 0.",
      rows: [],
      figures: [
        ...figures(
          "files read with entries",
          files,
          share((each) => each.kind === "read"),
        ),
        ...figures(
          "files read, no entries in them",
          files,
          share((each) => each.kind === "empty"),
        ),
        ...figures(
          "files refused with a reason",
          files,
          share((each) => each.kind === "refused"),
        ),
        ...figures(
          "files that crashed the reader",
          files,
          share((each) => each.kind === "crashed"),
        ),
        ...figures(
          `files over ${SLOW / 1000} s`,
          files,
          share((each) => each.slow),
        ),
        ...figures(
          "fields right",
          fields,
          share((each) => each.right),
        ),
        ...[...new Set(fields.map((each) => each.field as string))].toSorted().flatMap((field) =>
          figures(
            `${field} right`,
            fields.filter((each) => each.field === field),
            share((each) => each.right),
          ),
        ),
      ],
      confusion: { files: Object.fromEntries([...refusals].toSorted((a, b) => b[1] - a[1])) },
      mistakes,
    });
  },
};

function outcomeOf(row: z.infer<typeof goldRow>, body: Buffer, mistakes: Mistake[]): Outcome {
  const field = row.field && FIELDS[row.field] && typeof row.value === "string" ? row.field : null;
  const common = { document: row.file, side: null, field, right: false, slow: false } as const;
  const miss = (tag: string, predicted: string, surprise: number): void => {
    mistakes.push({ id: row.file, tag, truth: String(row.value ?? "entries"), predicted, surprise, text: "" });
  };
  const begun = performance.now();
  try {
    const contentType = row.file.endsWith(".json") ? "application/feed+json" : "application/xml";
    const feed = readFeed({ body, contentType }, ADDRESS);
    const slow = performance.now() - begun > SLOW;
    if (slow) miss("slow", `${Math.round(performance.now() - begun)} ms`, 2);
    const said = field === null ? [] : FIELDS[field]!(feed);
    const right = field !== null && said.some((each) => same(each ?? "", row.value as string));
    if (field !== null && !right) miss(field, String(said[0] ?? "nothing"), 1);
    return { ...common, kind: feed.entries.length > 0 ? "read" : "empty", reason: "", slow, right };
  } catch (error) {
    const refused = error instanceof FeedProblem;
    const reason = error instanceof Error ? error.message : String(error);
    miss(refused ? "refused" : "crashed", reason, refused ? 0.5 : 3);
    return { ...common, kind: refused ? "refused" : "crashed", reason };
  }
}

/** Equal as words: our texts are plain, those of a gold file may be HTML. */
function same(said: string, truth: string): boolean {
  const bare = (text: string): string => text.replace(/\s+/g, " ").trim();
  const address = (text: string): string => (URL.canParse(text) ? new URL(text).href : text);
  return (
    bare(said) === bare(truth) ||
    bare(said) === bare(plainText(truth) ?? "") ||
    (/^https?:/i.test(truth) && address(bare(said)) === address(bare(truth))) ||
    (/\d{4}/.test(truth) && Date.parse(said) === Date.parse(truth))
  );
}
