import type { ChartFilter } from "#lib/chart/filters.ts";
import { groupKey } from "#lib/chart/groups.ts";
import type { ChartDefinition } from "#lib/chart/input.ts";
import type { SideRecord } from "#lib/domain/codebook.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { eventLabel } from "#app/_ui/words.ts";

const VOICES = { own: "The outlet’s own", all: "All, quotations too", quoted: "Quoted speakers’" } as const;
const KINDS = [
  ["state", "state-owned"],
  ["public", "public broadcasters"],
  ["private", "private"],
  ["exile", "in exile"],
  ["foreign_facing", "foreign-facing"],
  ["regional", "regional"],
] as const;

interface Props {
  definition: ChartDefinition;
  filter: ChartFilter;
  summary: CorpusSummary;
  sides: readonly SideRecord[];
  subGroups: readonly { side: string; subGroup: string }[];
  languages: readonly string[];
  rows: readonly { id: string; label: string }[];
}

/** Sides, their kinds of outlets, single outlets, and everybody else. */
function GroupSelect({
  name,
  label,
  given,
  props,
  optional,
}: {
  name: string;
  label: string;
  given: string;
  props: Props;
  optional?: boolean;
}) {
  const { sides, summary, filter, subGroups } = props;
  const offered = sides.filter((side) => side.id.endsWith("_teaching") === filter.teaching && side.id !== "unknown");
  const outlets = summary.outlets.filter((each) => each.teaching === filter.teaching);
  const known = new Set([
    "",
    "rest",
    ...offered.map((side) => side.id),
    ...subGroups.map((each) => `${each.side}.${each.subGroup}`),
    ...outlets.map((each) => `outlets:${each.outlet}`),
  ]);
  return (
    <label>
      {label}
      <select name={name} defaultValue={given}>
        {optional ? <option value="">–</option> : null}
        {known.has(given) ? null : <option value={given}>{given.replace("outlets:", "").replaceAll("|", ", ")}</option>}
        <optgroup label="Sides">
          {offered.map((side) => (
            <option key={side.id} value={side.id}>
              {side.label}
            </option>
          ))}
        </optgroup>
        {subGroups.length > 0 ? (
          <optgroup label="Kinds of outlets">
            {subGroups.map((each) => (
              <option key={`${each.side}.${each.subGroup}`} value={`${each.side}.${each.subGroup}`}>
                {sides.find((side) => side.id === each.side)?.label ?? each.side},{" "}
                {KINDS.find(([id]) => id === each.subGroup)?.[1] ?? each.subGroup}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label="One outlet">
          {[...new Map(outlets.map((each) => [each.outlet, each.label]))].map(([outlet, label]) => (
            <option key={outlet} value={`outlets:${outlet}`}>
              {label}
            </option>
          ))}
        </optgroup>
        <option value="rest">All others</option>
      </select>
    </label>
  );
}

/** What a reader may choose. A plain form: every choice stands in the address and works without scripts. */
export function ChartForm(props: Props) {
  const { definition, filter, summary, languages, rows } = props;
  const hasTeaching = summary.outlets.some((each) => each.teaching);
  const weeks = definition.grain === "weeks";
  const terms = definition.grain === "terms";
  const share = definition.measures.some((each) => each === "frame");
  const more =
    filter.from ||
    filter.to ||
    filter.language ||
    filter.translated !== "all" ||
    filter.wire !== "every" ||
    filter.weighting !== "outlets" ||
    filter.groups.length > 2 ||
    filter.adjusted;
  return (
    <form
      className="choices chart-choices"
      action={`/charts/${definition.slug}`}
      method="get"
      aria-label="Choices for this chart"
    >
      <GroupSelect name="a" label="Compare" given={groupKey(filter.groups[0])} props={props} />
      <GroupSelect name="b" label="with" given={groupKey(filter.groups[1])} props={props} />
      {weeks ? (
        <>
          <label>
            Follow
            <select name="of" defaultValue={filter.of}>
              <option value="frame">Frames</option>
              <option value="stance">Stances</option>
            </select>
          </label>
          <label>
            Open
            <select name="row" defaultValue={filter.row ?? ""}>
              <option value="">All, side by side</option>
              {rows.map((row) => (
                <option key={row.id} value={row.id}>
                  {row.label}, outlet by outlet
                </option>
              ))}
            </select>
          </label>
        </>
      ) : null}
      {summary.events.length > 0 ? (
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
      ) : null}
      {definition.voices.length > 1 ? (
        <label>
          Whose words
          <select name="voice" defaultValue={filter.voice}>
            {definition.voices.map((voice) => (
              <option key={voice} value={voice}>
                {VOICES[voice]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {hasTeaching ? (
        <label>
          Articles
          <select name="teaching" defaultValue={filter.teaching ? "on" : "off"}>
            <option value="off">Published</option>
            <option value="on">Written for teaching</option>
          </select>
        </label>
      ) : null}
      {terms || weeks ? null : (
        <label>
          Order
          <select name="sort" defaultValue={filter.sort}>
            <option value="gap">Widest gap first</option>
            <option value="name">By name</option>
            <option value="codebook">As in the codebook</option>
          </select>
        </label>
      )}
      <button type="submit">Show</button>
      <details className="choices-more" open={Boolean(more)}>
        <summary>More choices</summary>
        <div className="choices-grid">
          {terms ? (
            <>
              <GroupSelect
                name="c"
                label="and with"
                given={filter.groups[2] ? groupKey(filter.groups[2]) : ""}
                props={props}
                optional
              />
              <GroupSelect
                name="d"
                label="and with"
                given={filter.groups[3] ? groupKey(filter.groups[3]) : ""}
                props={props}
                optional
              />
            </>
          ) : null}
          <label>
            From
            <input type="date" name="from" defaultValue={filter.from ?? ""} />
          </label>
          <label>
            To
            <input type="date" name="to" defaultValue={filter.to ?? ""} />
          </label>
          {terms ? null : (
            <label>
              A side’s number
              <select name="weighting" defaultValue={filter.weighting}>
                <option value="outlets">each outlet counts once</option>
                <option value="articles">pooled: each article counts once</option>
              </select>
            </label>
          )}
          {languages.length > 1 ? (
            <label>
              Language
              <select name="language" defaultValue={filter.language ?? ""}>
                <option value="">All</option>
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {language}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <label>
            Machine translation
            <select name="translated" defaultValue={filter.translated}>
              <option value="all">with and without</option>
              <option value="none">without</option>
              <option value="only">only translated</option>
            </select>
          </label>
          <label>
            Wire copy
            <select name="wire" defaultValue={filter.wire}>
              <option value="every">in every outlet that printed it</option>
              <option value="once">once, where the text comes from</option>
            </select>
          </label>
          {share && !weeks ? (
            <label>
              Error-adjusted shares
              <select name="adjusted" defaultValue={filter.adjusted ? "on" : ""}>
                <option value="">not shown</option>
                <option value="on">shown beside, exploratory</option>
              </select>
            </label>
          ) : null}
        </div>
      </details>
    </form>
  );
}
