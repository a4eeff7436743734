import type { FeedRow, QueueRow, Settlement, Wanted } from "#lib/domain/feed.ts";
import type { Rejected } from "#lib/domain/import.ts";
import {
  addressKey,
  FEED_ACCEPT,
  FEED_TYPES,
  FeedProblem,
  FetchRefused,
  readFeed,
  Reached,
  readPages,
  readSources,
  wantedOf,
  type Network,
  type Source,
} from "#lib/ingest/index.ts";
import { storeWanted } from "./collect/storeWanted.ts";
import type { Context } from "./context.ts";

/** Feeds asked at once, and addresses taken from the queue at once. */
const FEEDS_AT_ONCE = 8;
const BATCH = 24;
/** How long taken addresses are held; a run that was killed leaves them free after this. Milliseconds. */
const HELD_FOR = 120_000;
/** Pauses after failures in a row: 15 min, 30 min … for feeds, 5 min, 20 min … for pages. Milliseconds. */
const FEED_PAUSE = { first: 15 * 60_000, factor: 2, longest: 24 * 3_600_000 };
const PAGE_PAUSE = { first: 5 * 60_000, factor: 4, longest: 6 * 3_600_000 };
/** A page that failed so often for a passing reason is given up. */
const MOST_ATTEMPTS = 5;

export interface CollectRequest {
  /** Ends the run after the batch under way. */
  signal?: AbortSignal;
  heldFor?: number;
  onProgress?: (articles: number) => void;
  onProblem?: (problem: Rejected) => void;
}
export interface CollectReport {
  feeds: { asked: number; unchanged: number; failed: number; pausing: number };
  /** Entries not seen before. */
  found: number;
  added: number;
  alreadyStored: number;
  headlineOnly: number;
  refused: number;
  /** Still to be had, now or later. */
  waiting: number;
}

/**
 * Asks the feeds that are due, then fetches, tags and stores what waits. Can be stopped at any moment and run again or
 * twice at once: an entry is queued with its feed's answer, and settled with its article, in one transaction each.
 */
export async function collect(
  context: Context,
  network: Pick<Network, "fetch">,
  request: CollectRequest = {},
): Promise<CollectReport> {
  const report: CollectReport = {
    feeds: { asked: 0, unchanged: 0, failed: 0, pausing: 0 },
    found: 0,
    added: 0,
    alreadyStored: 0,
    headlineOnly: 0,
    refused: 0,
    waiting: 0,
  };
  await askFeeds(context, network, report, request);
  await emptyQueue(context, network, report, request);
  report.waiting = (await context.store.queueState()).waiting;
  return report;
}

/** Queues addresses to be had, e.g. of a list; those asked for before are passed over. Returns how many are new. */
export async function queueAddresses({ store }: Context, addresses: readonly string[]): Promise<number> {
  const wanted = addresses
    .filter((each) => URL.canParse(each) && /^https?:$/.test(new URL(each).protocol))
    .map((each): Wanted => ({ key: addressKey(each), url: addressKey(each) }));
  let queued = 0;
  for (let at = 0; at < wanted.length; at += 2000) queued += await store.queueWanted(wanted.slice(at, at + 2000));
  return queued;
}

async function askFeeds(
  context: Context,
  network: Pick<Network, "fetch">,
  report: CollectReport,
  { signal, onProblem }: CollectRequest,
): Promise<void> {
  const now = context.now().toISOString();
  const all = await context.store.feeds();
  const due = all.filter(({ nextAt }) => nextAt === null || nextAt <= now);
  report.feeds.pausing = all.length - due.length;
  const queue = [...due];
  const work = async (): Promise<void> => {
    for (let feed = queue.shift(); feed && !signal?.aborted; feed = queue.shift()) {
      report.feeds.asked++;
      const problem = await askFeed(context, network, feed, report);
      if (problem === null) continue;
      report.feeds.failed++;
      onProblem?.({ file: feed.address, line: 1, reason: problem });
    }
  };
  await Promise.all(Array.from({ length: FEEDS_AT_ONCE }, work));
}

/** Asks one feed; null when all went well, else why it did not. */
async function askFeed(
  { store, now }: Context,
  network: Pick<Network, "fetch">,
  feed: FeedRow,
  report: CollectReport,
): Promise<string | null> {
  const triedAt = now().toISOString();
  const well = { triedAt, succeededAt: triedAt, error: null, failures: 0, nextAt: null };
  try {
    const answer = await network.fetch(feed.address, {
      accept: FEED_ACCEPT,
      types: FEED_TYPES,
      etag: feed.etag,
      lastModified: feed.lastModified,
    });
    if (answer.notModified) {
      report.feeds.unchanged++;
      await store.noteFeed(feed.id, well, []);
      return null;
    }
    const read = readFeed(answer, answer.url);
    const wanted = wantedOf(read, feed.address, feed.outlet);
    const { etag, lastModified } = answer;
    report.found += await store.noteFeed(feed.id, { ...well, title: read.title, etag, lastModified }, wanted);
    return null;
  } catch (error) {
    if (!(error instanceof FetchRefused || error instanceof FeedProblem)) throw error;
    const failures = feed.failures + 1;
    const asked = error instanceof FetchRefused ? (error.retryAfter ?? 0) * 1000 : 0;
    const nextAt = after(triedAt, Math.max(pause(FEED_PAUSE, failures), Math.min(asked, FEED_PAUSE.longest)));
    await store.noteFeed(feed.id, { triedAt, error: error.message, failures, nextAt }, []);
    return error.message;
  }
}

