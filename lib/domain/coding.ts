import { z } from "zod";
import { attributionSchema, tagSchema, voiceSegmentSchema } from "./tags.ts";
import { spanSchema } from "./span.ts";

/** A question that was asked and could not be told; what was asked and lists nothing was coded and not found. */
export const abstentionSchema = z.object({ question: z.string(), why: z.string() });
export type Abstention = z.infer<typeof abstentionSchema>;

/**
 * One coder's pass over one article. `coder` is "rules@<version>", a model or a person.
 * `asked` lists every question put ("frame:economic", "stance:russia", "wording:w01"), so absences can be counted.
 */
export const codingSchema = z.object({
  articleId: z.string(),
  coder: z.string(),
  codebookVersion: z.string(),
  taggerVersion: z.string(),
  textHash: z.string(),
  at: z.string(),
  sentences: z.array(spanSchema),
  voices: z.array(voiceSegmentSchema),
  /** What the voices are made from; codings stored before it was kept lack it. */
  attributions: z.array(attributionSchema).optional(),
  tags: z.array(tagSchema),
  asked: z.array(z.string()),
  abstentions: z.array(abstentionSchema),
});
export type Coding = z.infer<typeof codingSchema>;

/**
 * One number an article contributes to charts. value: 0|1 for presence, -1..1 for a score, a share 0..1, or a count.
 * null = asked and abstained. voice: whose words were counted; "quoted" is everybody but the outlet.
 */
export interface Measure {
  /**
   * Dense measures have a number for every article asked: frame, narrative, stance, choice, voice_share, kind_share, role,
   * report, loaded. Sparse ones only where something was found, n being the articles themselves: wording, stance_level, heard, speaker,
   * device, term.
   */
  measure:
    | "frame"
    | "narrative"
    | "stance"
    | "stance_level"
    | "wording"
    | "choice"
    | "voice_share"
    | "kind_share"
    | "heard"
    | "speaker"
    | "report"
    | "device"
    | "loaded"
    | "role"
    | "term";
  /** Frame id, target id, "row:choice", bloc, speaker, "target:role", "target:level", "bloc:report stance", a word ("*" for all words). */
  target: string;
  voice: "own" | "all" | "quoted";
  value: number | null;
}

/** Sums over the articles of one cell; every chart reads these, so its cost does not grow with the corpus. */
export interface RollUp {
  outlet: string;
  side: string;
  subGroup: string | null;
  teaching: boolean;
  machineTranslated: boolean;
  /** ISO 639 code of the text. */
  language: string;
  event: string | null;
  /** ISO Monday of the week; null when undated or when weeks were added up. */
  week: string | null;
  measure: Measure["measure"];
  target: string;
  voice: Measure["voice"];
  /** Articles asked, of which `abstained` could not be told; sum and sumSquares over the rest. */
  n: number;
  abstained: number;
  sum: number;
  sumSquares: number;
}

/** How many articles stand behind a cell, whatever they say; what sparse measures are divided by. */
export type ArticleCount = Pick<
  RollUp,
  "outlet" | "side" | "subGroup" | "teaching" | "machineTranslated" | "language" | "event" | "week"
> & {
  articles: number;
  /** Days of the week with an article: 1 for Monday, 2 for Tuesday, 4 for Wednesday and so on, added up. */
  days?: number;
  /** Wire copy among all of them, and of that the copies of a text counted with another article. */
  wire?: number;
  copies?: number;
};

/** One question in one week of one group of outlets, or of one of its outlets. Weeks and groups without any are left out. */
export interface WeekSum {
  target: string;
  /** Index of the group asked for. */
  group: number;
  /** Null where the group's outlets were added up. */
  outlet: string | null;
  week: string;
  /** Articles with an answer, the sum of their values, outlets with an answer, and the sum of these outlets' means. */
  n: number;
  sum: number;
  outlets: number;
  means: number;
}

/** One word's uses in one group of outlets: articles and outlets with it, uses, and the sum of squared uses per article. */
export interface TermCount {
  /** Index of the group asked for. */
  group: number;
  term: string;
  articles: number;
  outlets: number;
  uses: number;
  squares: number;
}

/** Articles that no chart counts: a headline whose text could not be had, or an earlier version. */
export type UncountedCount = Omit<ArticleCount, "days" | "wire" | "copies" | "event"> & {
  kind: "headline" | "version";
};

/** What feeds and lists asked for and could not have, or not yet. */
export interface Missed {
  refused: number;
  waiting: number;
  /** The commonest causes of refusals. */
  reasons: { reason: string; articles: number }[];
  /** Feeds whose last attempt failed, of all. */
  failing: number;
  feeds: number;
}
