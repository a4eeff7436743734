import { DEFAULT_POLICY, Network } from "#lib/ingest/index.ts";

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
