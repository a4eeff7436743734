import { describe, expect, it } from "vitest";
import { refusedLines } from "#lib/cli/refusedLines.ts";

const row = (line: number, reason: string, file = "list.csv") => ({ file, line, reason });

describe("the lines of what was refused", () => {
  it("name file, line and reason, and a file alone where it was refused as a whole", () => {
    expect(refusedLines([row(3, "No text."), row(0, "The file is empty.", "a.txt")])).toEqual([
      "list.csv:3: No text.",
      "a.txt: The file is empty.",
    ]);
  });

  it("tell many rows of one reason in one line, whatever their addresses, and where they stand", () => {
    const gone = [1, 2, 3, 5, 9].map((line) =>
      row(line, `https://gone.example.org/${line}: gone could not be reached.`),
    );
    expect(refusedLines([...gone.slice(0, 2), row(4, "No text."), ...gone.slice(2)])).toEqual([
      "list.csv:1-3,5,9: 5 rows: gone could not be reached.",
      "list.csv:4: No text.",
    ]);
    const odd = Array.from({ length: 30 }, (_, i) => row(2 * i + 1, "No text."));
    expect(refusedLines(odd)).toEqual(["list.csv:1,3,5,7,9,11,13,15,…,59: 30 rows: No text."]);
  });

  it("keep few rows apart with their addresses, and files apart", () => {
    const few = [1, 2, 3].map((line) => row(line, `https://gone.example.org/${line}: gone.`));
    expect(refusedLines([...few, row(4, "gone.", "other.csv")])).toEqual([
      ...few.map(({ line, reason }) => `list.csv:${line}: ${reason}`),
      "other.csv:4: gone.",
    ]);
  });
});
