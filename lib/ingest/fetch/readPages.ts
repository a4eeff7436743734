import type { ReadItem } from "#lib/ingest/formats/format.ts";
import { decodeAll, htmlEncoding } from "#lib/ingest/formats/decode.ts";
import type { Fetched, Network } from "./network.ts";
import { Reached } from "./reached.ts";
import { FetchRefused } from "./refused.ts";

/** Pages asked for at once; each host still gets one request at a time. */
const AT_ONCE = 8;

export interface PagesOptions {
  /** What is known of hosts in this run; a run of its own when left out. */
  reached?: Reached;
  onRefused?: (index: number, refusal: FetchRefused) => void;
}

/** Fetches addresses and yields their pages in the order given; one that cannot be had is a rejected row that says why. */
export async function* readPages(
  network: Pick<Network, "fetch">,
  addresses: readonly string[],
  { reached = new Reached(), onRefused = () => undefined }: PagesOptions = {},
): AsyncGenerator<ReadItem> {
  const waiting: Promise<ReadItem>[] = [];
  let next = 0;
  const start = (): void => {
    const line = next + 1;
    const address = addresses[next++];
    if (address !== undefined)
      waiting.push(readPage(() => network.fetch(address, { reached }), address, line, onRefused));
  };
  while (waiting.length < AT_ONCE && next < addresses.length) start();
  while (waiting.length > 0) {
    const item = await waiting.shift()!;
    start();
    yield item;
  }
}

async function readPage(
  fetch: () => Promise<Fetched>,
  address: string,
  line: number,
  onRefused: (index: number, refusal: FetchRefused) => void,
): Promise<ReadItem> {
  try {
    const page = await fetch();
    return { file: address, line, html: htmlOf(page), url: page.url };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    onRefused(line - 1, error);
    return { file: address, line, reason: error.message };
  }
}

/** The page as text, in the encoding that its mark, its bytes, the header or the page itself names. */
export function htmlOf(page: Pick<Fetched, "body" | "contentType">): string {
  const header = /charset=["']?([\w-]+)/i.exec(page.contentType)?.[1];
  try {
    return decodeAll(page.body, htmlEncoding(page.body, true, header));
  } catch {
    throw new FetchRefused("content type", "The answer is not a page of text.");
  }
}
