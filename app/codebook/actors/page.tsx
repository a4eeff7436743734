import type { Metadata } from "next";
import { codebook } from "#app/_database.ts";
import { Checked } from "#app/_ui/Badge.tsx";
import { countryName } from "#app/_ui/outletWords.ts";
import { readParams, type SearchParams } from "#app/_ui/words.ts";
import { Parts } from "#app/codebook/Parts.tsx";
import type { Actor } from "#lib/domain/codebook.ts";

export const metadata: Metadata = { title: "Speakers and places" };

const SHOWN = 200;
const CAMPS = { russia: "Russian", ukraine: "Ukrainian", west: "Western", other: "other" } as const;

function fits({ name, aliases, role, country }: Actor, words: string): boolean {
  const text = [name, ...aliases, role, country ? countryName(country) : ""].join(" ").toLowerCase();
  return text.includes(words.toLowerCase());
}

export default async function Actors({ searchParams }: { searchParams: SearchParams }) {
  const params = await readParams(searchParams);
  const words = params.get("search")?.trim() ?? "";
  const type = params.get("type") ?? "";
  const { actors } = codebook();
  const found = actors.filter((actor) => fits(actor, words) && (type === "" || actor.type === type));
  const open = actors.filter(({ checked }) => !checked).length;
  return (
    <>
      <p className="crumb">
        <a href="/codebook">Codebook</a>
      </p>
      <h1>Speakers, institutions, places</h1>
      <p className="lead">
        Whose words are whose. A camp is an office or a nationality, never an opinion: a Russian critic of the war
        counts as a Russian speaker.
      </p>
      <Parts here="/codebook/actors" />
      <p>
        {open} of {actors.length} have not been looked up and are marked unverified.
      </p>
      <form className="choices" action="/codebook/actors" method="get" role="search" aria-label="Find a name">
        <label className="wide-field">
          Name, office or country
          <input type="search" name="search" defaultValue={words} />
        </label>
        <label>
          Kind
          <select name="type" defaultValue={type}>
            <option value="">All</option>
            <option value="person">Persons</option>
            <option value="institution">Institutions</option>
            <option value="place">Places</option>
          </select>
        </label>
        <button type="submit">Find</button>
      </form>
      <div className="scroll" role="region" aria-label="Names" tabIndex={0}>
        <table className="data">
          <caption>
            {found.length} {found.length === 1 ? "name" : "names"}
            {found.length > SHOWN ? `, the first ${SHOWN}` : ""}
          </caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Camp</th>
              <th scope="col">Country</th>
              <th scope="col">Office or kind</th>
              <th scope="col">Dates</th>
              <th scope="col">Looked up</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((actor) => (
              <tr key={actor.id}>
                <th scope="row">
                  {actor.name}
                  {actor.aliases.length > 0 ? <span className="interval">{actor.aliases.join(", ")}</span> : null}
                </th>
                <td>{CAMPS[actor.bloc]}</td>
                <td>{actor.country ? countryName(actor.country) : "–"}</td>
                <td>{actor.role || actor.kind}</td>
                <td>{actor.from || actor.to ? `${actor.from ?? "…"} to ${actor.to ?? "now"}` : "–"}</td>
                <td>
                  <Checked checked={actor.checked} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
