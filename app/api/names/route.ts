import { corpusSummary } from "#app/_charts/load.ts";
import { codebook } from "#app/_database.ts";

export const dynamic = "force-dynamic";

/** Names a form may suggest: outlets of the registry (?teaching=on the invented ones) and events of the collection. */
export async function GET(request: Request): Promise<Response> {
  const teaching = new URL(request.url).searchParams.get("teaching") === "on";
  const { events } = await corpusSummary();
  return Response.json({
    outlets: codebook()
      .outlets.filter((each) => each.teaching === teaching)
      .map(({ name }) => name),
    events: events.map(({ event }) => event),
  });
}