const pause = ({ first, factor, longest }: typeof FEED_PAUSE, failures: number): number =>
  Math.min(longest, first * factor ** (failures - 1));
const after = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();

async function emptyQueue(
  context: Context,
  network: Pick<Network, "fetch">,
  report: CollectReport,
  request: CollectRequest,
): Promise<void> {
  const { store, now } = context;
  const heldFor = request.heldFor ?? HELD_FOR;
  const reached = new Reached();
  let importId: string | undefined;
  while (!request.signal?.aborted) {
    const at = now().toISOString();
    const rows = await store.claimQueue(BATCH, at, after(at, heldFor));
    if (rows.length === 0) return;
    const keys = rows.map(({ wanted }) => wanted.key);
    const holding = setInterval(
      () => void store.holdQueue(keys, after(now().toISOString(), heldFor)).catch(() => undefined),
      heldFor / 3,
    );
    try {
      importId ??= await store.startImport("feeds", at);
      const done = await haveBatch(context, network, rows, { importId, reached });
      report.added += done.added;
      report.alreadyStored += done.alreadyStored;
      report.headlineOnly += done.headlineOnly;
      report.refused += done.refused.length;
      done.refused.forEach((each) => request.onProblem?.(each));
      request.onProgress?.(report.added + report.alreadyStored + report.refused);
    } finally {
      clearInterval(holding);
    }
  }
}

interface Had {
  added: number;
  alreadyStored: number;
  headlineOnly: number;
  refused: Rejected[];
}

/** Fetches and stores one batch: the whole article, else its headline and summary, else a reason. */
async function haveBatch(
  context: Context,
  network: Pick<Network, "fetch">,
  rows: readonly QueueRow[],
  { importId, reached }: { importId: string; reached: Reached },
): Promise<Had> {
  const later: Settlement[] = [];
  const short: { wanted: Wanted; reason: string }[] = [];
  const whole = rows.filter(({ wanted }) => wanted.text !== undefined);
  const toFetch = rows.filter(({ wanted }) => wanted.text === undefined && wanted.url !== null);
  const bare = rows.filter(({ wanted }) => wanted.text === undefined && wanted.url === null);
  const pages: { wanted: Wanted; html?: string; url?: string }[] = whole.map(({ wanted }) => ({ wanted }));
  short.push(...bare.map(({ wanted }) => ({ wanted, reason: "The feed names no address for it." })));
  const refusals = new Map<number, FetchRefused>();
  let at = 0;
  for await (const item of readPages(
    network,
    toFetch.map(({ wanted }) => wanted.url as string),
    { reached, onRefused: (index, refusal) => refusals.set(index, refusal) },
  )) {
    const index = at++;
    const { wanted, attempts } = toFetch[index] as QueueRow;
    if (!("reason" in item)) {
      pages.push({ wanted, ...(item.html && { html: item.html }), ...(item.url && { url: item.url }) });
      continue;
    }
    const refusal = refusals.get(index);
    if (refusal?.passing === true && attempts + 1 < MOST_ATTEMPTS) {
      const wait = Math.max(pause(PAGE_PAUSE, attempts + 1), (refusal.retryAfter ?? 0) * 1000);
      const nextAt = after(context.now().toISOString(), Math.min(wait, FEED_PAUSE.longest));
      later.push({ key: wanted.key, outcome: "later", reason: item.reason, nextAt });
    } else short.push({ wanted, reason: item.reason });
  }
  const full = await storeWanted(context, importId, pages, "stored");
  short.push(...full.rejected.filter(({ other }) => !other).map(({ wanted, reason }) => ({ wanted, reason })));
  const foreign = full.rejected.filter(({ other }) => other);
  const told = short.filter(({ wanted }) => wanted.title !== undefined || wanted.summary !== undefined);
  const untold = short.filter(({ wanted }) => wanted.title === undefined && wanted.summary === undefined);
  const heads = await storeWanted(context, importId, told, "headline");
  const refused = [...foreign, ...untold, ...heads.rejected];
  await context.store.settleQueue([
    ...later,
    ...refused.map(({ wanted, reason }): Settlement => ({ key: wanted.key, outcome: "refused", reason })),
  ]);
  return {
    added: full.added + heads.added,
    alreadyStored: full.alreadyStored + heads.alreadyStored,
    headlineOnly: heads.added,
    refused: refused.map(({ wanted, reason }) => ({ file: wanted.url ?? wanted.key, line: 1, reason })),
  };
}

/** Addresses a list holds: one a line, or a table or JSON with a column of them (Media Cloud, GDELT). */
export async function addressesIn(paths: readonly Source[]): Promise<{ addresses: string[]; rejected: Rejected[] }> {
  const found = { addresses: [] as string[], rejected: [] as Rejected[] };
  for await (const item of readSources(paths, {})) {
    if ("reason" in item) found.rejected.push(item);
    else if (item.url !== undefined && URL.canParse(item.url)) found.addresses.push(item.url);
    else found.rejected.push({ file: item.file, line: item.line, reason: "This row has no address." });
  }
  return found;
}
