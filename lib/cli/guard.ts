import type { IncomingMessage } from "node:http";
import { hostname } from "node:os";
import type { Settings } from "#lib/settings.ts";

export type Verdict = { pass: true; mayWrite: boolean } | { pass: false; status: number; message: string };
type Known = Pick<Settings, "host" | "port" | "readOnly">;

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** Addresses where a reader without the passphrase may send something; each decides for itself what it takes. */
const OPEN_TO_READERS = ["/passphrase", "/classroom"];

/**
 * Decides on a request before any page sees it. The Host must be one this server is known by, so that a rebound name
 * cannot reach it; whatever another page's script sends is refused by its Origin. Beyond loopback, writing takes the
 * passphrase (`unlocked`).
 */
export function judge(request: IncomingMessage, settings: Known, unlocked: boolean): Verdict {
  const host = (request.headers.host ?? "").toLowerCase();
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  const loopbackName = name === "localhost" || name === "127.0.0.1" || name === "::1";
  if (!loopbackName && !(settings.readOnly && isOwnName(name))) {
    return refused(
      421,
      `This dashboard does not answer to the name "${name}". Open it as localhost or by its address.`,
    );
  }
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const safe = SAFE.has(request.method ?? "GET");
  const foreign =
    (origin !== undefined && origin !== `http://${host}`) || site === "cross-site" || site === "same-site";
  if (foreign && !(safe && request.headers["sec-fetch-mode"] === "navigate")) {
    return refused(403, "Another web page may not talk to this dashboard.");
  }
  const fromHere = isLoopback(request.socket.remoteAddress) && loopbackName;
  const mayWrite = fromHere || unlocked;
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (!safe && !mayWrite && !OPEN_TO_READERS.some((open) => path === open || path.startsWith(`${open}/`))) {
    return refused(403, "From the network this dashboard is read-only. Its owner can set a passphrase for writing.");
  }
  return { pass: true, mayWrite };
}

const refused = (status: number, message: string): Verdict => ({ pass: false, status, message });

/** An IP address or this computer's own name: no page elsewhere can make a browser send these by a rebound name. */
function isOwnName(name: string): boolean {
  const own = hostname().toLowerCase();
  return /^[\d.]+$/.test(name) || name.includes(":") || name === own || name === `${own}.local`;
}

const isLoopback = (address: string | undefined): boolean =>
  address === "::1" || /^(::ffff:)?127\./.test(address ?? "");

/** A policy for one answer: own scripts with this nonce only, no other site, no framing. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
