import { articles } from "./m001_articles.ts";
import { rollUps } from "./m002_rollUps.ts";
import { totals } from "./m003_totals.ts";
import { feeds } from "./m004_feeds.ts";
import { relations } from "./m005_relations.ts";
import { days } from "./m006_days.ts";
import { weeks } from "./m007_weeks.ts";
import { rulings } from "./m008_rulings.ts";
import { daysOfWeeks } from "./m009_daysOfWeeks.ts";
import { unrelated } from "./m010_unrelated.ts";

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** In order; a migration that was released never changes. */
export const migrations: readonly Migration[] = [
  articles,
  rollUps,
  totals,
  feeds,
  relations,
  days,
  weeks,
  rulings,
  daysOfWeeks,
  unrelated,
];
