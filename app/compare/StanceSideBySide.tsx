import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { StanceTag } from "#lib/domain/tags.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import { sayStance, StanceScale } from "#app/_ui/StanceScale.tsx";
import { TwoColumns } from "./TwoColumns.tsx";

function stanceOf(coding: Coding, target: string): StanceTag | null {
  const tag = coding.tags.find((each) => each.kind === "stance" && each.target === target);
  return tag?.kind === "stance" && tag.discussed && tag.all.n > 0 ? tag : null;
}

function Cell({ tag }: { tag: StanceTag | null }) {
  if (!tag) return <span className="quiet">not discussed, or cannot be told</span>;
  return (
    <>
      <StanceScale said={tag.own} />
      <span className="interval">{sayStance(tag.own)}</span>
    </>
  );
}

/** How each speaks of the same targets, in its own words. */
export function StanceSideBySide({ codebook, a, b }: { codebook: Codebook; a: StoredArticle; b: StoredArticle }) {
  const rows = codebook.targets
    .map(({ id, label }) => ({ id, label, a: stanceOf(a.coding, id), b: stanceOf(b.coding, id) }))
    .filter((row) => row.a ?? row.b);
  if (rows.length === 0) return null;
  return (
    <TwoColumns
      id="stances"
      title="How each speaks of whom"
      note="In the outlet’s own words, from against (left) to for (right), with 80 % interval; n pieces of evidence. Two articles are an illustration: no number here speaks of an outlet."
      first="Target"
      a={a}
      b={b}
      rows={rows.map((row) => ({
        key: row.id,
        label: row.label,
        a: <Cell tag={row.a} />,
        b: <Cell tag={row.b} />,
      }))}
    />
  );
}
