import "server-only";
import type { Series } from "#lib/domain/series.ts";
import { loadChart } from "./load.ts";

/** Answers a request for a chart's numbers as a file, under the same choices as the page. */
export async function chartFile(
  request: Request,
  params: Promise<{ chart: string }>,
  ending: string,
  type: string,
  write: (series: Series) => BodyInit | Promise<BodyInit>,
): Promise<Response> {
  const { chart } = await params;
  const loaded = await loadChart(chart, new URL(request.url).searchParams);
  if (!loaded) return new Response("There is no such chart.\n", { status: 404 });
  return new Response(await write(loaded.series), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="parallax-${loaded.definition.slug}.${ending}"`,
    },
  });
}
