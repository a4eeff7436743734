import type { Metadata } from "next";
import { codebook } from "#app/_database.ts";
import { Parts } from "#app/codebook/Parts.tsx";

export const metadata: Metadata = { title: "Loaded words" };

const WEIGHTS = ["", "weak", "clear", "strong"];

export default function Loaded() {
  const { loaded, speech } = codebook();
  return (
    <>
      <p className="crumb">
        <a href="/codebook">Codebook</a>
      </p>
      <h1>Loaded and distancing words</h1>
      <p className="lead">
        Words that judge, push or hold a statement at a distance. Each is counted only where it stands, and apart for
        the outlet’s own words.
      </p>
      <Parts here="/codebook/loaded" />
      {loaded.map((list) => (
        <section key={list.id} aria-labelledby={list.id}>
          <h2 id={list.id}>{list.label}</h2>
          <p>{list.definition}</p>
          {list.examples.length > 0 ? (
            <ul>
              {list.examples.slice(0, 4).map(({ text, words }) => (
                <li key={text} className="serif">
                  {text}{" "}
                  <span className="interval">
                    {words.length > 0 ? `counts: ${words.join(", ")}` : "nothing counts"}
                  </span>
                </li>
              ))}
            </ul>
          ) : null}
          <details>
            <summary>
              The words ({list.groups.reduce((sum, each) => sum + each.phrases.length + each.contextual.length, 0)})
            </summary>
            {list.groups.map((group) => (
              <p key={group.id}>
                <strong>
                  {WEIGHTS[group.weight]}
                  {list.category === "one_sided" && group.weight === 1 ? " (scores sentences, marks nothing)" : ""}
                </strong>{" "}
                {[...group.phrases, ...group.contextual.map(({ phrase }) => `${phrase} (in context)`)]
                  .join(", ")
                  .replaceAll("|", " | ")}
              </p>
            ))}
          </details>
          <p className="quiet">{list.source}</p>
        </section>
      ))}
      <h2 id="verbs">Verbs of saying</h2>
      <p>How a verb treats what it reports: it vouches for it, leaves it open, or doubts it.</p>
      {(["endorsing", "neutral", "distancing", "conflict", "cognitive"] as const).map((stance) => {
        const verbs = speech.verbs.filter((verb) => verb.stance === stance);
        return (
          <p key={stance}>
            <strong>{stance}</strong> <span className="quiet">{verbs.map(({ lemma }) => lemma).join(", ")}</span>
          </p>
        );
      })}
    </>
  );
}
