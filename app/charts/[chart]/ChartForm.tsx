import type { ChartFilter } from "#lib/chart/filters.ts";
import type { ChartDefinition } from "#lib/chart/input.ts";
import type { SideRecord } from "#lib/domain/codebook.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { eventLabel } from "#app/_ui/words.ts";

/** What a reader may choose. A plain form: every choice stands in the address and works without scripts. */
export function ChartForm({
  definition,
  filter,
  summary,
  sides,
}: {
  definition: ChartDefinition;
  filter: ChartFilter;
  summary: CorpusSummary;
  sides: SideRecord[];
}) {
  const hasTeaching = summary.outlets.some((each) => each.teaching);
  const offered = sides.filter((side) => side.id.endsWith("_teaching") === filter.teaching && side.id !== "unknown");
  return (
    <form className="choices" action={`/charts/${definition.slug}`} method="get" aria-label="Choices for this chart">
      <label>
        Event
        <select name="event" defaultValue={filter.event ?? ""}>
          <option value="">All events</option>
          {summary.events.map(({ event, articles }) => (
            <option key={event} value={event}>
              {eventLabel(event)} ({articles})
            </option>
          ))}
        </select>
      </label>
      {definition.measure === "voice_share" ? null : (
        <label>
          Whose words
          <select name="voice" defaultValue={filter.voice}>
            <option value="own">The outlet’s own</option>
            <option value="all">All, quotations too</option>
          </select>
        </label>
      )}
      {hasTeaching ? (
        <label>
          Articles
          <select name="teaching" defaultValue={filter.teaching ? "on" : "off"}>
            <option value="off">Published</option>
            <option value="on">Written for teaching</option>
          </select>
        </label>
      ) : null}
      {offered.length > 2
        ? (["a", "b"] as const).map((name) => (
            <label key={name}>
              {name === "a" ? "Compare" : "with"}
              <select name={name} defaultValue={filter[name]}>
                {offered.map((side) => (
                  <option key={side.id} value={side.id}>
                    {side.label}
                  </option>
                ))}
              </select>
            </label>
          ))
        : null}
      <label>
        Order
        <select name="sort" defaultValue={filter.sort}>
          <option value="gap">Widest gap first</option>
          <option value="name">By name</option>
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}
