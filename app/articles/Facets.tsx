import type { Facets as FacetCounts } from "#lib/store/contract.ts";
import { eventLabel, sideLabel } from "#app/_ui/words.ts";
import { withChoice } from "./filter.ts";

/** Values of a facet shown; the form has them all. */
const SHOWN = 8;

function Facet({
  title,
  name,
  values,
  params,
}: {
  title: string;
  name: string;
  values: readonly { value: string; label: string; articles: number }[];
  params: URLSearchParams;
}) {
  const chosen = params.get(name);
  if (values.length < 2 && !chosen) return null;
  return (
    <p className="facets">
      <strong>{title}</strong>
      {values.slice(0, SHOWN).map(({ value, label, articles }) => (
        <a
          key={value}
          href={withChoice(params, name, chosen === value ? null : value)}
          aria-current={chosen === value ? "true" : undefined}
        >
          {label} <span>{articles.toLocaleString("en")}</span>
          {chosen === value ? " ×" : ""}
        </a>
      ))}
      {values.length > SHOWN ? <span>and {values.length - SHOWN} more</span> : null}
    </p>
  );
}

/** How the articles of this choice divide; each value narrows the list, a chosen one (×) is taken away again. */
export function Facets({ facets, params }: { facets: FacetCounts; params: URLSearchParams }) {
  const month = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });
  return (
    <div className="facet-rows">
      <Facet
        title="Sides"
        name="side"
        params={params}
        values={facets.sides.map((each) => ({ ...each, label: sideLabel(each.value) }))}
      />
      <Facet title="Outlets" name="outlet" params={params} values={facets.outlets} />
      <Facet
        title="Events"
        name="event"
        params={params}
        values={facets.events.map((each) => ({ ...each, label: eventLabel(each.value) }))}
      />
      <Facet
        title="Months"
        name="month"
        params={params}
        values={facets.months
          .toReversed()
          .map((each) => ({ ...each, label: month.format(new Date(`${each.value}-01T00:00:00Z`)) }))}
      />
    </div>
  );
}
