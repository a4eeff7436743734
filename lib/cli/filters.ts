import { InvalidArgumentError, Option, type Command } from "commander";
import { sideSchema, type Side } from "#lib/domain/article.ts";
import type { ArticleFilter } from "#lib/store/contract.ts";

export interface FilterOptions {
  side?: Side;
  outlet?: string;
  event?: string;
  from?: string;
  to?: string;
  search?: string;
  teaching?: boolean;
}

/** Adds the options that choose articles, the same for every command that lists them. */
export function withFilters(command: Command): Command {
  return command
    .addOption(new Option("--side <side>", "articles of one side").choices(sideSchema.options))
    .option("--outlet <id>", "articles of one outlet, by the id or name in the list")
    .option("--event <name>", "articles about one event")
    .addOption(new Option("--from <yyyy-mm-dd>", "this day or later").argParser(day))
    .addOption(new Option("--to <yyyy-mm-dd>", "this day or earlier").argParser(day))
    .option("--search <words>", 'words in title or text; "a phrase", or, -not')
    .option("--teaching", "only articles written for teaching")
    .option("--no-teaching", "only published articles");
}

/** The filter that options stand for; undefined when none was given. */
export function filterOf(options: FilterOptions): ArticleFilter | undefined {
  const { side, outlet, event, from, to, search, teaching } = options;
  const given = Object.entries({ side, outlet, event, from, to, search, teaching }).filter(([, v]) => v !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** A calendar day as yyyy-mm-dd. */
export function day(value: string): string {
  const read = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(value)) {
    throw new InvalidArgumentError("It takes a day written as yyyy-mm-dd.");
  }
  return value;
}

/** A whole number, zero or more. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(value);
}
