import { sideSchema } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import { parseGroup } from "#lib/chart/groups.ts";
import type { ArticleFilter } from "#lib/store/contract.ts";

export const PAGE_SIZE = 20;
export const MEASURES = [
  "frame",
  "narrative",
  "stance",
  "stance_level",
  "wording",
  "choice",
  "voice_share",
  "kind_share",
  "heard",
  "speaker",
  "report",
  "device",
  "role",
] as const satisfies readonly Measure["measure"][];
export const SORTS = [
  ["newest", "Newest first"],
  ["oldest", "Oldest first"],
  ["relevance", "Best match first"],
  ["title", "By headline"],
  ["outlet", "By outlet"],
  ["words", "Longest first"],
] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What a chart's mark asked for: the measure and target whose sentences the list shows. */
export interface Wanted {
  measure: (typeof MEASURES)[number];
  target: string;
  voice: Measure["voice"];
}

export function wantedFrom(params: URLSearchParams): Wanted | null {
  const measure = MEASURES.find((each) => each === params.get("measure"));
  const target = params.get("target");
  if (!measure || !target) return null;
  const voice = params.get("voice");
  return { measure, target, voice: voice === "own" || voice === "quoted" ? voice : "all" };
}

/** A chart's group as the list knows it; "everybody else" narrows nothing. */
function groupFilter(params: URLSearchParams): ArticleFilter {
  const group = parseGroup(params.get("group") ?? "");
  if (group?.kind === "outlets") return { outlets: group.outlets };
  if (group?.kind !== "side") return {};
  return { side: group.side, ...(group.subGroup ? { subGroup: group.subGroup } : {}) };
}

function days(params: URLSearchParams): ArticleFilter {
  const month = params.get("month");
  if (month && MONTH.test(month)) {
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
    return { from: `${month}-01`, to: `${month}-${last}` };
  }
  const day = (name: "from" | "to"): ArticleFilter => {
    const value = params.get(name);
    return value && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? { [name]: value } : {};
  };
  return { ...day("from"), ...day("to") };
}

/** A mean stance stands on the articles that discuss its target. */
function withMeasure({ measure, target, voice }: Wanted): ArticleFilter {
  if (measure === "stance") return { withMeasure: { measure: "stance_level", target: `${target}:discussed`, voice } };
  return { withMeasure: { measure, target, voice } };
}

/** Reads the address; what cannot be read is left out. */
export function articleFilter(params: URLSearchParams): ArticleFilter & { offset: number } {
  const side = sideSchema.safeParse(params.get("side"));
  const page = Math.min(1e6, Math.max(1, Math.trunc(Number(params.get("page") ?? "1")) || 1));
  const wanted = wantedFrom(params);
  const sort = SORTS.find(([id]) => id === params.get("sort"))?.[0];
  const imported = params.get("import");
  const wire = params.get("wire");
  const text = (name: "outlet" | "event" | "search" | "language") => {
    const value = params.get(name)?.trim();
    return value ? { [name]: value } : {};
  };
  const onOff = (name: string, field: "teaching" | "machineTranslated") => {
    const value = params.get(name);
    return value === "on" || value === "off" ? { [field]: value === "on" } : {};
  };
  return {
    ...groupFilter(params),
    ...(side.success ? { side: side.data } : {}),
    ...text("outlet"),
    ...text("event"),
    ...text("search"),
    ...text("language"),
    ...days(params),
    ...onOff("teaching", "teaching"),
    ...onOff("translated", "machineTranslated"),
    ...(wire === "once" || wire === "only" ? { wire } : {}),
    ...(imported && /^\d{1,9}$/.test(imported) ? { importId: imported } : {}),
    ...(wanted ? withMeasure(wanted) : {}),
    sort: sort ?? (params.has("search") ? "relevance" : "newest"),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  };
}

/** The address of the same list with one choice changed; null takes it away. The page number starts anew. */
export function withChoice(params: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(params);
  next.delete("page");
  if (value === null) next.delete(name);
  else next.set(name, value);
  const query = next.toString();
  return query ? `/articles?${query}` : "/articles";
}

/** The address of another page of the same list. */
export function pageHref(params: URLSearchParams, page: number): string {
  const next = new URLSearchParams(params);
  if (page > 1) next.set("page", String(page));
  else next.delete("page");
  const query = next.toString();
  return query ? `/articles?${query}` : "/articles";
}
