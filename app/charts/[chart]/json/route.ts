import { chartFile } from "#app/_charts/file.ts";

export const dynamic = "force-dynamic";

/** The whole series as the page drew it. */
export function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  return chartFile(request, params, "json", "application/json; charset=utf-8", (series) =>
    JSON.stringify(series, null, 2),
  );
}
