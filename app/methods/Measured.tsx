import { sayMeasured } from "#lib/chart/trust.ts";
import type { Measurement } from "#lib/domain/measurements.ts";

const SIDE_NAMES: Record<string, string> = { all: "all", western: "Western", russian: "Russian" };
const TASK_NAMES: Record<string, string> = {
  frames: "Frames of an article",
  "narrative-frames": "Narrative questions",
  stance: "Stance to actors",
  attribution: "Whose words",
  wording: "Naming choices",
  "loaded-language": "Loaded sentences",
  roles: "Roles of actors",
  "entity-roles": "Roles of any named entity (climate news)",
  proposition: "Sending Western troops, one sentence",
  "frame-sentences": "Frames of one sentence",
  "target-sentiment": "Tone towards a named target, one sentence",
};

/** Figures shown of a measurement at once; the main ones are stored first. */
const SHOWN = 6;

function Figures({ figures, label }: { figures: Measurement["figures"]; label: string }) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Side</th>
            <th scope="col">n</th>
            <th scope="col">Value, 95 %</th>
            <th scope="col">Trivial answer</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.name}${figure.side}`}>
              <th scope="row">{figure.name}</th>
              <td>{SIDE_NAMES[figure.side] ?? figure.side}</td>
              <td className="num">{figure.n.toLocaleString("en")}</td>
              <td className="num">{sayMeasured(figure.value, figure.interval)}</td>
              <td className="num">{sayMeasured(figure.trivial, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One stored measurement: what was measured against whose codes, per side, beside the trivial answer. */
function Task({ measured }: { measured: Measurement }) {
  const name = TASK_NAMES[measured.task] ?? measured.task;
  const worst = measured.rows
    .filter((row) => row.side !== "all" && row.f1 !== null)
    .toSorted((a, b) => (a.f1 ?? 0) - (b.f1 ?? 0));
  return (
    <section aria-label={`How right: ${name}`}>
      <h3>{name}</h3>
      <p className="quiet">
        {measured.data.items.toLocaleString("en")} items ({measured.data.name.split("/").at(-1)}), coded by{" "}
        {measured.coder}; {measured.method}; {measured.date}.
      </p>
      {measured.figures.length > 0 ? (
        <Figures figures={measured.figures.slice(0, SHOWN)} label={`${name}, figures`} />
      ) : null}
      {measured.figures.length > SHOWN ? (
        <details>
          <summary>More figures ({measured.figures.length - SHOWN})</summary>
          <Figures figures={measured.figures.slice(SHOWN)} label={`${name}, more figures`} />
        </details>
      ) : null}
      {worst.length > 0 ? (
        <details>
          <summary>Every tag, per side, worst first ({worst.length})</summary>
          <div className="scroll" role="region" aria-label={`${name}, every tag`} tabIndex={0}>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">Tag</th>
                  <th scope="col">Side</th>
                  <th scope="col">n, with it</th>
                  <th scope="col">F1, 95 %</th>
                  <th scope="col">Always saying it</th>
                  <th scope="col">AUC, 95 %</th>
                </tr>
              </thead>
              <tbody>
                {worst.map((row) => (
                  <tr key={`${row.tag}${row.side}`}>
                    <th scope="row">{row.tag.replaceAll("_", " ")}</th>
                    <td>{SIDE_NAMES[row.side] ?? row.side}</td>
                    <td className="num">
                      {row.n}, {row.positives}
                    </td>
                    <td className="num">{sayMeasured(row.f1, row.f1Interval)}</td>
                    <td className="num">{sayMeasured(row.trivialF1, null)}</td>
                    <td className="num">{sayMeasured(row.auc, row.aucInterval)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </section>
  );
}

/** How often the tags are right, per side, from stored measurements and nothing else. */
export function Measured({ measurements }: { measurements: readonly Measurement[] }) {
  if (measurements.length === 0) {
    return (
      <p className="empty">Nobody has measured the tags against coded articles yet: take them as a reading aid.</p>
    );
  }
  return measurements.map((each) => <Task key={`${each.task}${each.data.name}`} measured={each} />);
}
