import { z } from "zod";

/** Half-open [start, end) in UTF-16 code units of Article.title or .text: text.slice(start, end) === exact. */
export const spanSchema = z.object({
  in: z.enum(["title", "text"]),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;
