import { sideSchema, type Side } from "#lib/domain/article.ts";

/** What a reader chose for a chart; every choice stands in the address. */
export interface ChartFilter {
  /** Event id; null for all events. */
  event: string | null;
  /** True shows the teaching articles, and them alone. */
  teaching: boolean;
  voice: "own" | "all";
  a: Side;
  b: Side;
  sort: "gap" | "name";
}

const TEACHING: Partial<Record<Side, Side>> = { western: "western_teaching", russian: "russian_teaching" };

/** The sides a chart compares unless told otherwise; teaching articles only ever meet teaching articles. */
export function defaultGroups(teaching: boolean): [Side, Side] {
  return teaching ? ["western_teaching", "russian_teaching"] : ["western", "russian"];
}

function isTeaching(side: Side): boolean {
  return side === "western_teaching" || side === "russian_teaching";
}

function group(given: string | null, fallback: Side, teaching: boolean): Side {
  const read = sideSchema.safeParse(given);
  if (!read.success) return fallback;
  const side = teaching ? (TEACHING[read.data] ?? read.data) : read.data;
  return isTeaching(side) === teaching ? side : fallback;
}

/** Reads the address. What cannot be read takes its default; a group compared with itself falls back to the defaults. */
export function filterFromParams(params: URLSearchParams): ChartFilter {
  const teaching = params.get("teaching") === "on";
  const [defaultA, defaultB] = defaultGroups(teaching);
  const a = group(params.get("a"), defaultA, teaching);
  const b = group(params.get("b"), defaultB, teaching);
  return {
    event: params.get("event") || null,
    teaching,
    voice: params.get("voice") === "all" ? "all" : "own",
    a: a === b ? defaultA : a,
    b: a === b ? defaultB : b,
    sort: params.get("sort") === "name" ? "name" : "gap",
  };
}

/** The address of a filter; defaults are left out, so one view has one address. */
export function paramsFromFilter(filter: ChartFilter): URLSearchParams {
  const params = new URLSearchParams();
  const [defaultA, defaultB] = defaultGroups(filter.teaching);
  if (filter.event) params.set("event", filter.event);
  if (filter.teaching) params.set("teaching", "on");
  if (filter.voice !== "own") params.set("voice", filter.voice);
  if (filter.a !== defaultA) params.set("a", filter.a);
  if (filter.b !== defaultB) params.set("b", filter.b);
  if (filter.sort !== "gap") params.set("sort", filter.sort);
  return params;
}
