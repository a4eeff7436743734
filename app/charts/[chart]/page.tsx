import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { codebook } from "#app/_database.ts";
import { chartChoices } from "#app/_charts/choices.ts";
import { loadChart } from "#app/_charts/load.ts";
import { SeriesFigure } from "#app/_charts/SeriesFigure.tsx";
import { Notice, TeachingNotice } from "#app/_ui/Notice.tsx";
import { VersionBanner } from "#app/_ui/VersionBanner.tsx";
import { readParams, type SearchParams } from "#app/_ui/words.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { ChartForm } from "./ChartForm.tsx";

interface Props {
  params: Promise<{ chart: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: definitions.get((await params).chart)?.title ?? "No such chart" };
}

export default async function ChartPage({ params, searchParams }: Props) {
  const loaded = await loadChart((await params).chart, await readParams(searchParams));
  if (!loaded) notFound();
  const { definition, filter, series, summary } = loaded;
  return (
    <>
      <p className="eyebrow">
        <a href="/charts">Charts</a> · {series.title}
      </p>
      <h1>{series.question}</h1>
      <VersionBanner summary={summary} />
      <TeachingNotice summary={summary} />
      <ChartForm
        definition={definition}
        filter={filter}
        summary={summary}
        sides={codebook().sides}
        {...await chartChoices(filter)}
      />
      {summary.articles === 0 ? (
        <Notice title="No articles yet.">
          <a href="/import">Import articles</a> of both sides; the chart draws itself from them.
        </Notice>
      ) : null}
      <SeriesFigure series={series} filter={filter} made={new Date().toISOString().slice(0, 10)} />
    </>
  );
}
