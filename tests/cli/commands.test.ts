import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parallax, temporaryFolder } from "#tests/support/cli.ts";

const ROWS = [
  {
    title: "Strike on depot",
    text: "Moscow said on Monday that the strike was a response. Kyiv rejected the claim as false.",
    outlet: "Test Post",
    date: "2024-03-06",
    side: "western",
    event: "strike",
  },
  {
    title: '=HYPERLINK("http://x")',
    text: "The Kyiv regime, officials said, will not stop. The special military operation continues as planned.",
    outlet: "Test Gazette",
    date: "2024-03-07",
    side: "russian",
    event: "strike",
  },
];

describe("the command line on one database", () => {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  const file = join(folder, "rows.jsonl");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() =>
    writeFileSync(file, [...ROWS.map((row) => JSON.stringify(row)), "{broken", '{"title": "No text"}'].join("\n")),
  );
  const run = (...args: string[]) => parallax(args, { data });
  const listed = async () =>
    JSON.parse((await run("list", "--json", "--sort", "oldest")).out) as {
      total: number;
      rows: { id: string; side: string }[];
    };

  it("imports what is good, names file and line of what is not, and ends with 1", async () => {
    const rejectedFile = join(folder, "rejected.jsonl");
    const { code, out, err } = await run("import", file, "--rejected", rejectedFile);
    expect(code).toBe(1);
    expect(out).toBe("2 added, 0 already stored, 2 rejected.\n");
    expect(err).toContain(`${file}:3: This line is not JSON.`);
    expect(err).toContain(`${file}:4: `);
    expect(
      readFileSync(rejectedFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { line: number }).line),
    ).toEqual([3, 4]);
  });

  it("passes over what only speaks about a folder with a note, says who has no side, and ends with 0", async () => {
    const articles = join(folder, "articles");
    mkdirSync(articles);
    writeFileSync(
      join(articles, "README.md"),
      "What lies here and where it comes from, said at some length for readers.",
    );
    writeFileSync(join(articles, "LICENSE"), "Anybody may use these texts for whatever they like, without a warranty.");
    const row = {
      title: "Talks",
      text: "Officials in Kyiv said the talks would go on. Moscow agreed.",
      outlet: "Hill Post",
    };
    writeFileSync(join(articles, "a.jsonl"), JSON.stringify(row));
    const other = { data: join(folder, "sideless") };
    const preview = await parallax(["import", articles, "--dry-run"], other);
    expect([preview.code, preview.out]).toEqual([0, expect.stringContaining("1 article would have no side")]);
    const { code, out, err } = await parallax(["import", articles], other);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1 added, .* 0 rejected\.\n1 article has no side .*Hill Post 1.*--side/),
    ]);
    expect(err).toContain("README.md: warning: Left out: it describes the folder");
    expect(err).toContain("LICENSE: warning: Left out");
  });

  it("adds nothing twice", async () => {
    const report = JSON.parse((await run("import", file, "--json")).out) as {
      added: string[];
      alreadyStored: string[];
    };
    expect(report.added).toEqual([]);
    expect(report.alreadyStored).toHaveLength(2);
  });

  it("lists, shows and edits, and says what there is not", async () => {
    const { total, rows } = await listed();
    expect(total).toBe(2);
    const id = rows[0]!.id;
    const shown = await run("show", id);
    expect(shown.out).toContain("Strike on depot");
    expect(shown.out).toMatch(/Tags \(codebook .+, tagger .+\):/);
    expect((await run("edit", id, "--side", "other", "--date", "2024-03-08", "--reason", "a test")).code).toBe(0);
    const { article, edits } = JSON.parse((await run("show", id, "--json")).out) as {
      article: { side: string; date: { day: string } };
      edits: { field: string }[];
    };
    expect(article).toMatchObject({ side: "other", date: { day: "2024-03-08" } });
    expect(edits.map((edit) => edit.field)).toContain("side");
    const ruled = await run("edit", id, "--wire", "copy", "--origin", "Reuters", "--reason", "it says so in print");
    expect([ruled.code, ruled.out]).toEqual([0, expect.stringContaining("Wire copy of Reuters. A person says so:")]);
    expect((await run("show", id)).out).toContain("A person says so: it says so in print");
    expect(JSON.parse((await run("edit", id, "--wire", "auto", "--reason", "a test", "--json")).out)).toMatchObject({
      wire: null,
    });
    expect((await run("edit", id, "--wire", "own", "--reason", "its own reporter")).out).toContain(
      "A report of its own.",
    );
    for (const wrong of [
      ["show", "nothing"],
      ["edit", id, "--wire", "own"],
      ["edit", id, "--not-version-of", "nothing", "--reason", "a test"],
      ["edit", id, "--date", "2024-02-31"],
    ]) {
      const { code, err } = await run(...wrong);
      expect([wrong, code]).toEqual([wrong, 2]);
      expect(err.trim()).not.toBe("");
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  it("exports short evidence and no text, and as a table whose cells no spreadsheet runs", async () => {
    const rows = (await run("export")).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => !("text" in row) && Array.isArray(row["tags"]))).toBe(true);
    const csv = (await run("export", "--format", "csv", "--event", "strike")).out;
    expect(csv.split("\r\n")[0]).toMatch(/^id,title,outlet/);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await run("export", "--full-text")).out).toContain("Kyiv rejected the claim");
  });

  it("reads its own export back unchanged: articles, tags and what people changed", async () => {
    const out = join(folder, "all.jsonl");
    expect((await run("export", "--all", "--out", out)).code).toBe(0);
    const other = { data: join(folder, "other") };
    expect((await parallax(["import", out, "--json"], other)).code).toBe(0);
    const again = (await parallax(["export", "--all"], other)).out;
    expect(again).toBe(readFileSync(out, "utf8"));
  });

  it("tags anew only what is stale, takes articles out, and takes the last import back", async () => {
    expect(JSON.parse((await run("retag", "--json")).out)).toEqual({ retagged: 0, current: 2, compared: 0 });
    expect(JSON.parse((await run("retag", "--all", "--threads", "2", "--json")).out)).toEqual({
      retagged: 2,
      current: 0,
      compared: 0,
    });
    const { rows } = await listed();
    const removed = await run("remove", rows[0]!.id, "nothing", "--json");
    expect([removed.code, JSON.parse(removed.out)]).toEqual([1, { removed: [rows[0]!.id], missing: ["nothing"] }]);
    expect((await run("undo")).out).toMatch(/^Import 1 taken back: 1 article\.\n$/);
    expect((await run("undo")).out).toBe("There is no import to take back.\n");
    expect((await listed()).total).toBe(0);
  });

  it("takes articles from standard input, and copes with empty, binary, missing and hostile input", async () => {
    const piped = await parallax(["import", "-", "--json"], {
      data,
      input: `${JSON.stringify({ title: "T", text: "A\u0000 text \ud800 about Moscow and others, said officials." })}\n`,
    });
    expect([piped.code, (JSON.parse(piped.out) as { added: string[] }).added.length]).toEqual([0, 1]);
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "binary.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]));
    writeFileSync(
      join(folder, "escape.jsonl"),
      `${JSON.stringify({ title: "\u001b[31mred\ttab", text: "Officials said so on Monday, and others agreed with them." })}\n`,
    );
    const bad = await run(
      "import",
      join(folder, "empty.txt"),
      join(folder, "binary.txt"),
      join(folder, "gone.txt"),
      join(folder, "escape.jsonl"),
    );
    expect(bad.code).toBe(1);
    expect(bad.out).toContain("1 added");
    expect(
      bad.err
        .split("\n")
        .filter((line) => line.includes("empty.txt:") || line.includes("binary.txt:") || line.includes("gone.txt:")),
    ).toHaveLength(3);
    expect((await run("list")).out).not.toContain("\u001b");
  });
});

