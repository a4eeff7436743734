import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { collectKilled } from "#tests/support/killed.ts";

/** The full size is `node --import tsx tests/quality/killed.ts 10000 10`. */
it("three hundred addresses survive a process that is killed three times: every article once, none half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parallax-killed-"));
  try {
    const survived = await collectKilled(folder, 300, 3, 4000);
    expect(survived).toMatchObject({ stored: 300, distinct: 300, whole: 300, summed: 300, kills: 3 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
