import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";

/** The folder of a Postgres server's programs, or null where none is installed. */
export function postgresPrograms(): string | null {
  try {
    const newest = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))[0];
    return newest === undefined ? null : join(VERSIONS, newest, "bin");
  } catch {
    return null;
  }
}

/** A real Postgres server in a folder of its own, reached by a local socket; root hands it to another user. */
export async function startPostgres(programs: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-pg-"));
  const user = process.getuid?.() === 0 ? userId("postgres") : null;
  const as = user === null ? {} : { uid: user.uid, gid: user.gid };
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...as, cwd: folder, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  execFileSync(join(programs, "initdb"), ["-D", data, "-A", "trust", "-U", "parallax", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: "ignore",
  });
  const server = spawn(join(programs, "postgres"), ["-D", data, "-k", folder, "-c", "listen_addresses=", "-F"], {
    ...options,
    stdio: "ignore",
  });
  await ready(programs, folder, server);
  return {
    url: `postgresql://parallax@/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(programs: string, folder: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error("The Postgres server ended at once.");
    try {
      execFileSync(join(programs, "pg_isready"), ["-h", folder, "-q"]);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("The Postgres server did not come up.");
}

function userId(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