describe("the command line whose database dies under it", () => {
  it("ends with 2 and a sentence that names the folder and the way out", async () => {
    const data = temporaryFolder();
    // In place of its first transaction the thread of the database gets what it cannot read.
    const deadly = `process.on("worker", (thread) => {
      const post = thread.postMessage;
      thread.postMessage = (said, ...more) =>
        post.call(thread, said?.asked?.op === "transaction" ? null : said, ...more);
    });`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(deadly)}` };
    const { code, err } = await parallax(["list"], { data, env });
    rmSync(data, { recursive: true, force: true });
    expect(err).toContain(join(data, "database"));
    expect(err).toMatch(/start Parallax again/i);
    expect([code, err.trim().split("\n").length]).toEqual([2, 1]);
  });
});

describe("the command line without a database", () => {
  it("predicts line by line in order, and marks a bad line in its place", async () => {
    const input = ['{"id": 1, "text": "Moscow said the strike was a response.", "mine": true}', "{", '{"id": 3}'].join(
      "\n",
    );
    const { code, out } = await parallax(["predict", "attribution"], { input });
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(answers[0]).toMatchObject({ id: 1, mine: true });
    expect(answers.map((answer) => "error" in answer)).toEqual([false, true, true]);
  });

  it("answers hundreds of lines in their order, each bad one in its place", async () => {
    const lines = Array.from({ length: 120 }, (_, id) =>
      id % 7 === 3 ? "{" : JSON.stringify({ id, text: "Kiev fired, Moscow said." }),
    );
    const { out } = await parallax(["predict", "wording"], { input: lines.join("\n\n") });
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => ("error" in answer ? "{" : answer["id"]))).toEqual(
      lines.map((line, id) => (line === "{" ? line : id)),
    );
  });

  it("answers a line before the next is written", async () => {
    const child = spawn(process.execPath, ["lib/cli/bin.mjs", "predict", "wording"]);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of [1, 2]) {
      child.stdin.write(`${JSON.stringify({ id, text: "Kiev fired." })}\n`);
      expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });

  it("refuses a wrong setting with a sentence and 2", async () => {
    const { code, err } = await parallax(["list"], { env: { PORT: "0" } });
    expect([code, err]).toEqual([2, 'parallax: PORT "0" will not do: it takes a number from 1 to 65535.\n']);
  });
});
