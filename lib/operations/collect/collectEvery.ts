import { setTimeout as pause } from "node:timers/promises";
import type { Network } from "#lib/ingest/index.ts";
import { collect, type CollectReport, type CollectRequest } from "#lib/operations/collect.ts";
import type { Context } from "#lib/operations/context.ts";

/**
 * Collects, waits `every` milliseconds, and collects again, until `signal` ends it: at once while waiting, after the batch
 * under way otherwise. Every run is told by `onReport`.
 */
export async function collectEvery(
  context: Context,
  network: Pick<Network, "fetch">,
  request: CollectRequest & { signal: AbortSignal; every: number; onReport: (report: CollectReport) => void },
): Promise<void> {
  while (!request.signal.aborted) {
    request.onReport(await collect(context, network, request));
    await pause(request.every, undefined, { signal: request.signal }).catch(() => undefined);
  }
}
