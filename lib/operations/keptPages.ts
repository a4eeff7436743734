import type { Fetched, Network } from "#lib/ingest/index.ts";

/** How long and how many pages are kept between preview and import. */
const KEPT_FOR = 15 * 60_000;
const KEPT = 60;

/** A network that remembers pages for a while, so that what was shown in a preview is what gets stored. */
export class KeptPages {
  readonly #pages = new Map<string, { page: Promise<Fetched>; until: number }>();
  readonly #network: Pick<Network, "fetch">;
  readonly #clock: () => number;

  constructor(network: Pick<Network, "fetch">, clock: () => number = Date.now) {
    this.#network = network;
    this.#clock = clock;
  }

  /** @throws FetchRefused; a refusal is not kept, so that it can be tried again. */
  fetch(address: string): Promise<Fetched> {
    const now = this.#clock();
    const known = this.#pages.get(address);
    if (known && known.until > now) return known.page;
    const page = this.#network.fetch(address);
    this.#pages.delete(address);
    this.#pages.set(address, { page, until: now + KEPT_FOR });
    for (const key of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) break;
      this.#pages.delete(key);
    }
    page.catch(() => this.#pages.delete(address));
    return page;
  }
}
