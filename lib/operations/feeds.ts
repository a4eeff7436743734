import { createHash } from "node:crypto";
import {
  FEED_ACCEPT,
  FEED_TYPES,
  feedsOfPage,
  FeedProblem,
  FetchRefused,
  htmlOf,
  readFeed,
  readOpml,
  writeOpml,
  type Network,
} from "#lib/ingest/index.ts";
import type { FeedRow } from "#lib/domain/feed.ts";
import type { Context } from "./context.ts";

/** Why a feed could not be added or a list not be read; the message is for the user. */
export class FeedError extends Error {}

export interface AddedFeed {
  address: string;
  title: string | null;
  entries: number;
  /** False when it was followed before. */
  added: boolean;
  /** Other feeds the page names. */
  others: string[];
}

/** Where sites keep their feed when their pages do not say. */
const USUAL = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml"];

/** First 12 hexadecimal digits of the SHA-256 of a feed's address. */
export const feedId = (address: string): string => createHash("sha256").update(address).digest("hex").slice(0, 12);

/**
 * Follows the feed at an address, or the one the page there names.
 * @throws FeedError where there is none, FetchRefused where it cannot be asked.
 */
export async function addFeed(
  { store, now }: Context,
  network: Pick<Network, "fetch">,
  given: { address: string; outlet?: string | null },
): Promise<AddedFeed> {
  const address = /^[a-z][a-z\d+.-]*:/i.test(given.address) ? given.address : `https://${given.address}`;
  const found = await findFeed(network, address);
  const added = await store.addFeed({
    id: feedId(found.address),
    address: found.address,
    title: found.title,
    outlet: given.outlet ?? null,
    addedAt: now().toISOString(),
  });
  return { ...found, added };
}

async function findFeed(network: Pick<Network, "fetch">, address: string): Promise<Omit<AddedFeed, "added">> {
  const first = await network.fetch(address, { accept: FEED_ACCEPT, types: FEED_TYPES });
  const own = asFeed(first);
  // The address as given is kept: a redirect may be of today only.
  if (own !== null) return { ...own, address: new URL(address).href, others: [] };
  const named = feedsOfPage(htmlOf(first), first.url);
  const tried = named.length > 0 ? named.slice(0, 5) : USUAL.map((path) => new URL(path, first.url).href);
  for (const [i, candidate] of tried.entries()) {
    const feed = await network.fetch(candidate, { accept: FEED_ACCEPT, types: FEED_TYPES }).then(asFeed, none);
    if (feed !== null) return { ...feed, address: candidate, others: named.filter((__, n) => n !== i).slice(0, 20) };
  }
  throw new FeedError(
    "There is no feed at this address, and the page names none. Give the address of the feed itself.",
  );
}

function asFeed(answer: {
  body: Buffer;
  contentType: string;
  url: string;
}): { title: string | null; entries: number } | null {
  try {
    const { title, entries } = readFeed(answer, answer.url);
    return { title, entries: entries.length };
  } catch (error) {
    if (error instanceof FeedProblem) return null;
    throw error;
  }
}

function none(error: unknown): null {
  if (error instanceof FetchRefused) return null;
  throw error;
}

/** Stops following a feed, by id or address; its articles stay. False when it is not followed. */
export async function removeFeed({ store }: Context, idOrAddress: string): Promise<boolean> {
  const feed = (await store.feeds()).find(({ id, address }) => id === idOrAddress || address === idOrAddress);
  return feed !== undefined && store.removeFeed(feed.id);
}

/** Follows every feed of a subscription list, unasked: what does not answer shows when it is collected. */
export async function importOpml({ store, now }: Context, text: string): Promise<{ added: number; known: number }> {
  let listed;
  try {
    listed = readOpml(text);
  } catch (error) {
    throw error instanceof FeedProblem ? new FeedError(error.message) : error;
  }
  const counts = { added: 0, known: 0 };
  for (const { address, title } of listed) {
    if (!URL.canParse(address)) continue;
    const href = new URL(address).href;
    const added = await store.addFeed({
      id: feedId(href),
      address: href,
      title,
      outlet: null,
      addedAt: now().toISOString(),
    });
    counts[added ? "added" : "known"]++;
  }
  return counts;
}

/** The feeds that are followed as a subscription list. */
export const exportOpml = (feeds: readonly FeedRow[]): string => writeOpml(feeds);
