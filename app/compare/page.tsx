import type { Metadata } from "next";
import { storedArticle } from "#app/articles/[id]/load.ts";
import { corpusSummary } from "#app/_charts/load.ts";
import { TeachingNotice } from "#app/_ui/Notice.tsx";
import { readParams, type SearchParams } from "#app/_ui/words.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import { Choose } from "./Choose.tsx";
import { Pair } from "./Pair.tsx";

export const metadata: Metadata = { title: "Compare two articles" };

async function find(id: string | null): Promise<StoredArticle | null> {
  return id ? storedArticle(id) : null;
}

export default async function Compare({ searchParams }: { searchParams: SearchParams }) {
  const params = await readParams(searchParams);
  const [a, b, summary] = await Promise.all([find(params.get("a")), find(params.get("b")), corpusSummary()]);
  const gone = [
    ["a", a],
    ["b", b],
  ].filter(([name, found]) => params.has(name as string) && found === null).length;
  const both = a && b && a.article.id !== b.article.id ? ([a, b] as const) : null;
  return (
    <>
      <h1>Two reports, side by side</h1>
      <p className="fixed-note">
        A difference is not two equal truths, and Parallax does not check facts. It marks how each report tells it: in
        which words, with whose voices, for or against whom.
      </p>
      {summary.outlets.every((each) => each.teaching) ? <TeachingNotice summary={summary} /> : null}
      {gone > 0 ? <p className="problem">An article of this address is no longer stored. Choose another.</p> : null}
      {both ? <Pair a={both[0]} b={both[1]} /> : null}
      <Choose params={params} a={a} b={both ? b : null} summary={summary} />
    </>
  );
}
