import { readFileSync } from "node:fs";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { Network } from "#lib/ingest/index.ts";
import { collect, queueAddresses } from "#lib/operations/collect.ts";
import { openStore } from "#lib/store/openStore.ts";

/**
 * A process of its own, made to be killed: queues the addresses of a file and collects them. What a killed one held is
 * free again after `heldFor` milliseconds. Prints what still waits.
 */
const [dataFolder = "", list = "", host = "", heldFor = "0"] = process.argv.slice(2);
const store = await openStore({ dataFolder, databaseUrl: null });
const context = { store, codebook: loadCodebook(null), now: () => new Date() };
await queueAddresses(context, readFileSync(list, "utf8").trim().split("\n"));
const network = new Network({ allowHosts: [host], hostDelay: 0 });
const report = await collect(context, network, { heldFor: Number(heldFor) });
await store.close();
process.stdout.write(`waiting ${report.waiting}\n`);
