import type { Codebook } from "#lib/domain/codebook.ts";
import type { Store } from "#lib/store/contract.ts";

/** What operations need from outside; everything else comes with the call. */
export interface Context {
  store: Store;
  codebook: Codebook;
  now: () => Date;
}
