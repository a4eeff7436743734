import type { ImportRow } from "#lib/store/contract.ts";
import { UndoButton } from "./UndoButton.tsx";

const SHOWN = 10;

/** The last imports; the newest that still stands can be taken back. */
export function Imports({ imports, allowed }: { imports: readonly ImportRow[]; allowed: boolean }) {
  if (imports.length === 0) return null;
  const newest = imports.find((each) => !each.undone);
  return (
    <section>
      <h2>Imports so far</h2>
      <div className="scroll" role="region" aria-label="Imports so far" tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">From</th>
              <th scope="col">Articles</th>
            </tr>
          </thead>
          <tbody>
            {imports.slice(0, SHOWN).map((each) => (
              <tr key={each.id}>
                <td className="num">{each.at.slice(0, 16).replace("T", " ")} UTC</td>
                <td>
                  {fileNames(each.source)}
                  {allowed && each.id === newest?.id && each.articles > 0 ? (
                    <div className="row-action">
                      <UndoButton importId={each.id} articles={each.articles} />
                    </div>
                  ) : null}
                </td>
                <td className="num">
                  {each.undone ? (
                    "taken back"
                  ) : (
                    <a href={`/articles?import=${encodeURIComponent(each.id)}`}>{each.articles.toLocaleString("en")}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {imports.length > SHOWN ? <p className="quiet">and {imports.length - SHOWN} before.</p> : null}
    </section>
  );
}

/** Last parts of paths: where on this computer a file lay is nobody else's business on a classroom network. */
function fileNames(source: string): string {
  return source
    .split(", ")
    .map((path) => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path)
    .join(", ");
}
