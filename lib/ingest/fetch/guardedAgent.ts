import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { isAllowed, type FetchPolicy } from "./policy.ts";
import { publicLookup } from "./publicLookup.ts";

/**
 * An agent that looks at every resolved address when it connects and lets public unicast ones through only; for a host
 * the operator opened, a plain one. One agent a request, so no connection outlives its check.
 */
export function guardedAgent(url: URL, policy: FetchPolicy): HttpAgent {
  const options = { keepAlive: false, maxSockets: 1 };
  const secure = url.protocol === "https:";
  if (isAllowed(url, policy)) return secure ? new HttpsAgent(options) : new HttpAgent(options);
  const guarded = { ...options, lookup: publicLookup(policy.lookup) };
  return secure ? new RequestFilteringHttpsAgent(guarded) : new RequestFilteringHttpAgent(guarded);
}
