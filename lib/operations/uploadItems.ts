import {
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
}

/** Records of files first, then of fetched pages, as preview and import take them. */
export async function* uploadItems({ sources, addresses, network, read }: ItemsOf): AsyncGenerator<ReadItem> {
  if (sources.length > 0) yield* readSources(sources, read ?? {});
  if (addresses.length > 0) yield* readPages(network, addresses);
}
