import type { ImportReport } from "#lib/domain/import.ts";
import { inLine } from "./output.ts";

/** Outlets named; the rest is counted. */
const NAMED = 5;

/** What it means that articles have no side, whose they are, and the way out; no line where all have one. */
export function sidelessLine(outlets: ImportReport["withoutSide"], has: "have" | "would have"): string[] {
  const articles = outlets.reduce((sum, each) => sum + each.articles, 0);
  if (articles === 0) return [];
  const named = outlets
    .slice(0, NAMED)
    .map(({ outlet, articles: n }) => `${outlet === null ? "no outlet" : inLine(outlet)} ${n}`);
  const more = outlets.length > NAMED ? [`${outlets.length - NAMED} more outlets`] : [];
  const [what, stay] = articles === 1 ? ["article", "stays"] : ["articles", "stay"];
  const verb = articles === 1 && has === "have" ? "has" : has;
  const first = has === "have" ? "take the import back (parallax undo), then " : "";
  return [
    `${articles} ${what} ${verb} no side and ${stay} out of every chart (${[...named, ...more].join(", ")}): ` +
      `${first}give --side or add the outlet to corpus/outlets, and import again.`,
  ];
}
