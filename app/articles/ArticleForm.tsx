import { sideLabel, eventLabel } from "#app/_ui/words.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { SORTS } from "./filter.ts";

/** What the form carries along unseen: a chart's choice, an import, a month. */
const CARRIED = [
  "group",
  "measure",
  "target",
  "voice",
  "teaching",
  "translated",
  "language",
  "import",
  "month",
  "wire",
];

/** Filters as a plain form; without scripts it works as well. */
export function ArticleForm({ params, summary }: { params: URLSearchParams; summary: CorpusSummary }) {
  const value = (name: string): string => params.get(name) ?? "";
  return (
    <form className="choices" action="/articles" method="get" role="search" aria-label="Choose articles">
      <label className="wide-field">
        Words
        <input type="search" name="search" defaultValue={value("search")} placeholder={'words, "a phrase", -without'} />
      </label>
      <label>
        Side
        <select name="side" defaultValue={value("side")}>
          <option value="">All sides</option>
          {summary.sides.map(({ side, articles }) => (
            <option key={side} value={side}>
              {sideLabel(side)} ({articles})
            </option>
          ))}
        </select>
      </label>
      <label>
        Outlet
        <select name="outlet" defaultValue={value("outlet")}>
          <option value="">All outlets</option>
          {summary.outlets.map((each) => (
            <option key={`${each.outlet}${each.side}`} value={each.outlet}>
              {each.label} ({each.articles})
            </option>
          ))}
        </select>
      </label>
      {summary.events.length > 0 ? (
        <label>
          Event
          <select name="event" defaultValue={value("event")}>
            <option value="">All events</option>
            {summary.events.map(({ event, articles }) => (
              <option key={event} value={event}>
                {eventLabel(event)} ({articles})
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        From
        <input type="date" name="from" defaultValue={value("from")} />
      </label>
      <label>
        To
        <input type="date" name="to" defaultValue={value("to")} />
      </label>
      <label>
        Order
        <select name="sort" defaultValue={value("sort") || (params.has("search") ? "relevance" : "newest")}>
          {SORTS.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {CARRIED.map((name) =>
        params.has(name) ? <input key={name} type="hidden" name={name} value={value(name)} /> : null,
      )}
      <button type="submit">Show</button>
    </form>
  );
}
