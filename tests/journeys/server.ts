import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a developer's own environment must not change. */
const OWN = { HOST: "", DATABASE_URL: "", PARALLAX_CODEBOOK: "" };

export interface RunningServer {
  address: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "localhost", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * `npm start` on a folder of its own: builds when needed (minutes), brings the starter corpus unless `fill` has put
 * articles into the folder. `settings` are added to the environment.
 */
export async function startServer(
  fill?: (folder: string) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), "parallax-journeys-"));
  await fill?.(data);
  const port = await freePort();
  const child = spawn(process.execPath, ["lib/cli/bin.mjs", "start"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PARALLAX_DATA: data, ...OWN, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child);
  return {
    address: `http://localhost:${port}`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: unknown): void => {
      said += String(chunk);
      if (said.includes("Parallax is at")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}
