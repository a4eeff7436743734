import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["tests/*.test.ts", "tests/{unit,corpus,pages}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: "store",
          include: ["tests/{store,cli}/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        root,
        test: { name: "quality", include: ["tests/quality/**/*.test.ts"], testTimeout: 600_000 },
      },
      {
        root,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
