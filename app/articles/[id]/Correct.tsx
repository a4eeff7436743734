import { codebook, store } from "#app/_database.ts";
import { UndoButton } from "#app/import/UndoButton.tsx";
import { sideLabel } from "#app/_ui/words.ts";
import { mayWrite } from "#app/_writing.ts";
import type { Article } from "#lib/domain/article.ts";
import type { SameText } from "#lib/domain/relations.ts";
import type { EditRow, StoredArticle } from "#lib/store/contract.ts";
import { correct, remove } from "./actions.ts";
import { CorrectForm } from "./CorrectForm.tsx";
import type { RuledValues } from "./RuledFields.tsx";
import { RemoveForm } from "./RemoveForm.tsx";

const FIELD_LABELS: Record<string, string> = {
  outletId: "Outlet (id)",
  outletName: "Outlet",
  side: "Side",
  sideReason: "Reason of the side",
  subGroup: "Kind of outlet",
  date: "Date",
  event: "Event",
  ruledWire: "Wire copy, as ruled",
  ruledVersions: "Versions, as ruled",
};

/** A logged value in words; dates are kept as JSON. */
function said(field: string, value: string | null): string {
  if (value === null || value === "") return field.startsWith("ruled") ? "as Parallax tells" : "none";
  if (field === "side") return sideLabel(value);
  const day = /\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  return field === "date" && day ? day : value.replace(/^"|"$/g, "");
}

function Log({ edits }: { edits: readonly EditRow[] }) {
  if (edits.length === 0) return <p className="quiet">Nobody has changed this article.</p>;
  return (
    <div className="scroll" role="region" aria-label="What was changed" tabIndex={0}>
      <table className="data">
        <caption>What was changed, oldest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {edits.map((edit) => (
            <tr key={`${edit.at}${edit.field}`}>
              <td className="num">{edit.at.slice(0, 16).replace("T", " ")} UTC</td>
              <th scope="row">{FIELD_LABELS[edit.field] ?? edit.field}</th>
              <td>{said(edit.field, edit.before)}</td>
              <td>{said(edit.field, edit.after)}</td>
              <td>{edit.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What can be ruled on: whose report it is, and for each text of the same outlet whether it is a version. */
function ruledValues(article: Article, same: readonly SameText[]): RuledValues {
  const rulings = new Map((article.ruledVersions ?? []).map((each) => [each.other, each.same ? "same" : "apart"]));
  const titles = new Map(same.map(({ id, title, day }) => [id, `${title || "without a title"} (${day ?? "undated"})`]));
  const own = same.filter(
    ({ as, outletName }) => as === "version" || (outletName !== null && outletName === article.outletName),
  );
  const others = [...new Set([...own.map(({ id }) => id), ...rulings.keys()])];
  return {
    wire: article.ruledWire?.is ?? "auto",
    origin: article.ruledWire?.origin ?? "",
    versions: others.map((id) => ({ id, title: titles.get(id) ?? id, value: rulings.get(id) ?? "auto" })),
  };
}

/** People overrule the machine: outlet, side, day, event, versions and wire copy; what was changed stays visible. */
export async function Correct({ stored }: { stored: StoredArticle }) {
  const { article, importId } = stored;
  const db = await store();
  const [allowed, edits, imports, same] = await Promise.all([
    mayWrite(),
    db.edits(article.id),
    db.imports(),
    db.sameText(article.id),
  ]);
  const { sides } = codebook();
  const newest = imports.find((each) => !each.undone);
  const own = imports.find((each) => each.id === importId);
  return (
    <section aria-labelledby="correct" className="no-print">
      <h2 id="correct">Correct</h2>
      <Log edits={edits} />
      {allowed ? (
        <>
          <CorrectForm
            values={{
              outlet: article.outletName ?? "",
              side: article.side,
              date: article.date?.day ?? "",
              event: article.event ?? "",
            }}
            ruled={ruledValues(article, same)}
            teaching={article.teaching}
            sides={sides.map(({ id, label }) => ({ id, label }))}
            action={correct.bind(null, article.id)}
          />
          <RemoveForm action={remove.bind(null, article.id)} />
          {own && newest?.id === importId && own.articles > 1 ? (
            <div className="actions">
              <UndoButton importId={importId} articles={own.articles} />
              <span className="quiet">
                It came with {own.articles - 1} others on {own.at.slice(0, 10)}.
              </span>
            </div>
          ) : null}
        </>
      ) : (
        <p className="quiet">
          From this device the dashboard is read-only. <a href="/passphrase">Enter its passphrase</a> to correct.
        </p>
      )}
    </section>
  );
}
