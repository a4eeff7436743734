import type { Metadata } from "next";
import { codebook } from "#app/_database.ts";
import { Notation } from "#app/codebook/Notation.tsx";
import { Parts } from "#app/codebook/Parts.tsx";
import { Sign } from "#app/codebook/Sign.tsx";
import type { StanceTarget } from "#lib/domain/codebook.ts";

export const metadata: Metadata = { title: "Stance targets" };

function Target({ target }: { target: StanceTarget }) {
  const against = target.cues.filter(({ sign }) => sign < 0);
  const favour = target.cues.filter(({ sign }) => sign > 0);
  const told = target.cues.filter(({ sign }) => sign === 0);
  const about = target.kind === "proposition" ? target.about : target.mentions;
  return (
    <section aria-labelledby={target.id}>
      <h3 id={target.id}>{target.label}</h3>
      <p>{target.definition}</p>
      {target.examples.length > 0 ? (
        <ul className="examples">
          {target.examples.map(({ text, sign }) => (
            <li key={text}>
              <Sign is={sign > 0 ? "for" : sign < 0 ? "against" : "neither"} />
              {text}
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary>
          Words: {about.length} that name it, {against.length} against, {favour.length} for
        </summary>
        {(
          [
            ["Name it", about],
            ["Against", against.map(({ phrase }) => phrase)],
            ["For", favour.map(({ phrase }) => phrase)],
            ["Told without a side, which holds weaker words back", told.map(({ phrase }) => phrase)],
          ] as const
        ).map(([title, phrases]) =>
          phrases.length > 0 ? (
            <div key={title}>
              <h4>{title}</h4>
              <ul className="cues">
                {phrases.map((phrase) => (
                  <li key={phrase}>{phrase.replaceAll("|", " | ")}</li>
                ))}
              </ul>
            </div>
          ) : null,
        )}
      </details>
    </section>
  );
}

export default function Targets() {
  const { targets, stanceCues, roleVerbs } = codebook();
  return (
    <>
      <p className="crumb">
        <a href="/codebook">Codebook</a>
      </p>
      <h1>Stance: towards whom and what</h1>
      <p className="lead">
        A stance is always towards a named target or a sentence, never a view of the world. What outlets quote others
        saying is counted apart. “Cannot tell” is not neutral.
      </p>
      <p className="quiet">
        In the lists of words: <Notation />
      </p>
      <Parts here="/codebook/targets" />
      <h2>Actors</h2>
      {targets.map((target) => (target.kind === "entity" ? <Target key={target.id} target={target} /> : null))}
      <h2>Sentences one can be for or against</h2>
      {targets.map((target) => (target.kind === "proposition" ? <Target key={target.id} target={target} /> : null))}
      <h2>Words around any actor</h2>
      <p>
        {stanceCues.length} phrases and {roleVerbs.length} verbs tell for or against whoever stands beside them.
      </p>
      <details>
        <summary>Phrases</summary>
        <ul className="cues">
          {stanceCues.map((cue) => (
            <li key={cue.id}>
              {cue.phrase.replaceAll("|", " | ")} <span className="quiet">{cue.sign > 0 ? "for" : "against"}</span>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>Verbs: how they paint who does it, and to whom it is done</summary>
        <ul className="cues">
          {roleVerbs.map(({ lemma, agent, theme }) => (
            <li key={lemma}>
              {lemma}{" "}
              <span className="quiet">
                doer {agent}, other {theme}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
