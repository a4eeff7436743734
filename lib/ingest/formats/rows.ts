import { z } from "zod";
import { articleSchema } from "#lib/domain/article.ts";
import { codingSchema } from "#lib/domain/coding.ts";
import { editSchema, type RawRecord } from "#lib/domain/import.ts";
import { guessColumns, recordOf, type ColumnMap } from "./columns.ts";
import type { ReadItem } from "./format.ts";

/** One JSON value as an article: our own export, or an object whose keys are guessed like columns. */
export function itemOf(value: unknown, file: string, line: number, overrides: ColumnMap = {}): ReadItem {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { file, line, reason: "This is not an object with a title and a text." };
  }
  const row = value as Record<string, unknown>;
  const own = ownExport(row);
  if (own) {
    const parsed = articleSchema.safeParse(own);
    if (parsed.success) return { file, line, article: parsed.data, ...besides(row, parsed.data.id) };
    const issue = parsed.error.issues[0];
    return {
      file,
      line,
      reason: `An article exported by Parallax is damaged: ${issue?.path.join(".")}: ${issue?.message}.`,
    };
  }
  const keys = Object.keys(row);
  const columns = { ...guessColumns(keys).columns, ...overrides };
  const record: RawRecord & { file: string } = { ...recordOf(line, (key) => row[key], columns), file };
  if (typeof row["teaching"] === "boolean") record.teaching = row["teaching"];
  const intended = row["intended"];
  if (typeof intended === "object" && intended !== null && !Array.isArray(intended)) {
    record.intended = intended as Record<string, unknown>;
  }
  return record;
}

/** What an export holds beside the article. What does not fit is left out; the article is then tagged anew. */
function besides(row: Record<string, unknown>, id: string): Pick<RawRecord, "coding" | "edits"> {
  const coding = codingSchema.safeParse(row["coding"]);
  const edits = z.array(editSchema).safeParse(row["edits"]);
  return {
    ...(coding.success && coding.data.articleId === id ? { coding: coding.data } : {}),
    ...(edits.success ? { edits: edits.data.filter((edit) => edit.articleId === id) } : {}),
  };
}

/** An exported article stands bare in its line or under the key "article". */
function ownExport(row: Record<string, unknown>): Record<string, unknown> | null {
  const inner = row["article"];
  const candidate = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : row;
  return Array.isArray(candidate["offsetMap"]) && typeof candidate["raw"] === "string" ? candidate : null;
}
