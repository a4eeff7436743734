import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violation } from "./support/houseRules.ts";
import { packagesSent } from "./support/clientReach.ts";
import { allImports, importsIn, sourceFiles } from "./support/imports.ts";

const root = new URL("..", import.meta.url).pathname;

describe("the house", () => {
  it("is seen by this test at all", () => {
    const imports = allImports(root, ["lib", "app"]);
    expect(imports.length).toBeGreaterThan(300);
    for (const layer of ["domain", "codebook", "ingest", "tag", "store", "compare", "chart", "operations", "cli"]) {
      expect(imports.some(({ file }) => file.startsWith(`lib/${layer}/`))).toBe(true);
    }
  });

  it("lets imports run in one direction only", () => {
    expect(
      allImports(root, ["lib", "app"])
        .map(violation)
        .filter((each) => each !== null),
    ).toEqual([]);
  });

  it.each([
    ["lib/tag/x.ts", 'import { readFile } from "node:fs/promises";'],
    ["lib/compare/x.ts", 'import type { Store } from "#lib/store/contract.ts";'],
    ["lib/chart/x.ts", 'import { createTagger } from "#lib/tag/tagArticle.ts";'],
    ["lib/store/x.ts", 'export * from "#lib/operations/importPaths.ts";'],
    ["lib/operations/x.ts", 'const pg = await import("pg");'],
    ["lib/ingest/x.ts", 'import { parse } from "yaml";'],
    ["lib/cli/x.ts", 'import { PGlite } from "@electric-sql/pglite";'],
    ["lib/chart/x.ts", 'import {\n  LineChart,\n} from "recharts";'],
    ["app/x.tsx", 'import { main } from "#lib/cli/main.ts";'],
    ["lib/domain/x.ts", 'import { y } from "../codebook/y.ts";'],
    ["lib/tag/x.ts", 'import "node:fs";'],
  ])("would notice in %s: %s", (file, source) => {
    expect(importsIn(file, source).map(violation)).toEqual([expect.any(String)]);
  });

  it("keeps the environment to lib/settings.ts and the command line's own folder", () => {
    const readers = sourceFiles(root, ["lib", "app"]).filter((file) =>
      readFileSync(`${root}${file}`, "utf8").includes("process.env"),
    );
    expect(readers.filter((file) => !["lib/settings.ts", "lib/cli/build.ts"].includes(file))).toEqual([]);
  });

  it("keeps clocks, chance and the environment out of the pure layers", () => {
    const pure = sourceFiles(root, ["lib/tag", "lib/compare", "lib/domain"]);
    const impure = /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|fetch\()/;
    expect(pure.filter((file) => impure.test(readFileSync(`${root}${file}`, "utf8")))).toEqual([]);
  });

  it("sends the browser no schema library and no server package", () => {
    const files = sourceFiles(root, ["app"]);
    const sent = packagesSent(root, files);
    expect([...sent.keys()]).toContain("recharts");
    for (const name of ["zod", "yaml", "pg", "linkedom", "csv-parse"]) expect(sent.get(name)).toBeUndefined();
  });

  it("keeps SQL in the store", () => {
    const sql = /\b(SELECT\s.+\sFROM|INSERT INTO|DELETE FROM|CREATE TABLE)\b/;
    const files = sourceFiles(root, ["lib", "app"]).filter((file) => !file.startsWith("lib/store/"));
    expect(files.filter((file) => sql.test(readFileSync(`${root}${file}`, "utf8")))).toEqual([]);
  });
});
