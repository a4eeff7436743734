import { answer } from "#app/api/import/answer.ts";
import { context, feedNetwork } from "#app/_context.ts";
import { collect, type CollectReport } from "#lib/operations/collect.ts";
import { beginRun, endRun } from "./running.ts";

export const dynamic = "force-dynamic";

/** One line of the answer: how far it is, something that went wrong on the way, then the report or why it stopped. */
export type CollectLine = { articles: number } | { problem: string } | { report: CollectReport } | { failed: string };

class Busy extends Error {}

/** Asks the feeds and fetches what is new. Answers with JSON Lines (CollectLine); goes on when its page is closed. */
export function POST(): Promise<Response> {
  return answer([Busy], async () => {
    const run = beginRun();
    if (!run) throw new Busy("A collection is under way already.");
    return new Response(lines(run.signal), { headers: { "content-type": "application/x-ndjson" } });
  });
}

function lines(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      let open = true;
      const say = (line: CollectLine): void => {
        if (open) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      this.cancel = () => {
        open = false;
      };
      try {
        const report = await collect(await context(), feedNetwork(), {
          signal,
          onProgress: (articles) => say({ articles }),
          onProblem: ({ file, reason }) => say({ problem: `${file}: ${reason}` }),
        });
        say({ report });
      } catch (error) {
        console.error(error);
        say({ failed: "The collection stopped. What was stored so far is whole; collecting again completes it." });
      } finally {
        endRun();
      }
      if (open) controller.close();
    },
  });
}
