import type { Side } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { Weighting } from "#lib/compare/outletSums.ts";
import { groupKey, parseGroup, type GroupSpec } from "./groups.ts";

/** What a reader chose for a chart; every choice stands in the address. */
export interface ChartFilter {
  /** Event id; null for all events. */
  event: string | null;
  /** True shows the teaching articles, and them alone. */
  teaching: boolean;
  voice: Measure["voice"];
  /** Two groups; the words chart takes up to four. */
  groups: readonly [GroupSpec, GroupSpec, ...GroupSpec[]];
  sort: "gap" | "name" | "codebook";
  /** Days; roll-ups know weeks, so every week that overlaps counts whole. Undated articles then drop out. */
  from: string | null;
  to: string | null;
  language: string | null;
  translated: "all" | "only" | "none";
  /** A text several outlets printed: counted with each of them, or once, with the article it comes from. */
  wire: "every" | "once";
  weighting: Weighting;
  /** The row a timeline is opened for; null for the small multiples of all. */
  row: string | null;
  /** What the timeline follows. */
  of: "frame" | "stance";
  /** Draw shares corrected for the tag's measured errors beside the bare ones. */
  adjusted: boolean;
}

const TEACHING: Partial<Record<Side, Side>> = { western: "western_teaching", russian: "russian_teaching" };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GROUP_NAMES = ["a", "b", "c", "d"] as const;

const side = (id: Side): GroupSpec => ({ kind: "side", side: id, subGroup: null });

/** The sides a chart compares unless told otherwise; teaching articles only ever meet teaching articles. */
export function defaultGroups(teaching: boolean): [GroupSpec, GroupSpec] {
  return teaching ? [side("western_teaching"), side("russian_teaching")] : [side("western"), side("russian")];
}

function isTeaching(group: GroupSpec): boolean | null {
  return group.kind === "side" ? group.side.endsWith("_teaching") : null;
}

function group(given: string | null, teaching: boolean): GroupSpec | null {
  const read = given === null ? null : parseGroup(given);
  if (read === null) return null;
  const moved = teaching && read.kind === "side" ? { ...read, side: TEACHING[read.side] ?? read.side } : read;
  return isTeaching(moved) === !teaching ? null : moved;
}

function groups(params: URLSearchParams, teaching: boolean): ChartFilter["groups"] {
  const fallback = defaultGroups(teaching);
  const a = group(params.get("a"), teaching) ?? fallback[0];
  const b = group(params.get("b"), teaching) ?? fallback[1];
  const more = GROUP_NAMES.slice(2).flatMap((name) => group(params.get(name), teaching) ?? []);
  const keys = [a, b, ...more].map(groupKey);
  return new Set(keys).size < keys.length ? fallback : [a, b, ...more];
}

function oneOf<T extends string>(given: string | null, allowed: readonly T[], fallback: T): T {
  return allowed.find((each) => each === given) ?? fallback;
}

function day(given: string | null): string | null {
  return given && DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : null;
}

/** Reads the address. What cannot be read takes its default; a group compared with itself falls back to the defaults. */
export function filterFromParams(params: URLSearchParams): ChartFilter {
  const teaching = params.get("teaching") === "on";
  return {
    event: params.get("event") || null,
    teaching,
    voice: oneOf(params.get("voice"), ["own", "all", "quoted"], "own"),
    groups: groups(params, teaching),
    sort: oneOf(params.get("sort"), ["gap", "name", "codebook"], "gap"),
    from: day(params.get("from")),
    to: day(params.get("to")),
    language: params.get("language") || null,
    translated: oneOf(params.get("translated"), ["all", "only", "none"], "all"),
    wire: oneOf(params.get("wire"), ["every", "once"], "every"),
    weighting: oneOf(params.get("weighting"), ["outlets", "articles"], "outlets"),
    row: params.get("row") || null,
    of: oneOf(params.get("of"), ["frame", "stance"], "frame"),
    adjusted: params.get("adjusted") === "on",
  };
}

/** The address of a filter; defaults are left out, so one view has one address. */
export function paramsFromFilter(filter: ChartFilter): URLSearchParams {
  const params = new URLSearchParams();
  const fallback = defaultGroups(filter.teaching).map(groupKey);
  const set = (name: string, value: string | null, usual: string | null = null): void => {
    if (value !== null && value !== usual) params.set(name, value);
  };
  set("event", filter.event);
  set("teaching", filter.teaching ? "on" : null);
  set("voice", filter.voice, "own");
  for (const [at, name] of GROUP_NAMES.entries()) {
    const chosen = filter.groups[at];
    if (chosen) set(name, groupKey(chosen), fallback[at] ?? null);
  }
  set("sort", filter.sort, "gap");
  set("from", filter.from);
  set("to", filter.to);
  set("language", filter.language);
  set("translated", filter.translated, "all");
  set("wire", filter.wire, "every");
  set("weighting", filter.weighting, "outlets");
  set("row", filter.row);
  set("of", filter.of, "frame");
  set("adjusted", filter.adjusted ? "on" : null);
  return params;
}
