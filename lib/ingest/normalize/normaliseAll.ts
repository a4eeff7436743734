import type { Article } from "#lib/domain/article.ts";
import type { Given, RawRecord, Rejected } from "#lib/domain/import.ts";
import { readPage } from "#lib/ingest/extract/readPage.ts";
import { isRejected, type ReadItem } from "#lib/ingest/formats/format.ts";
import { finish, prepare, type NormaliseOptions, type Prepared } from "./normalise.ts";
import type { FindOutlet } from "./outletAndSide.ts";
import { EndsLearner, type RepeatedEnds } from "./tails.ts";

/** Articles looked at together before the first is let go; bounds memory, and tails are learned from these. */
const WINDOW = 3000;
const WINDOW_CHARACTERS = 24e6;

export interface NormaliseAllOptions extends Omit<NormaliseOptions, "ends"> {
  /** Ends learned before, e.g. from what is already stored; further ones are added. */
  learner?: EndsLearner;
}

/**
 * Normalises a whole import in order: a window of articles is read ahead, the ends each outlet repeats are learned
 * from it (and from all before), then the window is cleaned. Holds at most one window.
 */
export async function* normaliseAll(
  items: AsyncIterable<ReadItem>,
  given: Given,
  findOutlet: FindOutlet,
  options: NormaliseAllOptions = {},
): AsyncIterable<Article | Rejected> {
  const learner = options.learner ?? new EndsLearner();
  let window: (Prepared | Article | Rejected)[] = [];
  let characters = 0;
  for await (const item of items) {
    const next = isRejected(item) ? item : (item.article ?? (await prepared(item)));
    window.push(next);
    if ("placed" in next) {
      characters += next.raw.length;
      learner.observe(outletKey(next), next.raw);
    }
    if (window.length >= WINDOW || characters >= WINDOW_CHARACTERS) {
      yield* cleaned();
      window = [];
      characters = 0;
    }
  }
  yield* cleaned();

  /** Whatever a page holds, it neither ends nor blocks the import. */
  async function prepared(item: RawRecord): Promise<Prepared | Rejected> {
    const page = item.html === undefined ? null : await readPage(item.html, item.url ?? null);
    return prepare(item, given, findOutlet, page);
  }

  function* cleaned(): Iterable<Article | Rejected> {
    const endsOf = lookup(learner.repeated());
    window.reverse();
    // Each is let go when it is given on: a caller may take minutes for the rest.
    for (let one = window.pop(); one !== undefined; one = window.pop()) {
      yield "placed" in one ? finish(one, given, { ...options, ends: endsOf(outletKey(one)) }) : one;
    }
  }
}

/** Articles of no known outlet share no furniture: nothing is learned across them but by address. */
function outletKey({ placed, record }: Prepared): string {
  return placed.outletId ?? placed.outletName ?? hostOf(record.url) ?? "";
}

function hostOf(url: string | undefined): string | null {
  try {
    return url === undefined ? null : new URL(url).hostname;
  } catch {
    return null;
  }
}

function lookup(ends: RepeatedEnds): (outlet: string) => ReadonlySet<string> {
  const sets = new Map<string, ReadonlySet<string>>();
  return (outlet) => {
    const known = sets.get(outlet) ?? new Set(ends[outlet] ?? []);
    sets.set(outlet, known);
    return known;
  };
}
