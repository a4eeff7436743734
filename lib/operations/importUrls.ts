import type { Given, ImportReport } from "#lib/domain/import.ts";
import { readPages, type Network } from "#lib/ingest/index.ts";
import type { Context } from "./context.ts";
import { importItems } from "./importPaths.ts";

export interface UrlsRequest {
  addresses: readonly string[];
  given: Given;
  threads?: number;
  onProgress?: (rows: number) => void;
}

/** Fetches pages through the guarded network and stores their articles; what cannot be had is a rejected row. */
export function importUrls(
  context: Context & { network: Pick<Network, "fetch"> },
  request: UrlsRequest,
): Promise<ImportReport> {
  const { addresses, ...rest } = request;
  const source = addresses.length === 1 ? (addresses[0] ?? "") : `${addresses.length} addresses`;
  return importItems(context, readPages(context.network, addresses), { ...rest, source });
}
