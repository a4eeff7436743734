import { answer } from "#app/api/import/answer.ts";
import { stopRun } from "#app/api/collect/running.ts";

export const dynamic = "force-dynamic";

/** Ends the collection under way after its batch. Answers with { stopping }. */
export function POST(): Promise<Response> {
  return answer([], async () => ({ stopping: stopRun() }));
}
