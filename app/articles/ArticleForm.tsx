import { sideLabel, eventLabel } from "#app/_ui/words.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";

/** Filters as a plain form; a chart's choice (measure, target, voice) is carried along. */
export function ArticleForm({ params, summary }: { params: URLSearchParams; summary: CorpusSummary }) {
  const value = (name: string): string => params.get(name) ?? "";
  return (
    <form className="choices" action="/articles" method="get" aria-label="Choose articles">
      <label>
        Words
        <input type="search" name="search" defaultValue={value("search")} placeholder="in title or text" />
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
            <option key={each.outlet} value={each.outlet}>
              {each.label} ({each.articles})
            </option>
          ))}
        </select>
      </label>
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
      <label>
        From
        <input type="date" name="from" defaultValue={value("from")} />
      </label>
      <label>
        To
        <input type="date" name="to" defaultValue={value("to")} />
      </label>
      {["measure", "target", "voice", "group", "teaching", "translated", "language"].map((name) =>
        params.has(name) ? <input key={name} type="hidden" name={name} value={value(name)} /> : null,
      )}
      <button type="submit">Show</button>
    </form>
  );
}
