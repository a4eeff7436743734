import { z } from "zod";
import { readPage } from "#lib/ingest/index.ts";
import { rowId, type PredictTask } from "./task.ts";

const input = z.looseObject({
  id: rowId,
  html: z.string(),
  url: z.string().nullish(),
});

export const extract: PredictTask<z.infer<typeof input>> = {
  name: "extract",
  describe: "{id, html, url?} -> + title, byline, publishedAt, language, text (blank line between paragraphs), problem",
  input,
  prepare: () => async (row) => {
    const { title, byline, publishedAt, language, text, problem } = await readPage(row.html, row.url ?? null);
    return { title, byline, publishedAt, language, text, problem: problem?.kind ?? null };
  },
};
