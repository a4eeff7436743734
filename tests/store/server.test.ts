import { describe, it } from "vitest";
import { openServer } from "#lib/store/database/server.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { emptied } from "#tests/support/emptied.ts";
import { postgresPrograms, startPostgres } from "#tests/support/postgres.ts";
import { storeSuite } from "./suite.ts";
import { wideSuite } from "./wide.ts";

const programs = postgresPrograms();
if (programs === null) {
  describe("a store on a Postgres server", () => {
    it.skip("is not tried: no Postgres is installed in /usr/lib/postgresql", () => undefined);
  });
} else {
  storeSuite("a Postgres server", async () => {
    const server = await startPostgres(programs);
    const db = await openServer(server.url);
    const store = await storeOn(db);
    return {
      store,
      empty: () => emptied(db),
      async close() {
        await store.close();
        await server.stop();
      },
    };
  });
  wideSuite("a Postgres server", async () => {
    const server = await startPostgres(programs);
    const store = await storeOn(await openServer(server.url));
    return {
      store,
      async close() {
        await store.close();
        await server.stop();
      },
    };
  });
}
