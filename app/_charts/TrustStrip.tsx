import type { Series } from "#lib/domain/series.ts";
import { isUnderFloor } from "#lib/chart/trust.ts";

const say = (value: number | null): string => (value === null ? "–" : value.toFixed(2).replace(/^0/, ""));

/** How far the tags of this chart can be believed, per side, from stored measurements; grey where they fail the floor. */
export function TrustStrip({ series }: { series: Series }) {
  const { trust } = series;
  if (!trust) {
    return (
      <p className="trust trust-none">
        <strong>Trust</strong> Nobody has measured these tags against coded articles yet: take the numbers as a reading
        aid.
      </p>
    );
  }
  const tags = [...new Set(trust.rows.map((row) => row.tag))];
  return (
    <details className="trust">
      <summary>
        <strong>Trust</strong>{" "}
        {trust.sides.map((side) => (
          <span key={side.side} className="trust-side">
            {side.label}: F1 {say(side.f1)} <span className="quiet">(always saying it {say(side.trivialF1)})</span>, AUC{" "}
            {say(side.auc)}, n {side.n}
          </span>
        ))}
        {trust.weak.length > 0 ? (
          <span className="trust-side">
            {trust.weak.length} of {tags.length} tags are too weak on a side and drawn grey
          </span>
        ) : null}
      </summary>
      <p className="quiet">{trust.text}</p>
      <div className="scroll" role="region" aria-label="Measured quality of each tag" tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Tag</th>
              <th scope="col">Side</th>
              <th scope="col">n</th>
              <th scope="col">F1</th>
              <th scope="col">Always saying it</th>
              <th scope="col">AUC</th>
              <th scope="col">Floor</th>
            </tr>
          </thead>
          <tbody>
            {trust.rows.map((row) => (
              <tr key={`${row.tag} ${row.side}`} className={row.weak ? "weak" : ""}>
                <th scope="row">{row.tag.replaceAll("_", " ")}</th>
                <td>{row.side}</td>
                <td className="num">{row.n}</td>
                <td className="num">{say(row.f1)}</td>
                <td className="num">{say(row.trivialF1)}</td>
                <td className="num">{say(row.auc)}</td>
                <td>
                  {row.weak || isUnderFloor(trust, row.tag)
                    ? row.weak
                      ? "under"
                      : "under on the other side"
                    : "above"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
