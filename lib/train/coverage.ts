import { z } from "zod";
import type { SourceArticle } from "./frameDocuments.ts";
import type { TrainInput } from "./trainer.ts";

/** An article of the data folder, labelled or not. */
export const article = z.looseObject({
  id: z.string(),
  side: z.string().optional(),
  title: z.string().nullish(),
  text: z.string(),
});
/** Articles kept for testing. */
export const TESTS = "gold/coded/double.jsonl";
export const COVERAGE = ["coverage/russian.jsonl", "coverage/western.jsonl"] as const;

/** Coverage without the articles that stand among the tests, by id, address or headline. */
export function openCoverage(input: TrainInput, paths: readonly string[] = COVERAGE): SourceArticle[] {
  const kept = z.looseObject({ id: z.string(), title: z.string(), url: z.string().optional() });
  const tests = z.array(kept).parse(input.rows(TESTS));
  const closed = new Set(tests.flatMap((t) => [t.id, t.title, t.url ?? t.id]));
  return paths
    .flatMap((path) => z.array(article).parse(input.rows(path)))
    .filter((row) => ![row.id, row.title ?? "", row["url"]].some((key) => typeof key === "string" && closed.has(key)));
}
