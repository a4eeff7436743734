import { loadChart } from "#app/_charts/series.ts";
import { seriesToCsv } from "#lib/chart/csv.ts";

export const dynamic = "force-dynamic";

/** The chart's table as CSV, under the same choices as the page. */
export async function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  const { chart } = await params;
  const loaded = await loadChart(chart, new URL(request.url).searchParams);
  if (!loaded) return new Response("There is no such chart.\n", { status: 404 });
  return new Response(seriesToCsv(loaded.series), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="parallax-${loaded.definition.slug}.csv"`,
    },
  });
}
