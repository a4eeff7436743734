"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CollectLine } from "#app/api/collect/route.ts";
import type { CollectReport } from "#lib/operations/collect.ts";
import { count } from "#app/_ui/words.ts";

type Stage =
  | { at: "rest" }
  | { at: "asking"; articles: number; problems: string[]; stopping: boolean }
  | { at: "done"; report: CollectReport; problems: string[] }
  | { at: "failed"; problem: string };

/** Problems listed; the rest is counted. */
const SHOWN = 20;

/** Asks the feeds now and shows how far it is; what is under way goes on when the page is left. */
export function Collect({ allowed, waiting, feeds }: { allowed: boolean; waiting: number; feeds: number }) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ at: "rest" });
  const run = async (): Promise<void> => {
    setStage({ at: "asking", articles: 0, problems: [], stopping: false });
    const problems: string[] = [];
    const end = await collectNow((line) => {
      if ("problem" in line) problems.push(line.problem);
      setStage((now) => ({
        at: "asking",
        articles: "articles" in line ? line.articles : now.at === "asking" ? now.articles : 0,
        problems: [...problems],
        stopping: now.at === "asking" && now.stopping,
      }));
    });
    setStage("report" in end ? { at: "done", report: end.report, problems } : { at: "failed", problem: end.failed });
    router.refresh();
  };
  const stop = (): void => {
    setStage((now) => (now.at === "asking" ? { ...now, stopping: true } : now));
    void fetch("/api/collect/stop", { method: "POST" });
  };
  const busy = stage.at === "asking";
  return (
    <section aria-label="Collect" className="feeds-collect">
      <p>
        <button type="button" disabled={!allowed || busy} onClick={() => void run()}>
          {busy ? "Collecting …" : `Collect now from ${count(feeds, "feed")}`}
        </button>{" "}
        {busy ? (
          <button type="button" className="second" disabled={stage.stopping} onClick={stop}>
            {stage.stopping ? "Stopping after this batch …" : "Stop"}
          </button>
        ) : null}
        {waiting > 0 && !busy ? <span className="quiet">{count(waiting, "article")} waiting</span> : null}
      </p>
      <div role="status">
        {busy ? <p>{count(stage.articles, "article")} dealt with so far.</p> : null}
        {stage.at === "failed" ? <p className="problem">{stage.problem}</p> : null}
        {stage.at === "done" ? <Done report={stage.report} /> : null}
      </div>
      {(stage.at === "done" || busy) && stage.problems.length > 0 ? (
        <details>
          <summary>{count(stage.problems.length, "problem")}</summary>
          <ul>
            {stage.problems.slice(0, SHOWN).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {stage.problems.length > SHOWN ? <p className="quiet">and {stage.problems.length - SHOWN} more.</p> : null}
        </details>
      ) : null}
    </section>
  );
}

function Done({ report }: { report: CollectReport }) {
  const { feeds, added, headlineOnly, alreadyStored, refused, waiting } = report;
  return (
    <p>
      {count(feeds.asked, "feed")} asked, {feeds.failed} failed
      {feeds.pausing > 0 ? `, ${feeds.pausing} pausing after failures` : ""}. {count(added, "article")} added
      {headlineOnly > 0 ? `, of ${headlineOnly} only the headline` : ""}; {alreadyStored} stored before, {refused} could
      not be had, {waiting} waiting. {added > 0 ? <a href="/articles">See the articles</a> : null}
    </p>
  );
}

const AWAY = "The dashboard did not answer. What was stored is whole; collecting again completes it.";

/** Reads the answer line by line until it ends. */
async function collectNow(
  onLine: (line: CollectLine) => void,
): Promise<{ report: CollectReport } | { failed: string }> {
  try {
    const response = await fetch("/api/collect", { method: "POST" });
    if (!response.ok) {
      const said = (await response.json().catch(() => null)) as { problem?: string } | null;
      return { failed: said?.problem ?? AWAY };
    }
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      const lines = `${rest}${next.value}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const said = JSON.parse(line) as CollectLine;
        if ("report" in said) return said;
        if ("failed" in said) return said;
        onLine(said);
      }
    }
  } catch {
    return { failed: AWAY };
  }
  return { failed: AWAY };
}
