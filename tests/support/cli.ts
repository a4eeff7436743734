import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the real command line in a process of its own, as a user would. */
export function parallax(
  args: readonly string[],
  options: { data?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: "", PARALLAX_DATA: options.data ?? "/nowhere/parallax", ...options.env };
  const child = spawn(process.execPath, ["lib/cli/bin.mjs", ...args], { env });
  const run: Run = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => (run.out += String(chunk)));
  child.stderr.on("data", (chunk) => (run.err += String(chunk)));
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...run, code })));
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "parallax-test-"));
