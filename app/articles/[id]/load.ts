import "server-only";
import { cache } from "react";
import { store } from "#app/_database.ts";

/** The article of an address, read once a request; null where there is none. */
export const load = cache(async (id: string) => (await store()).article(decodeURIComponent(id)));
