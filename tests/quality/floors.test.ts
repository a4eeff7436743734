import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { measure } from "#lib/operations/measure/index.ts";

/**
 * A floor goes up only: lower figures fail. PARALLAX_FLOORS=write writes what is reached now, lower figures too, which
 * a change of floors.json then shows to whoever reviews it.
 */
const file = new URL("floors.json", import.meta.url).pathname;
const floorsSchema = z.array(
  z.object({
    task: z.string(),
    /** Below the folder "shared" beside the project. */
    data: z.string(),
    digest: z.string(),
    bytes: z.number(),
    items: z.number(),
    figures: z.array(z.object({ name: z.string(), side: z.string(), floor: z.number() })),
  }),
);
const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const writes = process.env["PARALLAX_FLOORS"] === "write";
/** Rounding of what is kept: figures are the same on every machine. */
const SLACK = 0.0005;

const floors = floorsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const absent = floors.filter(({ data }) => !existsSync(join(shared, data)));
if (absent.length > 0) console.info(`Labelled data are absent, not measured: ${absent.map((f) => f.data).join(", ")}.`);

describe("the floors", () => {
  it("stand for several tasks, each with its data and figures", () => {
    expect(floors.length).toBeGreaterThan(7);
    expect(floors.every((floor) => floor.figures.length > 0)).toBe(true);
  });

  for (const floor of floors) {
    const path = join(shared, floor.data);
    it.skipIf(!existsSync(path))(`hold for ${floor.task} on ${floor.data}`, async () => {
      const text = readFileSync(path, "utf8");
      const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
      const rows = text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as unknown);
      const report = await measure(loadCodebook(null), floor.task, rows, dirname(path));
      const reached = floor.figures.map(({ name, side }) => ({
        name,
        side,
        value: report.figures.find((figure) => figure.name === name && figure.side === side)?.value ?? null,
      }));
      if (writes) {
        Object.assign(floor, { digest, bytes: Buffer.byteLength(text), items: report.n });
        floor.figures = reached.flatMap(({ name, side, value }) =>
          value === null ? [] : [{ name, side, floor: Math.floor(value * 1000) / 1000 }],
        );
        writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`);
        return;
      }
      expect({ digest, bytes: Buffer.byteLength(text), items: report.n }).toEqual({
        digest: floor.digest,
        bytes: floor.bytes,
        items: floor.items,
      });
      const fallen = reached.filter(({ value }, i) => value === null || value < floor.figures[i]!.floor - SLACK);
      expect(fallen).toEqual([]);
    });
  }
});
