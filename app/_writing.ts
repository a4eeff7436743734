import "server-only";
import { headers } from "next/headers";
import { permitsWriting, WRITE_HEADER } from "#lib/operations/writePermission.ts";

/** Whether this visitor may change anything: from this computer always, from the network with the passphrase. */
export async function mayWrite(): Promise<boolean> {
  return permitsWriting((await headers()).get(WRITE_HEADER));
}

/** For server actions and routes that write. @throws Error when this visitor may not. */
export async function assertMayWrite(): Promise<void> {
  if (!(await mayWrite())) throw new Error("This dashboard is read-only for you.");
}
