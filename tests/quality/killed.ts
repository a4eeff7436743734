import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectKilled } from "#tests/support/killed.ts";

/** `node --import tsx tests/quality/killed.ts [addresses] [kills]`: prints what survived and how long it took. */
const [count = 10_000, kills = 10] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "parallax-killed-"));
const begun = performance.now();
const survived = await collectKilled(folder, count, kills, 20_000);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({ count, ...survived, seconds: Math.round((performance.now() - begun) / 1000) })}\n`,
);
process.exitCode = [survived.stored, survived.distinct, survived.whole, survived.summed].every((n) => n === count)
  ? 0
  : 1;
