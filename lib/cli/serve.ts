import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import type { Settings } from "#lib/settings.ts";
import { contentSecurityPolicy, judge } from "./guard.ts";
import { UsageError } from "./output.ts";

export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Serves the built pages behind the guard. @throws UsageError when the port is taken or may not be opened. */
export async function serve(settings: Settings): Promise<Server> {
  const app = next({ dev: false, dir: projectFolder, hostname: settings.host, port: settings.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    const verdict = judge(request, settings);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-resource-policy", "same-origin");
    if (!verdict.pass) {
      response.writeHead(verdict.status, { "content-type": "text/plain; charset=utf-8" }).end(`${verdict.message}\n`);
      return;
    }
    const policy = contentSecurityPolicy();
    response.setHeader("content-security-policy", policy);
    request.headers["content-security-policy"] = policy;
    request.headers["x-parallax-write"] = verdict.mayWrite ? "yes" : "no";
    delete request.headers["x-parallax-passphrase"];
    void handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new UsageError(portProblem(error, settings))));
    server.listen(settings.port, settings.host, resolve);
  });
  return server;
}

function portProblem(error: NodeJS.ErrnoException, settings: Settings): string {
  if (error.code === "EADDRINUSE")
    return `Port ${settings.port} is taken, perhaps by another Parallax. Set PORT to another number.`;
  if (error.code === "EACCES")
    return `Port ${settings.port} may not be opened by this user. Set PORT to a number above 1023.`;
  return `Cannot listen on ${settings.host}:${settings.port}: ${error.message}`;
}
