import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { corpusSummary } from "#app/_charts/load.ts";
import { codebook, store } from "#app/_database.ts";
import { ArticleFlags, Badge } from "#app/_ui/Badge.tsx";
import { Notice } from "#app/_ui/Notice.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, dayRange, titleOf } from "#app/_ui/words.ts";
import { Gaps } from "./Gaps.tsx";
import { Profile } from "./Profile.tsx";
import { SourceCard } from "./SourceCard.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

const NEWEST = 8;

function outletOf(id: string) {
  return codebook().outlets.find((each) => each.id === decodeURIComponent(id));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: outletOf((await params).id)?.name ?? "No such outlet" };
}

export default async function OutletPage({ params }: Props) {
  const outlet = outletOf((await params).id);
  if (!outlet) notFound();
  const side = codebook().sides.find(({ id }) => id === outlet.side);
  const db = await store();
  const [summary, { total, rows }] = await Promise.all([
    corpusSummary(),
    db.list({ outlet: outlet.id, limit: NEWEST }),
  ]);
  const mine = summary.outlets.filter((each) => each.outlet === outlet.id);
  const days = mine.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)).toSorted();
  return (
    <>
      <p className="crumb">
        <a href="/outlets">Outlets</a>
      </p>
      <h1>{outlet.name}</h1>
      <p className="facts">
        <SideMark side={outlet.side} />
        {outlet.teaching ? <Badge tone="teaching">invented, written for teaching</Badge> : null}
        <span>
          {count(total, "article")} here{total > 0 ? `, ${dayRange(days[0] ?? null, days.at(-1) ?? null)}` : ""}
        </span>
      </p>
      {outlet.teaching ? (
        <Notice title="This outlet does not exist.">
          It was invented for lessons; nothing here is a finding about a real one.
        </Notice>
      ) : null}
      <SourceCard outlet={outlet} side={side} />
      <Profile outlet={outlet} summary={summary} />
      {rows.length > 0 ? (
        <section aria-labelledby="articles">
          <h2 id="articles">Its articles</h2>
          <ul className="list">
            {rows.map((row) => (
              <li key={row.id}>
                <a className="list-title" href={`/articles/${encodeURIComponent(row.id)}`}>
                  {titleOf(row.title, row.opening)}
                </a>
                <p className="facts">
                  <span>{row.day ?? "undated"}</span>
                  <span>{count(row.words, "word")}</span>
                  <ArticleFlags teaching={row.teaching} machineTranslated={row.machineTranslated} />
                </p>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/articles?outlet=${encodeURIComponent(outlet.id)}`}>All {total.toLocaleString("en")}</a>
          </p>
        </section>
      ) : null}
      <Gaps outlet={outlet} summary={summary} />
    </>
  );
}
