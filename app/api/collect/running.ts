import "server-only";

/** On globalThis: routes are bundled apart, and there is one collection a process. */
const kept = globalThis as { parallaxCollecting?: AbortController | undefined };

/** Begins a run, or null while another is under way. */
export function beginRun(): AbortController | null {
  if (kept.parallaxCollecting) return null;
  return (kept.parallaxCollecting = new AbortController());
}

export function endRun(): void {
  kept.parallaxCollecting = undefined;
}

/** Ends the run after the batch under way; false when there is none. */
export function stopRun(): boolean {
  kept.parallaxCollecting?.abort();
  return kept.parallaxCollecting !== undefined;
}
