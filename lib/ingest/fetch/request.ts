import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { FetchRefused } from "./refused.ts";
import { guardedAgent } from "./guardedAgent.ts";
import { INNER } from "./publicLookup.ts";
import { readBody } from "./readBody.ts";
import type { FetchPolicy } from "./policy.ts";

export interface Hop {
  status: number;
  location: string | null;
  contentType: string;
  etag: string | null;
  lastModified: string | null;
  /** Seconds a server asked to wait, from Retry-After; null where it did not. */
  retryAfter: number | null;
  /** Empty for redirects and 304. */
  body: Buffer;
}

/** One request and its answer, no redirect followed, no cookie kept. @throws FetchRefused */
export async function requestOnce(
  url: URL,
  headers: Record<string, string>,
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<Hop> {
  const agent = guardedAgent(url, policy);
  try {
    const response = await answer(url, headers, policy, signal, agent);
    const status = response.statusCode ?? 0;
    const empty = status === 304 || (status >= 300 && status < 400);
    if (empty) response.destroy();
    return {
      status,
      location: response.headers.location ?? null,
      contentType: response.headers["content-type"] ?? "",
      etag: response.headers.etag ?? null,
      lastModified: response.headers["last-modified"] ?? null,
      retryAfter: secondsOf(response.headers["retry-after"]),
      body: empty ? Buffer.alloc(0) : await readBody(response, policy),
    };
  } catch (error) {
    throw explained(error, url, signal);
  } finally {
    agent.destroy();
  }
}

function answer(
  url: URL,
  headers: Record<string, string>,
  policy: FetchPolicy,
  signal: AbortSignal,
  agent: http.Agent,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? https.request : http.request;
    const request = send(url, {
      agent,
      signal,
      method: "GET",
      maxHeaderSize: policy.headerBytes,
      timeout: policy.idleTime,
      headers: {
        "user-agent": policy.userAgent,
        "accept-encoding": "gzip, deflate, br",
        "accept-language": "en",
        ...headers,
      },
    });
    request.on("timeout", () =>
      request.destroy(new FetchRefused("timeout", `${url.host} fell silent. Try again later.`)),
    );
    request.on("response", resolve);
    request.on("error", reject);
    request.end();
  });
}

function explained(error: unknown, url: URL, signal: AbortSignal): Error {
  if (error instanceof FetchRefused) return error;
  const { code, message = "" } = error as NodeJS.ErrnoException;
  if (signal.aborted)
    return new FetchRefused(
      "timeout",
      `${url.host} took too long. Try again later, or save the page and import the file.`,
    );
  if (code === INNER || message.startsWith("DNS lookup")) {
    return new FetchRefused(
      "inner address",
      `"${url.hostname}" leads into this machine or its network, not to an outlet.`,
    );
  }
  if (code === "HPE_HEADER_OVERFLOW") return new FetchRefused("too large", `${url.host} sent oversized headers.`);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new FetchRefused(
      code === "ENOTFOUND" ? "no such host" : "unreachable",
      `There is no host "${url.hostname}", or this machine is offline. Try again online, or save the page and import the file.`,
    );
  }
  return new FetchRefused(
    "unreachable",
    `${url.host} did not answer as a web server should (${code ?? "broken answer"}). Try again later, or save the page and import the file.`,
  );
}

function secondsOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
