import { z } from "zod";

/** How often the wording rule claims something on simulated charts without any difference; made by a command. */
export const nullGridSchema = z.object({
  /** ISO day and the command that made it. */
  date: z.string(),
  command: z.string(),
  rowsPerChart: z.number().int(),
  articlesPerOutlet: z.number().int(),
  cells: z.array(
    z.object({
      outlets: z.tuple([z.number().int(), z.number().int()]),
      /** Spread between outlets of a side, SD on the logit scale. */
      spread: z.number(),
      charts: z.number().int(),
      /** Share of charts with a "clear" row; the rule allows .05. */
      clearCharts: z.number(),
      /** Share of rows that say "leans" or "clear"; the rule allows .20. */
      claimRows: z.number(),
    }),
  ),
});
export type NullGrid = z.infer<typeof nullGridSchema>;
