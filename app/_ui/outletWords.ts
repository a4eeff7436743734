import type { Outlet } from "#lib/domain/codebook.ts";
import type { SubGroup } from "#lib/domain/article.ts";

export const SUB_GROUP_LABELS: Record<SubGroup, string> = {
  state: "state-owned",
  public: "public broadcaster",
  private: "private",
  regional: "regional newsroom",
  exile: "in exile",
  foreign_facing: "foreign-facing service",
};
export const AUDIENCE_LABELS: Record<Outlet["audience"], string> = {
  domestic: "readers at home",
  foreign_facing: "readers abroad",
  international: "readers at home and abroad",
};

const countries = new Intl.DisplayNames(["en"], { type: "region" });
const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** "RU" reads "Russia"; what is no country code stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
export function languageNames(codes: readonly string[]): string {
  return codes.map((code) => languages.of(code) ?? code).join(", ");
}

/** How many facts of an outlet's record nobody looked up, of how many there are. */
export function unverified(outlet: Outlet): { unchecked: number; facts: number } {
  const facts = [
    outlet.ownership.checked,
    outlet.control.checked,
    ...(outlet.founded ? [outlet.founded.checked] : []),
    ...outlet.domains.map((each) => each.checked),
    ...outlet.feeds.map((each) => each.checked),
  ];
  return { unchecked: facts.filter((checked) => !checked).length, facts: facts.length };
}
