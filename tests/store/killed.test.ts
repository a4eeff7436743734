import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { collectKilled } from "#tests/support/killed.ts";

/** The full size is `node --import tsx tests/quality/killed.ts 10000 10`. */
it("a hundred addresses survive a process that is killed twice: every article once, none half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parallax-killed-"));
  try {
    const survived = await collectKilled(folder, 100, 2, 4000);
    expect(survived).toMatchObject({ stored: 100, distinct: 100, whole: 100, summed: 100, kills: 2 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
