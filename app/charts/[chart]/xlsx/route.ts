import { chartFile } from "#app/_charts/file.ts";
import { seriesToXlsx } from "#lib/chart/xlsx.ts";

export const dynamic = "force-dynamic";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  return chartFile(request, params, "xlsx", TYPE, async (series) => new Uint8Array(await seriesToXlsx(series)));
}
