import { Checked } from "#app/_ui/Badge.tsx";
import { AUDIENCE_LABELS, countryName, languageNames, SUB_GROUP_LABELS } from "#app/_ui/outletWords.ts";
import type { Outlet, SideRecord } from "#lib/domain/codebook.ts";

function Fact({
  text,
  source,
  checked,
  invented = false,
}: {
  text: string;
  source?: string | undefined;
  checked: boolean;
  invented?: boolean;
}) {
  return (
    <>
      {text} {invented ? null : <Checked checked={checked} />}
      {source ? <span className="interval">Source: {source}</span> : null}
    </>
  );
}

/** Who is answerable for an outlet, with the source of each fact, and doors to leave this site and check. */
export function SourceCard({ outlet, side }: { outlet: Outlet; side: SideRecord | undefined }) {
  const kind = [outlet.subGroup ? SUB_GROUP_LABELS[outlet.subGroup] : null, outlet.kind ?? null].filter(Boolean);
  const wanted = encodeURIComponent(outlet.name);
  return (
    <section aria-labelledby="card">
      <h2 id="card">Who is behind it</h2>
      <dl className="card">
        <dt>Owned by</dt>
        <dd>
          <Fact {...outlet.ownership} invented={outlet.teaching} />
        </dd>
        <dt>Directed by</dt>
        <dd>
          <Fact {...outlet.control} invented={outlet.teaching} />
        </dd>
        <dt>Kind</dt>
        <dd>{kind.length > 0 ? kind.join(", ") : "not recorded"}</dd>
        <dt>Country</dt>
        <dd>{countryName(outlet.country)}</dd>
        <dt>Writes for</dt>
        <dd>
          {AUDIENCE_LABELS[outlet.audience]}, in {languageNames(outlet.languages)}. Parallax reads its English text only
          {outlet.audience === "foreign_facing" ? ", which is not what people at home read" : ""}.
        </dd>
        {outlet.founded ? (
          <>
            <dt>Founded</dt>
            <dd>
              <Fact
                text={String(outlet.founded.year)}
                source={outlet.founded.source}
                checked={outlet.founded.checked}
              />
            </dd>
          </>
        ) : null}
        <dt>Why on its side</dt>
        <dd>
          {side?.definition ?? "Its side is not recorded."} {side?.reason}
        </dd>
        {outlet.note && !outlet.teaching ? (
          <>
            <dt>Note</dt>
            <dd>{outlet.note}</dd>
          </>
        ) : null}
        {outlet.teaching ? (
          <>
            <dt>Style</dt>
            <dd>{outlet.note}</dd>
          </>
        ) : null}
        {outlet.domains.length > 0 ? (
          <>
            <dt>Addresses</dt>
            <dd>
              {outlet.domains.map(({ domain, source, checked }) => (
                <span key={domain} className="line">
                  <a href={`https://${domain}`} rel="noreferrer nofollow external">
                    {domain}
                  </a>{" "}
                  <Checked checked={checked} />
                  {source ? <span className="interval">Source: {source}</span> : null}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {outlet.teaching ? null : (
          <>
            <dt>Leave and check</dt>
            <dd>
              <a href={`https://en.wikipedia.org/w/index.php?search=${wanted}`} rel="noreferrer external">
                What Wikipedia says
              </a>{" "}
              ·{" "}
              <a href={`https://www.wikidata.org/w/index.php?search=${wanted}`} rel="noreferrer external">
                Wikidata
              </a>
              <span className="interval">
                These leave Parallax. Who others say is behind an outlet is worth more than what it says of itself.
              </span>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
