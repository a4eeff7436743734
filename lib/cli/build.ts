import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./output.ts";
import { projectFolder } from "./projectFolder.ts";

const STAMP = join(projectFolder, ".next", "parallax-build.txt");

/** Builds the pages when there is no build or the code has changed since. @throws UsageError when the build fails. */
export function buildIfNeeded(): void {
  const wanted = sourcesDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  process.stderr.write("Building the pages (once; a minute or so) …\n");
  const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
  const run = spawnSync(process.execPath, [next, "build"], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (run.status !== 0) throw new UsageError(`The pages could not be built:\n${run.stdout}\n${run.stderr}`);
  writeFileSync(STAMP, wanted);
}

function sourcesDigest(): string {
  const hash = createHash("sha256");
  for (const place of ["app", "lib", "package-lock.json", "next.config.js", "tsconfig.json"])
    addTo(hash, join(projectFolder, place));
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(path.slice(projectFolder.length)).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name));
}
