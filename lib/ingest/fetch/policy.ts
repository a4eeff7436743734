import type { LookupFunction } from "node:net";

/** What the guarded network may do. Times in milliseconds, sizes in bytes. */
export interface FetchPolicy {
  /** Hosts an operator opened, "name" or "name:port"; private addresses and any port named are then let through. */
  allowHosts: readonly string[];
  /** Ports open to every host. */
  ports: readonly number[];
  redirects: number;
  /** From the first byte sent to the last one read, redirects included. */
  totalTime: number;
  /** Longest silence on a connection. */
  idleTime: number;
  headerBytes: number;
  /** As sent, and after decompression. */
  bodyBytes: number;
  decodedBytes: number;
  /** Pause between two requests to one host; a Crawl-delay above it wins, up to `longestDelay`. */
  hostDelay: number;
  longestDelay: number;
  userAgent: string;
  /** Resolver, for tests; the system's when left out. Checked at connect time either way. */
  lookup?: LookupFunction;
}

/** Defaults; sizes follow the largest article pages seen (under 4 MB) with room to spare. */
export const DEFAULT_POLICY: FetchPolicy = {
  allowHosts: [],
  ports: [80, 443],
  redirects: 5,
  totalTime: 30_000,
  idleTime: 10_000,
  headerBytes: 16_384,
  bodyBytes: 8_000_000,
  decodedBytes: 20_000_000,
  hostDelay: 1_000,
  longestDelay: 30_000,
  userAgent: "Parallax/0.1 (media-literacy research tool; run by its user)",
};

/** True where the operator opened this host, with or without its port. */
export function isAllowed(url: URL, policy: Pick<FetchPolicy, "allowHosts">): boolean {
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return policy.allowHosts.some((host) => {
    const wanted = host.toLowerCase();
    return wanted === name || wanted === `${name}:${port}` || wanted === `[${name}]:${port}`;
  });
}
