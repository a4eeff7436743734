import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { emptied } from "#tests/support/emptied.ts";
import { storeSuite } from "./suite.ts";
import { wideSuite } from "./wide.ts";

storeSuite("the embedded database", async () => {
  const db = await openEmbedded();
  const store = await storeOn(db);
  return { store, empty: () => emptied(db), close: () => store.close() };
});

wideSuite("the embedded database", async () => {
  const store = await storeOn(await openEmbedded());
  return { store, close: () => store.close() };
});
