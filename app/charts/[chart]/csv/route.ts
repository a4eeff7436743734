import { chartFile } from "#app/_charts/file.ts";
import { seriesToCsv } from "#lib/chart/csv.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  return chartFile(request, params, "csv", "text/csv; charset=utf-8", seriesToCsv);
}
