import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { WRITE_HEADER, writeToken } from "#lib/operations/writePermission.ts";
import type { Settings } from "#lib/settings.ts";
import { contentSecurityPolicy, judge } from "./guard.ts";
import { UsageError } from "./output.ts";
import { Writers } from "./passphrase.ts";

export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Serves the built pages behind the guard. @throws UsageError when the port is taken or may not be opened. */
export async function serve(settings: Settings): Promise<Server> {
  const app = next({ dev: false, dir: projectFolder, hostname: settings.host, port: settings.port });
  await app.prepare();
  const server = createServer(guarded(settings, app.getRequestHandler()));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new UsageError(portProblem(error, settings))));
    server.listen(settings.port, settings.host, resolve);
  });
  return server;
}

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

function portProblem(error: NodeJS.ErrnoException, settings: Settings): string {
  const { host, port } = settings;
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken, perhaps by another Parallax. Set PORT to another number.`;
  }
  if (error.code === "EACCES") return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
