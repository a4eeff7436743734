import type { Migration } from "./index.ts";

/** Imports, articles, what machines said of them, and what people changed. */
export const articles: Migration = {
  version: 1,
  name: "articles, codings, imports, edits",
  sql: `
    CREATE TABLE imports (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      at text NOT NULL,
      source text NOT NULL,
      undone_at text
    );
    CREATE TABLE articles (
      id text PRIMARY KEY,
      import_id integer NOT NULL REFERENCES imports (id),
      title text NOT NULL,
      body text NOT NULL,
      outlet_id text,
      outlet_name text,
      outlet text GENERATED ALWAYS AS (coalesce(outlet_id, outlet_name, 'unknown')) STORED,
      side text NOT NULL,
      side_reason text NOT NULL,
      sub_group text,
      day date,
      date_confidence double precision,
      date_from text,
      author text,
      event text,
      url text,
      language text NOT NULL,
      machine_translated boolean NOT NULL,
      translation_reasons text NOT NULL,
      teaching boolean NOT NULL,
      assumed text NOT NULL,
      intended text,
      source_id text,
      words integer NOT NULL,
      present text[] NOT NULL,
      search tsvector NOT NULL
    );
    CREATE INDEX articles_by_day ON articles (day DESC NULLS LAST, id);
    CREATE INDEX articles_by_outlet ON articles (outlet, side, day);
    CREATE INDEX articles_by_event ON articles (event, day);
    CREATE INDEX articles_by_side ON articles (side, day);
    CREATE INDEX articles_by_import ON articles (import_id);
    CREATE INDEX articles_by_present ON articles USING gin (present);
    CREATE INDEX articles_by_search ON articles USING gin (search);
    CREATE TABLE originals (
      article_id text PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      raw text NOT NULL,
      offset_map text NOT NULL,
      removed text NOT NULL
    );
    CREATE TABLE question_lists (
      digest text PRIMARY KEY,
      asked text NOT NULL
    );
    CREATE TABLE codings (
      article_id text PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      coder text NOT NULL,
      codebook_version text NOT NULL,
      tagger_version text NOT NULL,
      text_hash text NOT NULL,
      at text NOT NULL,
      asked text NOT NULL REFERENCES question_lists (digest),
      found text NOT NULL,
      measures text NOT NULL
    );
    CREATE TABLE edits (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      article_id text NOT NULL,
      at text NOT NULL,
      field text NOT NULL,
      before text,
      after text,
      reason text NOT NULL
    );
    CREATE INDEX edits_by_article ON edits (article_id, id);
  `,
};
