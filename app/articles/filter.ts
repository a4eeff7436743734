import { sideSchema } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { ArticleFilter } from "#lib/store/contract.ts";

export const PAGE_SIZE = 20;
const MEASURES: readonly Measure["measure"][] = ["frame", "stance", "wording", "voice_share", "role"];
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
  return { measure, target, voice: params.get("voice") === "own" ? "own" : "all" };
}

/**
 * Reads the address; what cannot be read is left out. A stance may be below zero, and the store keeps values above zero
 * only, so a stance does not narrow the list.
 */
export function articleFilter(params: URLSearchParams): ArticleFilter & { offset: number } {
  const side = sideSchema.safeParse(params.get("side"));
  const page = Math.max(1, Math.trunc(Number(params.get("page") ?? "1")) || 1);
  const wanted = wantedFrom(params);
  const text = (name: "outlet" | "event" | "search") => {
    const value = params.get(name)?.trim();
    return value ? { [name]: value } : {};
  };
  const day = (name: "from" | "to") => {
    const value = params.get(name);
    return value && DAY.test(value) ? { [name]: value } : {};
  };
  return {
    ...(side.success ? { side: side.data } : {}),
    ...text("outlet"),
    ...text("event"),
    ...text("search"),
    ...day("from"),
    ...day("to"),
    ...(params.get("teaching") === "on" ? { teaching: true } : {}),
    ...(params.get("teaching") === "off" ? { teaching: false } : {}),
    ...(wanted && wanted.measure !== "stance" ? { withMeasure: wanted } : {}),
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
