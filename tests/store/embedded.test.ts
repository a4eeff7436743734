import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { emptied } from "#tests/support/emptied.ts";
import { storeSuite } from "./suite.ts";

storeSuite("the embedded database", async () => {
  const db = await openEmbedded();
  const store = await storeOn(db);
  return { store, empty: () => emptied(db), close: () => store.close() };
});
