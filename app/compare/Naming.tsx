import type { Codebook } from "#lib/domain/codebook.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import { Badge } from "#app/_ui/Badge.tsx";
import { namingRows, type Named } from "./naming.ts";
import { TwoColumns } from "./TwoColumns.tsx";

function Words({ named }: { named: Named | null }) {
  if (!named) return <span className="quiet">not named</span>;
  return named.words
    .toSorted((x, y) => y.own - x.own)
    .map(({ exact, own, quoted }, index) => (
      <span key={exact}>
        {index > 0 ? ", " : ""}
        {own > 0 ? <strong>{exact}</strong> : `“${exact}”`}
        <span className="quiet">
          {own > 1 ? ` ×${own}` : ""}
          {quoted > 0 ? ` (${quoted} quoted)` : ""}
        </span>
      </span>
    ));
}

/** The same thing under two names; an outlet's own words bold, words of others in quotation marks. */
export function Naming({ codebook, a, b }: { codebook: Codebook; a: StoredArticle; b: StoredArticle }) {
  const rows = namingRows(a.coding, b.coding);
  if (rows.length === 0) return null;
  return (
    <TwoColumns
      id="naming"
      title="The same thing, named"
      note="Bold: the outlet’s own words. In quotation marks: words it quotes or reports of others."
      first="What is named"
      a={a}
      b={b}
      rows={rows.map((row) => ({
        key: row.row,
        label: (
          <>
            {codebook.wording.find(({ id }) => id === row.row)?.concept ?? row.row}{" "}
            {row.differs ? <Badge tone="warn">they part</Badge> : null}
          </>
        ),
        a: <Words named={row.a} />,
        b: <Words named={row.b} />,
      }))}
    />
  );
}
