import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { codebook } from "#app/_database.ts";
import { rowLinks } from "#app/_charts/links.ts";
import { PairedDots } from "#app/_charts/PairedDots.tsx";
import { loadChart } from "#app/_charts/series.ts";
import { DataTable, sayingOf } from "#app/_ui/DataTable.tsx";
import { Figure } from "#app/_ui/Figure.tsx";
import { Notice, TeachingNotice, VersionBanner } from "#app/_ui/Notice.tsx";
import { readParams, type SearchParams } from "#app/_ui/words.ts";
import { altText } from "#lib/chart/altText.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { paramsFromFilter } from "#lib/chart/filters.ts";
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
  const links = rowLinks(series, definition.measure, filter);
  const csvHref = `/charts/${definition.slug}/csv?${paramsFromFilter(filter).toString()}`;
  return (
    <>
      <h1>{series.title}</h1>
      <VersionBanner summary={summary} />
      <TeachingNotice summary={summary} />
      <ChartForm definition={definition} filter={filter} summary={summary} sides={codebook().sides} />
      {summary.articles === 0 ? (
        <Notice title="No articles yet.">
          <a href="/import">Import articles</a> of both sides; the chart draws itself from them.
        </Notice>
      ) : null}
      <Figure
        series={series}
        csvHref={csvHref}
        chart={<PairedDots series={series} saying={sayingOf(series)} links={links} alt={altText(series)} />}
        table={<DataTable series={series} links={links} />}
      />
    </>
  );
}
