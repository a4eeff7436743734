import { z } from "zod";
import { COVERAGE, openCoverage } from "./coverage.ts";
import type { TrainInput } from "./trainer.ts";

/** File of corpus/training that holds the codes; the texts stay in the data folder. */
export const CODED_COVERAGE = "coded-coverage.jsonl";

const code = z.number().int().min(-2).max(2).nullable();
const role = z.enum(["protagonist", "antagonist", "innocent", "none"]);
const actors = <T extends z.ZodType>(each: T) => z.strictObject({ russia: each, ukraine: each, west: each });

/** One line: an article of coverage as one coder saw it. */
export const codedCoverageRow = z.strictObject({
  id: z.string(),
  coder: z.string(),
  /** Outlet's own words, then all voices. */
  stance: actors(z.tuple([code, code])),
  role: actors(role),
  /** Generic frames that are present, the primary one first. */
  frames: z.array(z.string()),
  /** Coded before by another coder: says how far coders agree and trains nothing. */
  again: z.literal(true).optional(),
});
export type CodedCoverageRow = z.infer<typeof codedCoverageRow>;

/** An article of coverage with its codes, in the form of the coded articles of the data folder; no spans were marked. */
export interface CodedCoverage {
  id: string;
  coder: string;
  side: "russian" | "western";
  title: string;
  text: string;
  codes: [
    {
      stance: Record<"russia" | "ukraine" | "west", { own: number | null; all: number | null; evidence?: undefined }>;
      role: CodedCoverageRow["role"];
      frames: string[];
    },
  ];
}

/**
 * Coded articles of coverage that may train, beside those of the data folder. None of the articles kept for testing, none
 * of `known`. Empty, and said so, where the data folder holds no coverage.
 */
export function codedCoverage(input: TrainInput, known: ReadonlySet<string>): CodedCoverage[] {
  const missing = COVERAGE.filter((path) => !input.has(path));
  if (missing.length > 0) {
    input.log(`No ${missing.join(", ")}: training without the coded articles of coverage.`);
    return [];
  }
  const codes = z
    .array(codedCoverageRow)
    .parse(input.ours(CODED_COVERAGE))
    .filter((row) => row.again === undefined && !known.has(row.id));
  const sides = ["russian", "western"] as const;
  const texts = new Map(
    COVERAGE.flatMap((path, i) =>
      openCoverage(input, [path]).map((article) => [article.id, { ...article, side: sides[i]! }] as const),
    ),
  );
  return codes.flatMap(({ id, coder, stance, role: roles, frames }) => {
    const article = texts.get(id);
    if (!article) return [];
    const each = ([own, all]: CodedCoverageRow["stance"]["russia"]) => ({ own, all });
    const { russia, ukraine, west } = stance;
    return [
      {
        id,
        coder,
        side: article.side,
        title: article.title ?? "",
        text: article.text,
        codes: [
          { stance: { russia: each(russia), ukraine: each(ukraine), west: each(west) }, role: roles, frames },
        ] satisfies CodedCoverage["codes"],
      },
    ];
  });
}
