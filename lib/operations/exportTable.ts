import type { Codebook } from "#lib/domain/codebook.ts";

const FACTS = [
  "id",
  "title",
  "outlet",
  "outletId",
  "side",
  "sideReason",
  "subGroup",
  "date",
  "dateFrom",
  "author",
  "event",
  "url",
  "language",
  "teaching",
  "machineTranslated",
  "words",
  "codebookVersion",
  "taggerVersion",
  "coder",
];

interface ShortTag {
  kind: string;
  frame?: string;
  present?: boolean;
  presentOwn?: boolean;
  target?: string;
  role?: string;
  own?: { label: string; score: number; n: number };
  all?: { label: string; score: number; n: number };
}

/** Columns of an export as a table: facts, frames in own and all words (1/0), stance scores where they can be told. */
export function articleColumns(codebook: Codebook, fullText: boolean): string[] {
  return [
    ...FACTS,
    ...codebook.frames.flatMap(({ id }) => [`frame_${id}_own`, `frame_${id}_all`]),
    ...codebook.targets.flatMap(({ id }) => [`stance_${id}_own`, `stance_${id}_own_n`, `stance_${id}_all`]),
    ...(fullText ? ["text"] : []),
  ];
}

/** The cells of one exported article, in the order of the columns; null where nothing can be told. */
export function articleValues(row: Record<string, unknown>, columns: readonly string[]): (string | number | null)[] {
  const values = new Map<string, unknown>(Object.entries(row));
  for (const tag of row["tags"] as ShortTag[]) {
    if (tag.kind === "frame") {
      values.set(`frame_${tag.frame}_own`, tag.presentOwn ? 1 : 0);
      values.set(`frame_${tag.frame}_all`, tag.present ? 1 : 0);
    } else if (tag.kind === "stance" && tag.own && tag.all) {
      if (tag.own.label !== "unclear") values.set(`stance_${tag.target}_own`, tag.own.score);
      values.set(`stance_${tag.target}_own_n`, tag.own.n);
      if (tag.all.label !== "unclear") values.set(`stance_${tag.target}_all`, tag.all.score);
    }
  }
  const untold = new Set((row["abstentions"] as { question: string }[]).map(({ question }) => question));
  return columns.map((column) => {
    const value = values.get(column);
    if (value === undefined && column.startsWith("frame_")) {
      return untold.has(`frame:${column.replace(/^frame_|_(own|all)$/g, "")}`) ? null : 0;
    }
    return typeof value === "number" || typeof value === "string"
      ? value
      : value === undefined || value === null
        ? null
        : String(value);
  });
}
