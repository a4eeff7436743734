import { z } from "zod";
import { blocSchema, reportStanceSchema, speakerKindSchema } from "./speaker.ts";
import { loadedCategorySchema } from "./tags.ts";
import { sideSchema, subGroupSchema } from "./article.ts";

/**
 * Phrase syntax: lower-case words separated by spaces; hyphens count as spaces; `word*` any ending; `(a|b c)` either;
 * `*` any one word; `...` up to four words; `@russia` (any target id) a mention of that actor; `@x` any target.
 */
const phrase = z.string().min(1);
const sourced = { source: z.string().optional(), checked: z.boolean().default(false) };

export const cueSchema = z.object({
  id: z.string(),
  phrase,
  /** 1 weak, 2 clear, 3 decisive alone. */
  weight: z.number().int().min(1).max(3).default(2),
  /** Match letter case as written, for "Polish" against "polish". */
  caseSensitive: z.boolean().default(false),
  ...sourced,
});
export type Cue = z.infer<typeof cueSchema>;

export const frameSchema = z.object({
  id: z.string(),
  label: z.string(),
  layer: z.enum(["generic", "issue"]),
  definition: z.string(),
  includes: z.string(),
  excludes: z.string(),
  /** The scheme the frame is adapted from; `checked` where the citation was looked up. */
  source: z.string(),
  checked: z.boolean().default(false),
  cues: z.array(cueSchema).min(1),
  /** Homographs and metaphors: a cue that shares a word with one of these does not count. */
  exceptions: z.array(phrase).default([]),
  examples: z.array(z.object({ text: z.string(), tagged: z.boolean() })),
});
export type Frame = z.infer<typeof frameSchema>;

/** sign: -1 against, +1 for. */
const signedCue = cueSchema.extend({ sign: z.union([z.literal(-1), z.literal(1)]) });
/**
 * Of a proposition. sign 0: told without a side; it holds cues inside it back. `held`: who is for or against where nobody
 * is quoted, the actor it is told of ("has ruled out") or whoever writes ("must", "madness").
 */
const propositionCue = cueSchema.extend({
  sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  held: z.enum(["actor", "writer"]).default("actor"),
});
export const targetSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("entity"),
    id: z.string(),
    label: z.string(),
    definition: z.string(),
    /** Actors of these blocs or ISO 3166 alpha-2 countries are mentions of this target. */
    blocs: z.array(blocSchema).default([]),
    countries: z.array(z.string()).default([]),
    /** Further names, e.g. the coalition's. */
    mentions: z.array(phrase).default([]),
    cues: z.array(signedCue).default([]),
    examples: z.array(z.object({ text: z.string(), sign: z.number() })).default([]),
  }),
  z.object({
    kind: z.literal("proposition"),
    id: z.string(),
    label: z.string(),
    definition: z.string(),
    about: z.array(phrase),
    /** A sentence with one of these is about something else (other armies, other places). */
    notAbout: z.array(phrase).default([]),
    cues: z.array(propositionCue),
    examples: z.array(z.object({ text: z.string(), sign: z.number() })),
  }),
]);
export type StanceTarget = z.infer<typeof targetSchema>;
export type SignedCue = z.infer<typeof signedCue> | z.infer<typeof propositionCue>;

/**
 * A phrase that counts only in its context. `near`: one of these in the same sentence; `unless`: none of these there;
 * `notIn`: not as part of a longer phrase ("chicken kiev"). Capitals in a case-sensitive phrase must stand in the text.
 */
export const contextualPhraseSchema = z.object({
  phrase,
  near: z.array(phrase).default([]),
  unless: z.array(phrase).default([]),
  notIn: z.array(phrase).default([]),
  caseSensitive: z.boolean().default(false),
});
export type ContextualPhrase = z.infer<typeof contextualPhraseSchema>;

/** Words around an actor: `@x` is the actor; sign -1 tells against it, 1 favours it; `kind` groups cues for learning. */
export const stanceCueSchema = z.object({
  id: z.string(),
  kind: z.string(),
  phrase,
  sign: z.union([z.literal(-1), z.literal(1)]),
  weight: z.number().int().min(1).max(3).default(2),
});
export type StanceCue = z.infer<typeof stanceCueSchema>;

export const wordingRowSchema = z.object({
  id: z.string(),
  n: z.number().int(),
  concept: z.string(),
  /** Two or more choices make a choice rate; one alone is a presence feature. */
  choices: z
    .array(
      z.object({
        choice: z.enum(["russian", "western", "ukrainian", "both"]),
        label: z.string(),
        phrases: z.array(phrase).default([]),
        /** Phrases that need a context test. */
        contextual: z.array(contextualPhraseSchema).optional(),
        /** A hit inside one of these longer phrases does not count. */
        notIn: z.array(phrase).optional(),
        caseSensitive: z.boolean().default(false),
      }),
    )
    .min(1),
  strength: z.number().int().min(1).max(3),
  /** True where the choice says nothing of a side by itself, only together with others (the spelling Zelensky). */
  weakAlone: z.boolean().optional(),
  needsOwnVoice: z.boolean().default(true),
  note: z.string().default(""),
  /** Where the usage was seen, by the codes of corpus/codebook/wording.sources.yml. */
  sources: z.array(z.string()).default([]),
  /** True when the pages named were read; false where the row rests on general knowledge ("K"). */
  checked: z.boolean().default(false),
  examples: z.array(z.object({ text: z.string(), choice: z.string().nullable() })).default([]),
});
export type WordingRow = z.infer<typeof wordingRowSchema>;

