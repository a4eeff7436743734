import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { RoleWords } from "./cues.ts";
import type { Layout } from "./layout.ts";

/** One sentence with what the attributor knows of its words. */
export interface View {
  field: Field;
  sentence: Sentence;
  layout: Layout;
  roles: RoleWords;
}

/** Words [from, to). */
export interface WordRange {
  from: number;
  to: number;
}
