import type { Metadata } from "next";
import { corpusSummary } from "#app/_charts/load.ts";
import { codebook } from "#app/_database.ts";
import { Badge } from "#app/_ui/Badge.tsx";
import { AUDIENCE_LABELS, countryName, SUB_GROUP_LABELS, unverified } from "#app/_ui/outletWords.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, readParams, sideLabel, type SearchParams } from "#app/_ui/words.ts";
import type { Outlet } from "#lib/domain/codebook.ts";

export const metadata: Metadata = { title: "Outlets" };

function fits(outlet: Outlet, words: string): boolean {
  const text = [outlet.name, ...outlet.aliases, countryName(outlet.country), ...outlet.domains.map((d) => d.domain)];
  return words === "" || text.join(" ").toLowerCase().includes(words.toLowerCase());
}

function OutletTable({ caption, rows }: { caption: string; rows: readonly { outlet: Outlet; articles: number }[] }) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="data">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Side</th>
            <th scope="col" className="wide-only">
              Kind
            </th>
            <th scope="col" className="wide-only">
              Country
            </th>
            <th scope="col" className="wide-only">
              Writes for
            </th>
            <th scope="col" className="num">
              Articles here
            </th>
            <th scope="col" className="wide-only num">
              Facts unverified
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ outlet, articles }) => {
            const { unchecked, facts } = unverified(outlet);
            return (
              <tr key={outlet.id}>
                <th scope="row">
                  <a href={`/outlets/${encodeURIComponent(outlet.id)}`}>{outlet.name}</a>{" "}
                  {outlet.teaching ? <Badge tone="teaching">written for teaching</Badge> : null}
                </th>
                <td>
                  <SideMark side={outlet.side} />
                </td>
                <td className="wide-only">{outlet.subGroup ? SUB_GROUP_LABELS[outlet.subGroup] : "–"}</td>
                <td className="wide-only">{countryName(outlet.country)}</td>
                <td className="wide-only">{AUDIENCE_LABELS[outlet.audience]}</td>
                <td className="num">{articles > 0 ? articles.toLocaleString("en") : "–"}</td>
                <td className="wide-only num">{outlet.teaching ? "–" : `${unchecked} of ${facts}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export default async function Outlets({ searchParams }: { searchParams: SearchParams }) {
  const params = await readParams(searchParams);
  const { outlets, sides } = codebook();
  const summary = await corpusSummary();
  const words = params.get("search")?.trim() ?? "";
  const side = params.get("side") ?? "";
  const articles = new Map<string, number>();
  for (const each of summary.outlets) articles.set(each.outlet, (articles.get(each.outlet) ?? 0) + each.articles);
  const known = new Set(outlets.map(({ id }) => id));
  const strangers = summary.outlets.filter(({ outlet }) => !known.has(outlet));
  const order = (outlet: { side: string }): number => sides.findIndex(({ id }) => id === outlet.side);
  const rows = outlets
    .toSorted((x, y) => order(x) - order(y))
    .filter((outlet) => fits(outlet, words) && (side === "" || outlet.side === side))
    .map((outlet) => ({ outlet, articles: articles.get(outlet.id) ?? 0 }));
  const here = rows.filter((row) => row.articles > 0).toSorted((x, y) => y.articles - x.articles);
  const away = rows.filter((row) => row.articles === 0);
  const real = outlets.filter((outlet) => !outlet.teaching);
  const open = real.map(unverified).reduce((sum, each) => sum + each.unchecked, 0);
  return (
    <>
      <h1>Outlets</h1>
      <p className="lead">
        An outlet stands on a side by who owns and directs it, never by what it says. {real.length} are listed; others
        can be named at import.
      </p>
      <p>
        <strong>{open.toLocaleString("en")} facts</strong> about them have not been looked up yet; each is marked
        unverified on the outlet’s page.
      </p>
      <form className="choices" action="/outlets" method="get" role="search" aria-label="Find an outlet">
        <label className="wide-field">
          Name, country or address
          <input type="search" name="search" defaultValue={words} />
        </label>
        <label>
          Side
          <select name="side" defaultValue={side}>
            <option value="">All sides</option>
            {sides
              .filter(({ id }) => id !== "unknown")
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </select>
        </label>
        <button type="submit">Find</button>
      </form>
      {here.length > 0 ? (
        <OutletTable caption={`${count(here.length, "outlet")} with articles here`} rows={here} />
      ) : null}
      {strangers.length > 0 ? (
        <p>
          Not listed, but named at import:{" "}
          {strangers.map(({ outlet, label, side: its, articles: n }, index) => (
            <span key={`${outlet}${its}`}>
              {index > 0 ? "; " : ""}
              <a href={`/articles?outlet=${encodeURIComponent(outlet)}`}>{label}</a> ({sideLabel(its)}, {n})
            </span>
          ))}
          .
        </p>
      ) : null}
      {away.length > 0 ? (
        <OutletTable caption={`${count(away.length, "outlet")} without articles here`} rows={away} />
      ) : null}
      {rows.length === 0 ? (
        <p className="empty">
          No listed outlet fits. <a href="/outlets">Show all</a>
        </p>
      ) : null}
    </>
  );
}
