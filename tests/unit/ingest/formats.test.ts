import { mkdtempSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formats, guessColumns } from "#lib/ingest/index.ts";
import { readAll, readText, reasonOf, SENTENCES } from "./support.ts";

const CASES = "tests/fixtures/import";

describe("a case in tests/fixtures/import", () => {
  for (const name of readdirSync(CASES)) {
    test(`reads ${name}`, async () => {
      const folder = join(CASES, name);
      const input = readdirSync(folder).find((file) => file.startsWith("input.")) as string;
      const items = await readAll([join(folder, input)]);
      const expected: unknown = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
      expect(items.map((item) => ({ ...item, file: input }))).toEqual(expected);
    });
  }
});

describe("detection", () => {
  test("goes by content where the name says nothing", async () => {
    const names = { '{"title":"a","text":"b"}\n{"title":"c","text":"d"}': "jsonl", "title,text\na,b\n": "csv" };
    for (const [text, format] of Object.entries(names)) {
      const found = await readText("unnamed", text);
      expect(found.length, format).toBe(format === "jsonl" ? 2 : 1);
      expect(found[0]).toMatchObject({ title: "a", text: "b" });
    }
  });

  test("keeps prose with commas as text", async () => {
    const [item] = await readText("a.txt", `${SENTENCES}\n${SENTENCES}`);
    expect(item).toMatchObject({ text: `${SENTENCES}\n${SENTENCES}` });
  });

  test("refuses a format that does not exist and names those that do", async () => {
    await expect(readText("a.txt", "x", { format: "docx" })).rejects.toThrow(formats.map((f) => f.name).join(", "));
  });
});

describe("columns", () => {
  test("are guessed by name and can be overridden", async () => {
    const csv = `a,headline,b\nwrong,Bridge reopens,"${SENTENCES}"\n`;
    expect(guessColumns(["a", "headline", "b"], [["wrong", "Bridge reopens", SENTENCES.repeat(2)]]).columns).toEqual({
      title: "headline",
      text: "b",
    });
    const [item] = await readText("x.csv", csv, { columns: { title: "a", text: "b" } });
    expect(item).toMatchObject({ title: "wrong", text: SENTENCES });
  });

  test("a column that is not there is refused with the names of those that are", async () => {
    const [item] = await readText("x.csv", "title,text\na,b\n", { columns: { text: "body" } });
    expect(reasonOf(item)).toContain('no column "body"');
    expect(reasonOf(item)).toContain("title, text");
  });

  test("a table without an article says how to name the text", async () => {
    const [item] = await readText("x.csv", "a,b\n1,2\n3,4\n");
    expect(reasonOf(item)).toContain("--column text=");
  });
});

describe("what cannot be read", () => {
  test("is refused with a sentence and never stops the rest", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");
    const noise = Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 31));
    const items = await readAll([
      { name: "a.png", bytes: png },
      { name: "b.pdf", bytes: Buffer.from("%PDF-1.7 ...") },
      { name: "c.zip", bytes: Buffer.from("504b0304140000000800", "hex") },
      { name: "noise", bytes: noise },
      { name: "empty.txt", bytes: new Uint8Array() },
      "no/such/file",
      { name: "good.txt", bytes: Buffer.from(SENTENCES) },
    ]);
    const reasons = items.map(reasonOf);
    expect(reasons.slice(0, 6).every((reason) => /^[A-Z].*\.$/.test(reason))).toBe(true);
    expect(items[6]).toMatchObject({ text: SENTENCES });
    expect(items).toHaveLength(7);
  });

  test("a row longer than the limit is named and the next is read", async () => {
    const long = "x".repeat(3000);
    const limits = { row: 1000 };
    const lines = await readText("a.jsonl", `{"title":"a","text":"${long}"}\n{"title":"b","text":"c"}\n`, { limits });
    expect(lines[0]).toMatchObject({ line: 1, reason: expect.stringContaining("longer than 1000") as string });
    expect(lines[1]).toMatchObject({ line: 2, title: "b" });
    const rows = await readText("a.csv", `title,text\na,${long}\nb,c\n`, { limits });
    expect(reasonOf(rows.find((row) => "reason" in row))).toContain("1000");
  });

  test("a quotation mark never closed is named with its line", async () => {
    const items = await readText("a.csv", `title,text\na,b\nc,"d\ne,f\n`);
    expect(items[0]).toMatchObject({ title: "a" });
    expect(reasonOf(items.at(-1))).toContain("never closed");
  });

  test("a compressed bomb is stopped", async () => {
    const bomb = gzipSync(Buffer.alloc(60e6, 97));
    const [item] = await readText("a.jsonl.gz", bomb);
    expect(reasonOf(item)).toContain("far more than text");
  });

  test("a file above the limit says how to give it instead", async () => {
    const [item] = await readText("a.txt", SENTENCES.repeat(50), { limits: { wholeFile: 1000 } });
    expect(reasonOf(item)).toContain("JSON Lines");
  });
});

test("gzip is unpacked on the way", async () => {
  const [item] = await readText("a.jsonl.gz", gzipSync('{"title":"a","text":"b"}\n'));
  expect(item).toMatchObject({ title: "a", text: "b" });
});

test("a folder is read in name order, and what is left out is explained", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parallax-folder-"));
  mkdirSync(join(folder, "sub"));
  writeFileSync(join(folder, "b.txt"), SENTENCES);
  writeFileSync(join(folder, "a.jsonl"), '{"title":"a","text":"b"}\n');
  writeFileSync(join(folder, "sub", "c.md"), `# A title\n\n${SENTENCES}`);
  writeFileSync(join(folder, "README.md"), "About this folder.");
  writeFileSync(join(folder, "x.exe"), "MZ");
  const items = await readAll([folder]);
  expect(items.map((item) => item.file.slice(folder.length + 1))).toEqual([
    "README.md",
    "a.jsonl",
    "b.txt",
    "sub/c.md",
    "x.exe",
  ]);
  expect(items.map(reasonOf).filter((reason) => reason !== "")).toHaveLength(2);
});

test("a stream is read without holding it", async () => {
  async function* million(): AsyncIterable<string> {
    for (let i = 0; i < 3000; i++) yield `{"title":"t${i}","text":"${"w ".repeat(1000)}"}\n`;
  }
  const before = process.memoryUsage().heapUsed;
  let n = 0;
  let peak = 0;
  const { readSources } = await import("#lib/ingest/index.ts");
  for await (const item of readSources([{ name: "s.jsonl", stream: million() }])) {
    n += "title" in item ? 1 : 0;
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  expect(n).toBe(3000);
  expect(peak).toBeLessThan(200e6);
});

test("passes over the lists that lie beside coverage in a folder", async () => {
  const items = await readAll(["corpus/articles"]);
  expect(items.length).toBeGreaterThan(25);
  expect(items.filter((item) => "reason" in item)).toEqual([]);
});
