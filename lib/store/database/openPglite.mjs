// @ts-check
// JavaScript, so that the thread of the database starts without a TypeScript loader: half a second and 60 MB.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { collectGarbage } from "./collectGarbage.mjs";

/**
 * Opens the database in a folder, or in memory for null; a new one gives back what making it left.
 * @param {string | null} folder
 * @returns {Promise<PGlite>}
 * @throws an error that says what to do.
 */
export async function openPglite(folder) {
  const fresh = folder === null || !existsSync(join(folder, "PG_VERSION"));
  try {
    const pglite = await PGlite.create(folder === null ? {} : { dataDir: folder });
    // Making a new database leaves some 400 MB that nothing refers to.
    if (fresh) await collectGarbage();
    return pglite;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database in ${folder ?? "memory"} cannot be opened (${why.split("\n")[0]}). ` +
        "If the folder is damaged, move it away and import again.",
      { cause: error },
    );
  }
}
