import type { RawRecord } from "#lib/domain/import.ts";
import {
  isRejected,
  Reached,
  readPages,
  readSources,
  type Network,
  type ReadItem,
  type ReadOptions,
  type Source,
} from "#lib/ingest/index.ts";

export interface ItemsOf {
  sources: readonly Source[];
  addresses: readonly string[];
  network: Pick<Network, "fetch">;
  read?: ReadOptions;
  /** Addresses in lists that are fetched at most; the rest is rejected with a reason. No limit when left out. */
  most?: number;
}

/** Addresses of lists taken together; bounds memory. */
const GROUP = 32;

/**
 * Records of files first, then of fetched pages, as preview and import take them. A row of a list that has an address and
 * no text (Media Cloud, GDELT, a plain list) becomes the page at that address, with what else the row says.
 */
export async function* uploadItems({ sources, addresses, network, read, most }: ItemsOf): AsyncGenerator<ReadItem> {
  const reached = new Reached();
  const pages: Pages = (wanted) => readPages(network, wanted, { reached });
  if (sources.length > 0) yield* withPages(readSources(sources, read ?? {}), pages, most ?? Number.POSITIVE_INFINITY);
  if (addresses.length > 0) yield* pages(addresses);
}

type Pages = (addresses: readonly string[]) => AsyncGenerator<ReadItem>;
type Listed = Exclude<ReadItem, { reason: string }>;

async function* withPages(items: AsyncIterable<ReadItem>, pages: Pages, most: number): AsyncGenerator<ReadItem> {
  let group: Listed[] = [];
  let asked = 0;
  for await (const item of items) {
    if (isRejected(item) || !onlyAddress(item)) {
      yield item;
      continue;
    }
    if (asked++ >= most) {
      const reason = `Only ${most} addresses are fetched at once here. Import longer lists on the command line.`;
      yield { file: item.file, line: item.line, reason };
      continue;
    }
    group.push(item);
    if (group.length < GROUP) continue;
    yield* pagesOf(group, pages);
    group = [];
  }
  yield* pagesOf(group, pages);
}

const onlyAddress = ({ text, html, article, url }: RawRecord): boolean =>
  article === undefined &&
  !text?.trim() &&
  html === undefined &&
  url !== undefined &&
  /^https?:\/\/\S+$/i.test(url.trim());

/** The pages of listed rows, under the file and line of the list; a list's title and date only help where a page has none. */
async function* pagesOf(group: readonly Listed[], pages: Pages): AsyncGenerator<ReadItem> {
  let at = 0;
  const addresses = group.map(({ url }) => (url as string).trim());
  for await (const page of pages(addresses)) {
    const { title: _title, date, language: _language, text: _text, ...row } = group[at++] as Listed;
    if (isRejected(page)) yield { ...page, file: row.file, line: row.line, reason: `${page.file}: ${page.reason}` };
    else {
      const { html, url } = page;
      yield { ...row, ...(html !== undefined && { html }), ...(url !== undefined && { url }), ...dated(row, date) };
    }
  }
}

const dated = (row: RawRecord, date: string | undefined): Pick<RawRecord, "publishedAt"> => {
  const given = row.publishedAt ?? date;
  return given === undefined ? {} : { publishedAt: given };
};
