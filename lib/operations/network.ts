import { DEFAULT_POLICY, FetchRefused, Network } from "#lib/ingest/index.ts";

/** Why a request was not made or not used; the message is for the user. */
export { FetchRefused };

/** What the environment says about the network. */
export interface NetworkSettings {
  allowHosts: string[];
  hostDelay: number;
  contact: string | null;
}

/** The guarded network under the settings; one a process, so that hosts are not asked faster than they wish. */
export function guardedNetwork({ allowHosts, hostDelay, contact }: NetworkSettings): Network {
  const userAgent = contact === null ? DEFAULT_POLICY.userAgent : `Parallax/0.1 (+${contact})`;
  return new Network({ allowHosts, hostDelay, userAgent });
}
