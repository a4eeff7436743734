import type { Series } from "#lib/domain/series.ts";
import type { TaskTrust } from "#lib/domain/trust.ts";
import { isUnderFloor, sayMeasured } from "#lib/chart/trust.ts";

function Line({ task }: { task: TaskTrust }) {
  const tags = new Set(task.rows.map((row) => row.tag)).size;
  return (
    <span className="trust-task">
      <span className="trust-name">{task.label}:</span> {task.sides.length === 0 ? "measured, but not by side" : null}
      {task.sides.map((side) => (
        <span key={side.side} className="trust-side">
          {side.label}, n {side.n}: F1 {sayMeasured(side.f1, side.f1Interval)},{" "}
          <span className="quiet">tagging everything {sayMeasured(side.trivialF1, null)}</span>
          {side.auc === null ? null : <>, AUC {sayMeasured(side.auc, side.aucInterval)}</>}
        </span>
      ))}
      {task.weak.length > 0 ? (
        <span className="trust-side">
          {task.weak.length} of {tags} tags too weak, drawn grey
        </span>
      ) : null}
    </span>
  );
}

function Rows({ task, series }: { task: TaskTrust; series: Series }) {
  if (task.rows.length === 0) return <p className="quiet">{task.text}</p>;
  return (
    <>
      <p className="quiet">{task.text}</p>
      <div className="scroll" role="region" aria-label={`${task.label}: measured quality of each tag`} tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Tag</th>
              <th scope="col">Side</th>
              <th scope="col">n</th>
              <th scope="col">F1, 95 %</th>
              <th scope="col">Tagging everything</th>
              <th scope="col">AUC, 95 %</th>
              <th scope="col">Floor</th>
            </tr>
          </thead>
          <tbody>
            {task.rows.map((row) => (
              <tr key={`${row.tag} ${row.side}`} className={row.weak ? "weak" : ""}>
                <th scope="row">{row.tag.replaceAll("_", " ")}</th>
                <td>{task.sides.find((each) => each.side === row.side)?.label ?? row.side}</td>
                <td className="num">{row.n}</td>
                <td className="num">{sayMeasured(row.f1, row.f1Interval)}</td>
                <td className="num">{sayMeasured(row.trivialF1, null)}</td>
                <td className="num">{sayMeasured(row.auc, row.aucInterval)}</td>
                <td>
                  {row.weak ? "under" : isUnderFloor(series.trust, row.tag) ? "under on the other side" : "above"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How far the tags of this chart can be believed, per kind of tag and side, from stored measurements. */
export function TrustStrip({ series }: { series: Series }) {
  const { trust } = series;
  if (!trust) return null;
  const unmeasured =
    trust.unmeasured.length > 0
      ? `${trust.unmeasured.join(", ")}: not yet measured against coded articles; take these numbers as a reading aid.`
      : null;
  if (trust.tasks.length === 0) {
    return (
      <p className="trust trust-none">
        <strong>How far to trust the tags</strong> {unmeasured}
      </p>
    );
  }
  return (
    <details className="trust">
      <summary>
        <strong>How far to trust the tags</strong>{" "}
        {trust.tasks.map((task) => (
          <Line key={task.label} task={task} />
        ))}
        {unmeasured ? <span className="trust-task">{unmeasured}</span> : null}
      </summary>
      <p>
        F1 says how well the tags meet those of the coders: 1 is perfect, and what “tagging everything” reaches is worth
        nothing. AUC says how often an article that has a tag is put before one that has not: .50 is guessing. In
        brackets stands what chance in the choice of coded articles leaves open, 95 %. Under the floor is an AUC below
        .70, or an F1 no better than tagging everything: such a tag is drawn grey and makes no finding.{" "}
        <a href="/methods#right">Methods</a> says who coded.
      </p>
      {trust.tasks.map((task) => (
        <Rows key={task.label} task={task} series={series} />
      ))}
    </details>
  );
}
