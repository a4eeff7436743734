import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Settings } from "#lib/settings.ts";

export type Verdict = { pass: true; mayWrite: boolean } | { pass: false; status: number; message: string };

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Decides on a request before any page sees it. The Host must be one this server is known by (so that a rebound name
 * cannot reach it) and, for writes, the Origin must be this very server. Beyond loopback, writing takes the passphrase.
 */
export function judge(
  request: IncomingMessage,
  settings: Pick<Settings, "host" | "port" | "passphrase" | "readOnly">,
): Verdict {
  const host = (request.headers.host ?? "").toLowerCase();
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  const loopbackName = name === "localhost" || name === "127.0.0.1" || name === "::1";
  const address = /^[\d.]+$/.test(name) || name.includes(":");
  if (host === "" || (!loopbackName && !(settings.readOnly && address))) {
    return {
      pass: false,
      status: 421,
      message: `This dashboard does not answer to the name "${name}". Open it as localhost or by its address.`,
    };
  }
  const origin = request.headers.origin;
  const sameOrigin = origin === undefined || origin === `http://${host}`;
  const method = request.method ?? "GET";
  if (!sameOrigin || (!SAFE.has(method) && request.headers["sec-fetch-site"] === "cross-site")) {
    return { pass: false, status: 403, message: "Another web page may not talk to this dashboard." };
  }
  const fromHere = isLoopback(request.socket.remoteAddress) && loopbackName;
  return { pass: true, mayWrite: fromHere || hasPassphrase(request, settings.passphrase) };
}

const isLoopback = (address: string | undefined): boolean =>
  address === "::1" || /^(::ffff:)?127\./.test(address ?? "");

function hasPassphrase(request: IncomingMessage, passphrase: string | null): boolean {
  const given = request.headers["x-parallax-passphrase"];
  if (passphrase === null || typeof given !== "string") return false;
  const a = Buffer.from(given);
  const b = Buffer.from(passphrase);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A policy for one answer: own scripts with this nonce only, no other site, no framing. */
export function contentSecurityPolicy(): string {
  const nonce = randomBytes(16).toString("base64");
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
