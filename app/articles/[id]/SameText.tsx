import { store } from "#app/_database.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count } from "#app/_ui/words.ts";
import type { Article } from "#lib/domain/article.ts";
import type { SameText as Same } from "#lib/domain/relations.ts";
import type { VersionRuling, WireRuling } from "#lib/domain/rulings.ts";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** One article with the same words, with how much is shared, and a way to lay both side by side. */
function Row({ id, same }: { id: string; same: Same }) {
  return (
    <li>
      <a href={`/articles/${encodeURIComponent(same.id)}`}>{same.title || "Without a title"}</a>
      <p className="facts">
        <SideMark side={same.side} />
        <span>{same.outletName ?? "outlet not known"}</span>
        <span>{same.day ?? "undated"}</span>
        {same.headlineOnly ? (
          <span>headline only</span>
        ) : (
          <span>
            {percent(same.share)} of this text stands there, {percent(same.back)} of that one here
          </span>
        )}
        <a href={`/compare?a=${encodeURIComponent(id)}&b=${encodeURIComponent(same.id)}`}>Compare</a>
      </p>
    </li>
  );
}

/** Who decided, when and why, where it was a person. */
function Ruled({ ruling }: { ruling: WireRuling | VersionRuling }) {
  return (
    <>
      A person ruled so on {ruling.at.slice(0, 10)}: “{ruling.reason}”
    </>
  );
}

/** Where else these words stand: other versions of the same outlet, and copies that other outlets printed. */
export async function SameText({ article }: { article: Article }) {
  const found = await (await store()).sameText(article.id);
  const versions = found.filter(({ as }) => as === "version");
  const copies = found.filter(({ as }) => as === "copy");
  const { wire, supersededBy, ruledWire, ruledVersions = [] } = article;
  if (found.length === 0 && !wire && !ruledWire && ruledVersions.length === 0) return null;
  return (
    <section aria-labelledby="same-text">
      <h2 id="same-text">The same text elsewhere</h2>
      {wire ? (
        <p>
          <strong>
            {wire.origin
              ? `Wire copy, ${ruledWire ? "" : "likely "}from ${wire.origin}.`
              : "Wire copy of unknown origin."}
          </strong>{" "}
          {ruledWire ? <Ruled ruling={ruledWire} /> : `Told by comparing texts: ${wire.reason}`}{" "}
          {wire.repeats
            ? "Where a chart counts wire copy once, another article is counted for it."
            : "Where a chart counts wire copy once, this article is the one counted."}
        </p>
      ) : null}
      {ruledWire?.is === "own" ? (
        <p>
          <strong>A report of its own.</strong> <Ruled ruling={ruledWire} />
        </p>
      ) : null}
      {supersededBy ? (
        <p>
          <strong>An earlier version.</strong> Charts count{" "}
          <a href={`/articles/${encodeURIComponent(supersededBy)}`}>the latest version</a>; this one stays readable.
        </p>
      ) : null}
      {ruledVersions.map((ruling) => (
        <p key={ruling.other}>
          <strong>{ruling.same ? "A version" : "No version"}</strong> of{" "}
          <a href={`/articles/${encodeURIComponent(ruling.other)}`}>
            {found.find(({ id }) => id === ruling.other)?.title || "another article"}
          </a>
          . <Ruled ruling={ruling} />
        </p>
      ))}
      {versions.length > 0 ? (
        <>
          <h3>{count(versions.length, "other version")} of the same outlet</h3>
          <ul className="list">
            {versions.map((same) => (
              <Row key={same.id} id={article.id} same={same} />
            ))}
          </ul>
        </>
      ) : null}
      {copies.length > 0 ? (
        <>
          <h3>Printed by {count(new Set(copies.map((each) => each.outletName)).size, "other outlet")}</h3>
          <ul className="list">
            {copies.map((same) => (
              <Row key={same.id} id={article.id} same={same} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
