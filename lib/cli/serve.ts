import { createServer, type Server } from "node:http";
import next from "next";
import type { Settings } from "#lib/settings.ts";
import { guarded } from "./guarded.ts";
import { UsageError } from "./output.ts";
import { projectFolder } from "./projectFolder.ts";

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

function portProblem(error: NodeJS.ErrnoException, settings: Settings): string {
  const { host, port } = settings;
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken, perhaps by another Parallax. Set PORT to another number.`;
  }
  if (error.code === "EACCES") return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
