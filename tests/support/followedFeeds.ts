import { openStore } from "#lib/store/openStore.ts";

const SHARED = { etag: null, lastModified: null };
const ADDED = "2026-01-01T00:00:00.000Z";

/** Three feeds as a user meets them: one that works, one that fails, one never asked. On hosts that do not exist. */
export async function followFeeds(dataFolder: string): Promise<void> {
  const store = await openStore({ dataFolder, databaseUrl: null });
  const follow = (id: string, title: string | null, outlet: string | null): Promise<boolean> =>
    store.addFeed({ id, address: `https://${id}.example/world/feed.xml`, title, outlet, addedAt: ADDED });
  await follow("works", "World news", "Reuters");
  await follow("fails", "A feed with a rather long title that has to break on a telephone", null);
  await follow("never", null, null);
  await store.noteFeed(
    "works",
    { ...SHARED, triedAt: ADDED, succeededAt: ADDED, error: null, failures: 0, nextAt: null },
    [{ key: "https://works.example/1", url: "https://works.example/1", title: "One report" }],
  );
  await store.noteFeed(
    "fails",
    { ...SHARED, triedAt: ADDED, error: "The site answered 503", failures: 3, nextAt: "2099-01-01T00:00:00.000Z" },
    [],
  );
  await store.close();
}
