import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { readAll, readText, reasonOf, SENTENCES } from "./support.ts";

/** Permissions bind neither the superuser nor every system: a folder of this name is closed to all. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const readdir = (path: string, options: { withFileTypes: true }) =>
    path.endsWith("locked")
      ? Promise.reject(Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" }))
      : real.readdir(path, options);
  return { ...real, readdir };
});

/** Files by path; one that ends in "/" is a folder. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "parallax-odd-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, path.endsWith("/") ? "." : ".."), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function saidOf(folder: string): Promise<Record<string, string>> {
  const items = await readAll([folder]);
  return Object.fromEntries(items.map((item) => [(item.file ?? "").slice(folder.length + 1), reasonOf(item)]));
}

describe("a folder", () => {
  test.each([
    ["that is empty", {}],
    ["of empty folders", { "a/b/": "" }],
    ["of hidden files and settings", { ".notes": "x", "outlets.yml": "a: 1" }],
    ["of files about it", { "README.md": SENTENCES, LICENSE: SENTENCES }],
  ])("%s says that nothing in it can be imported, and what could", async (_name, files) => {
    const said = await saidOf(folderOf(files));
    expect(Object.keys(said).filter((file) => !/^(?:README\.md|LICENSE)$/.test(file))).toEqual([""]);
    expect(said[""]).toMatch(/^The folder holds no file that can be imported\. .*Markdown.*CSV/);
  });

  test("tells of every file left out what to do with it", async () => {
    const folder = folderOf({
      "a.txt": SENTENCES,
      "b.pdf": "%PDF",
      "c.docx": "PK",
      "d.xlsx": "PK",
      "e.zip": "PK",
      "f.jpg": "x",
      article: SENTENCES,
    });
    symlinkSync(join(folder, "a.txt"), join(folder, "g.txt"));
    expect(await saidOf(folder)).toEqual({
      "a.txt": "",
      article: "Left out: its name has no ending that tells its kind; name the file itself to import it.",
      "b.pdf": "Left out: it is no text; save it as text or HTML and import that.",
      "c.docx": "Left out: it is no text; save it as text or HTML and import that.",
      "d.xlsx": "Left out: it is a workbook; save the sheet as CSV and import that.",
      "e.zip": "Left out: it is an archive; unpack it and import the folder.",
      "f.jpg": "Left out: its kind is not one that can be imported.",
      "g.txt": "Left out: it is a link or a device; name the file itself to import it.",
    });
  });

  test("is read on behind a folder that may not be read", async () => {
    const folder = folderOf({ "a/locked/x.txt": SENTENCES, "b.txt": SENTENCES });
    expect(await saidOf(folder)).toEqual({ "a/locked": "The folder may not be read.", "b.txt": "" });
  });
});

describe("a file without an article", () => {
  test.each([
    ["a.json", "[]"],
    ["a.csv", "title,text,date\n"],
    ["a.urls", "# addresses of the week\n"],
    ["a.jsonl", "\n\n"],
  ])("says so: %s %j", async (name, text) => {
    const items = await readText(name, text);
    expect(items.map(reasonOf)).toEqual(["There is no article in this file."]);
  });

  test("that is a tar archive, packed or not, is told from text", async () => {
    const tar = Buffer.alloc(1536);
    tar.write("a.txt");
    tar.write("ustar\0", 257);
    for (const bytes of [tar, gzipSync(tar)]) {
      const [item] = await readText("a.tar.gz", bytes);
      expect(reasonOf(item)).toBe("This is not text but a tar archive; unpack it and import the folder.");
    }
  });
});
