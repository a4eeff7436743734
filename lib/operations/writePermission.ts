/** The guard of the server sets this header on every request it lets through; what a visitor sent there is dropped. */
export const WRITE_HEADER = "x-parallax-write";

/** On globalThis, because the pages are bundled apart from the server that runs them in one process. */
const kept = globalThis as { parallaxWriteToken?: string };

/** Sets the word that says "may write"; without a guard nobody may. */
export function writeToken(token: string): string {
  kept.parallaxWriteToken = token;
  return token;
}

/** Whether a request with this header value came through the guard as one that may write. */
export function permitsWriting(header: string | null): boolean {
  return kept.parallaxWriteToken !== undefined && header === kept.parallaxWriteToken;
}
