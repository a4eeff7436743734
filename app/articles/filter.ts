import { sideSchema } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import { parseGroup } from "#lib/chart/groups.ts";
import type { ArticleFilter } from "#lib/store/contract.ts";

export const PAGE_SIZE = 20;
const MEASURES: readonly Measure["measure"][] = [
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
];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a chart's dot asked for: the measure and target whose sentences the list shows. */
export interface Wanted {
  measure: Measure["measure"];
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

/** The group a chart's mark stood for, as the list's own conditions. */
function groupFilter(params: URLSearchParams): ArticleFilter {
  const group = parseGroup(params.get("group") ?? "");
  if (group?.kind === "outlets") return { outlets: group.outlets };
  if (group?.kind !== "side") return {};
  return { side: group.side, ...(group.subGroup ? { subGroup: group.subGroup } : {}) };
}

/** A mean stance stands on the articles that discuss its target; a choice rate on those that name the thing so. */
function withMeasure(wanted: Wanted): ArticleFilter {
  const { measure, target, voice } = wanted;
  if (measure === "stance") return { withMeasure: { measure: "stance_level", target: `${target}:discussed`, voice } };
  return { withMeasure: wanted };
}

/** Reads the address; what cannot be read is left out. */
export function articleFilter(params: URLSearchParams): ArticleFilter & { offset: number } {
  const side = sideSchema.safeParse(params.get("side"));
  const page = Math.max(1, Math.trunc(Number(params.get("page") ?? "1")) || 1);
  const wanted = wantedFrom(params);
  const text = (name: "outlet" | "event" | "search" | "language") => {
    const value = params.get(name)?.trim();
    return value ? { [name]: value } : {};
  };
  const day = (name: "from" | "to") => {
    const value = params.get(name);
    return value && DAY.test(value) ? { [name]: value } : {};
  };
  return {
    ...groupFilter(params),
    ...(side.success ? { side: side.data } : {}),
    ...text("outlet"),
    ...text("event"),
    ...text("search"),
    ...day("from"),
    ...day("to"),
    ...(params.get("teaching") === "on" ? { teaching: true } : {}),
    ...(params.get("teaching") === "off" ? { teaching: false } : {}),
    ...(params.get("translated") === "on" ? { machineTranslated: true } : {}),
    ...(params.get("translated") === "off" ? { machineTranslated: false } : {}),
    ...text("language"),
    ...(wanted ? withMeasure(wanted) : {}),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  };
}

/** The address of another page of the same list. */
export function pageHref(params: URLSearchParams, page: number): string {
  const next = new URLSearchParams(params);
  if (page > 1) next.set("page", String(page));
  else next.delete("page");
  return `/articles?${next.toString()}`;
}
