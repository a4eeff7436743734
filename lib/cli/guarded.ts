import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { WRITE_HEADER, writeToken } from "#lib/operations/writePermission.ts";
import type { Settings } from "#lib/settings.ts";
import { contentSecurityPolicy, judge } from "./guard.ts";
import { Writers } from "./passphrase.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Puts the guard before a handler of pages, and tells the pages whether this visitor may write. */
export function guarded(settings: Settings, pages: Handler): Handler {
  const writers = new Writers(settings.passphrase);
  const token = writeToken(randomUUID());
  return (request, response) => {
    const verdict = judge(request, settings, writers.knows(request));
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-resource-policy", "same-origin");
    const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
    response.setHeader("content-security-policy", policy);
    if (!verdict.pass) {
      response.writeHead(verdict.status, { "content-type": "text/plain; charset=utf-8" }).end(`${verdict.message}\n`);
      return;
    }
    if (request.method === "POST" && request.url === "/passphrase") return writers.answer(request, response);
    // Next takes the nonce for its own scripts from this header of the request.
    request.headers["content-security-policy"] = policy;
    request.headers[WRITE_HEADER] = verdict.mayWrite ? token : "";
    return pages(request, response);
  };
}