/**
 * A list of loaded or distancing words of one category; `weight` 1 weak, 2 clear, 3 strong. An example's `words` are
 * all that the list finds in it, as they stand in the text.
 */
export const loadedListSchema = z.object({
  id: z.string(),
  category: loadedCategorySchema,
  label: z.string(),
  definition: z.string(),
  source: z.string(),
  groups: z
    .array(
      z.object({
        id: z.string(),
        weight: z.number().int().min(1).max(3),
        phrases: z.array(phrase).default([]),
        contextual: z.array(contextualPhraseSchema).default([]),
      }),
    )
    .min(1),
  examples: z.array(z.object({ text: z.string(), words: z.array(z.string()) })).default([]),
});
export type LoadedList = z.infer<typeof loadedListSchema>;

/** A person, institution or place. Bloc by office or nationality. Dates bound the office, ISO day or year-month. */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  type: z.enum(["person", "institution", "place"]),
  kind: speakerKindSchema,
  bloc: blocSchema,
  country: z.string().nullable(),
  role: z.string().default(""),
  /** Also found in lower case ("kyiv" of machine translation); for names that are no English word. */
  anyCase: z.boolean().default(false),
  /** False for towns and regions, which tell where somebody is from but stand for no government. */
  metonym: z.boolean().default(true),
  from: z.string().optional(),
  to: z.string().optional(),
  ...sourced,
});
export type Actor = z.infer<typeof actorSchema>;

export const reportVerbSchema = z.object({
  lemma: z.string(),
  /** All inflected forms, the lemma included. */
  forms: z.array(z.string()).min(1),
  stance: reportStanceSchema,
  /** Only speech when followed by "that", a quotation or a clause ("opposed", "announced the launch" are acts). */
  needsClause: z.boolean().default(false),
});
export type ReportVerb = z.infer<typeof reportVerbSchema>;

/** Who does what to whom: how the verb paints its agent and its theme, each -1..1; from the writer's perspective. */
export const roleVerbSchema = z.object({
  lemma: z.string(),
  forms: z.array(z.string()).min(1),
  agent: z.number().min(-1).max(1),
  theme: z.number().min(-1).max(1),
});
export type RoleVerb = z.infer<typeof roleVerbSchema>;

export const speechSchema = z.object({
  verbs: z.array(reportVerbSchema),
  hedges: z.array(phrase),
  boosters: z.array(phrase),
  distancing: z.array(phrase),
  negations: z.array(phrase),
  notNegations: z.array(phrase),
  hypotheticals: z.array(phrase),
  unnamedSources: z.array(phrase),
  roleNouns: z.array(z.object({ phrase, kind: speakerKindSchema })),
  nationalities: z.array(z.object({ phrase, country: z.string(), bloc: blocSchema })),
});
export type Speech = z.infer<typeof speechSchema>;

export const outletSchema = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  side: sideSchema,
  subGroup: subGroupSchema.nullable(),
  country: z.string(),
  languages: z.array(z.string()),
  audience: z.enum(["domestic", "foreign_facing", "international"]),
  kind: z.enum(["agency", "newspaper", "broadcaster", "online", "magazine"]).optional(),
  founded: z.object({ year: z.number().int(), ...sourced }).optional(),
  ownership: z.object({ text: z.string(), ...sourced }),
  control: z.object({ text: z.string(), ...sourced }),
  /** Addresses are looked up or left out. */
  domains: z.array(z.object({ domain: z.string(), ...sourced })).default([]),
  feeds: z.array(z.object({ url: z.string(), ...sourced })).default([]),
  teaching: z.boolean().default(false),
  note: z.string().default(""),
});
export type Outlet = z.infer<typeof outletSchema>;

export const sideRecordSchema = z.object({
  id: sideSchema,
  label: z.string(),
  definition: z.string(),
  reason: z.string(),
  colour: z.object({ light: z.string(), dark: z.string(), text: z.string() }),
  shape: z.enum(["circle", "diamond", "triangle", "square"]),
});
export type SideRecord = z.infer<typeof sideRecordSchema>;

/** The whole checked codebook; `version` names the YAML, `digest` its content. */
export interface Codebook {
  version: string;
  digest: string;
  frames: Frame[];
  /** A second scheme (corpus/codebook/narrative); asked only by its own predict task, never in charts. */
  narrative?: Frame[];
  targets: StanceTarget[];
  wording: WordingRow[];
  loaded: LoadedList[];
  actors: Actor[];
  speech: Speech;
  roleVerbs: RoleVerb[];
  stanceCues: StanceCue[];
  outlets: Outlet[];
  sides: SideRecord[];
  /** Frozen corpus statistics; see corpus/models/baseline.json. */
  baseline: Baseline;
  /** Trained weights by file name (corpus/models/<name>.json); schemas in lib/domain/models.ts. */
  models: Readonly<Record<string, unknown>>;
}

/** Means and standard deviations over the articles named in `madeFrom`; never recomputed from what is loaded. */
export const baselineSchema = z.object({
  version: z.string(),
  madeFrom: z.string(),
  articles: z.number().int(),
  frames: z.record(z.string(), z.object({ mean: z.number(), sd: z.number() })),
  stance: z.record(z.string(), z.object({ own: z.number(), all: z.number() })),
});
export type Baseline = z.infer<typeof baselineSchema>;
