import { store } from "#app/_database.ts";
import { exportOpml } from "#lib/operations/feeds.ts";

export const dynamic = "force-dynamic";

/** The followed feeds as a subscription list. */
export async function GET(): Promise<Response> {
  return new Response(exportOpml(await (await store()).feeds()), {
    headers: {
      "content-type": "text/x-opml; charset=utf-8",
      "content-disposition": 'attachment; filename="parallax-feeds.opml"',
    },
  });
}
