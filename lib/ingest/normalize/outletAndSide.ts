import { sideSchema, type Article, type Side } from "#lib/domain/article.ts";
import type { Outlet } from "#lib/domain/codebook.ts";
import type { Given, RawRecord } from "#lib/domain/import.ts";

export type FindOutlet = (nameOrUrl: string) => Outlet | null;
type Placed = Pick<Article, "outletId" | "outletName" | "side" | "sideReason" | "subGroup" | "teaching"> & {
  /** True when the outlet was told by the address alone. */
  byAddress: boolean;
  warnings: string[];
};

/** Who published it and on which side that outlet stands: stated, by the registry, or unknown; never by the text. */
export function placeArticle(record: RawRecord, given: Given, findOutlet: FindOutlet): Placed {
  const warnings: string[] = [];
  const name = record.outlet ?? given.outlet;
  const byName = name === undefined ? null : findOutlet(name);
  const byUrl = byName ?? (record.url === undefined ? null : findOutlet(record.url));
  // A name the registry does not know is kept, unless the address tells whose it is.
  const outlet = byUrl;
  const byAddress = byName === null && outlet !== null;
  const stated = record.side ?? given.side;
  const side = stated === undefined ? null : sideOf(stated);
  if (stated !== undefined && side === null) warnings.push(`There is no side "${stated}"; it was left out.`);
  const common = {
    outletId: outlet?.id ?? null,
    outletName: outlet?.name ?? name ?? null,
    teaching: record.teaching ?? outlet?.teaching ?? given.teaching ?? false,
    byAddress,
    warnings,
  };
  if (side !== null) {
    const who = record.side === undefined ? "Set by the user" : "Stated in the file";
    const why = record.side === undefined ? given.sideReason : (record.sideReason ?? given.sideReason);
    const unknown = outlet === null ? ", outlet unknown" : "";
    const against =
      outlet !== null && outlet.side !== side ? `; the registry lists ${outlet.name} as ${outlet.side}` : "";
    if (against !== "") warnings.push(`The side stated is ${side}${against}.`);
    return {
      ...common,
      side,
      sideReason: `${who}${unknown}${against}${why === undefined ? "" : `: ${why}`}.`.replace(/\.\.$/, "."),
      subGroup: outlet?.side === side ? outlet.subGroup : null,
    };
  }
  if (outlet !== null) {
    const by = byAddress ? "its address" : "its name";
    return {
      ...common,
      side: outlet.side,
      sideReason: `The outlet registry lists ${outlet.name} (found by ${by}) as ${outlet.side}.`,
      subGroup: outlet.subGroup,
    };
  }
  const why = name === undefined ? "No outlet is known." : `The outlet registry does not know "${name}".`;
  return { ...common, side: "unknown", sideReason: why, subGroup: null };
}

const OTHER_NAMES: Readonly<Record<string, Side>> = { west: "western", russia: "russian", ukraine: "ukrainian" };

/** "Western", "West", "western (teaching)" as users write them. */
export function sideOf(stated: string): Side | null {
  const folded = stated
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, "_")
    .replace(/^_|_$/g, "");
  const parsed = sideSchema.safeParse(OTHER_NAMES[folded] ?? folded);
  return parsed.success ? parsed.data : null;
}
