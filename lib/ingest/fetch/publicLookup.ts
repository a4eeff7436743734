import { lookup as systemLookup, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./publicAddress.ts";

/** Error code of a name that resolves to an address which is not public. */
export const INNER = "EINNER";

/**
 * A resolver that fails when any address it finds is not public. What it returns is what the socket connects to, so
 * a name cannot answer differently between check and connection.
 */
export function publicLookup(resolve: LookupFunction = systemLookup as LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const all: LookupAddress[] = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }];
      if (all.length > 0 && all.every(({ address }) => isPublicAddress(address))) return callback(null, found, family);
      callback(Object.assign(new Error("This name resolves to an inner address."), { code: INNER }), found, family);
    });
  };
}
