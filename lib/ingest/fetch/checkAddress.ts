import ipaddr from "ipaddr.js";
import { isPublicAddress } from "./publicAddress.ts";
import { FetchRefused } from "./refused.ts";
import { isAllowed, type FetchPolicy } from "./policy.ts";

/** Names that never lead to a public outlet (RFC 6761, RFC 6762, RFC 8375, and what routers and clouds answer to). */
const INNER_NAMES =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|test|invalid|onion|home\.arpa|in-addr\.arpa|ip6\.arpa)$/;
/** Public names known for answering with whatever address stands in front of them. */
const WILDCARD_NAMES =
  /(^|\.)(nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|1u\.ms|rbndr\.us)$/;

/**
 * Reads an address a person or a page gave and decides whether it may be asked for. Resolved addresses are checked
 * again at connect time (guardedAgent). Same rules for every redirect.
 * @throws FetchRefused naming what is wrong and the way out.
 */
export function checkAddress(raw: string, policy: Pick<FetchPolicy, "allowHosts" | "ports">, base?: URL): URL {
  const shown = raw.length > 120 ? `${raw.slice(0, 117)}...` : raw;
  if (hasControl(raw))
    throw new FetchRefused("not an address", "The address holds blanks, backslashes or control characters.");
  let url: URL;
  try {
    url = new URL(raw, base);
  } catch {
    throw new FetchRefused("not an address", `"${shown}" is not an address. It should begin with https://.`);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FetchRefused("not an address", `"${shown}" is not a web address: only http and https are read.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new FetchRefused("credentials", "The address carries a user name or password. Take it out.");
  }
  if (isAllowed(url, policy)) return url;
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (!policy.ports.includes(port)) {
    throw new FetchRefused("port", `Port ${port} is not read; web pages are on ${policy.ports.join(" and ")}.`);
  }
  const name = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const inner = (): FetchRefused =>
    new FetchRefused("inner address", `"${name}" leads into this machine or its network, not to an outlet.`);
  if (ipaddr.isValid(name)) {
    if (!isPublicAddress(name)) throw inner();
    return url;
  }
  if (name === "" || !name.includes(".") || INNER_NAMES.test(name) || WILDCARD_NAMES.test(name)) throw inner();
  return url;
}

/** Blanks, backslashes or control characters; browsers drop or turn them silently, and that hides where a link goes. */
function hasControl(raw: string): boolean {
  for (const char of raw.trim()) {
    const code = char.codePointAt(0) ?? 0;
    if (char === "\\" || code <= 0x20 || code === 0x7f || (code >= 0x80 && code <= 0xa0)) return true;
  }
  return false;
}
