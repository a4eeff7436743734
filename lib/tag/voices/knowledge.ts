import type { Speaker } from "#lib/domain/speaker.ts";
import type { RoleWords } from "./cues.ts";
import type { Pairs } from "./pairs.ts";
import type { Setting } from "./setting.ts";

/** Somebody met in the article and how they can be taken up again. */
export interface Known {
  speaker: Speaker;
  /** First and last word of the name. */
  first: string;
  last: string;
  roles: readonly string[];
  gender: "f" | "m" | null;
  plural: boolean;
  /** One human being: no state, force, body or paper, who are never "he". */
  person: boolean;
  /** Sentence of the latest meeting. */
  sentence: number;
}

/** What an article has told so far, by which names, roles and pronouns are resolved. */
export interface Knowledge {
  readonly roles: RoleWords;
  /** People and institutions met, latest last. */
  readonly met: readonly Known[];
  readonly pairs: Pairs;
  readonly setting: Setting;
  /** People of the codebook the article names anywhere, by their last names. */
  readonly people: ReadonlyMap<string, Speaker>;
  /** The same by their given names; null where two share one. */
  readonly given: ReadonlyMap<string, Speaker | null>;
}
