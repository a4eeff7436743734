/** Version of the rules and weights that tag; it changes whenever a tag may. Codings carry it. */
export const TAGGER_VERSION = "1.9.0";
