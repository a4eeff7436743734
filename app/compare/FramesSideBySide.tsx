import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { FrameTag } from "#lib/domain/tags.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import { sentencesWith } from "#app/_ui/words.ts";
import { TwoColumns } from "./TwoColumns.tsx";

function frameOf(coding: Coding, frame: string): FrameTag | null {
  const tag = coding.tags.find((each) => each.kind === "frame" && each.frame === frame);
  return tag?.kind === "frame" && tag.present ? tag : null;
}

const QUOTED_WORDS = 3;

function Cell({ tag, coding }: { tag: FrameTag | null; coding: Coding }) {
  if (!tag) return <span className="quiet">not found</span>;
  const words = [...new Set(tag.evidence.map(({ exact }) => exact))].slice(0, QUOTED_WORDS);
  return (
    <>
      <strong>{tag.presentOwn ? "own words" : "quoted words only"}</strong>, {sentencesWith(tag, coding)}
      <span className="interval">{words.map((exact) => `“${exact}”`).join(", ")}</span>
    </>
  );
}

/** Frames either of the two has; those both share are shown as well, for the two agree on them. */
export function FramesSideBySide({ codebook, a, b }: { codebook: Codebook; a: StoredArticle; b: StoredArticle }) {
  const rows = codebook.frames
    .map(({ id, label }) => ({ id, label, a: frameOf(a.coding, id), b: frameOf(b.coding, id) }))
    .filter((row) => row.a ?? row.b)
    .toSorted((x, y) => Number(Boolean(x.a && x.b)) - Number(Boolean(y.a && y.b)));
  if (rows.length === 0) return null;
  return (
    <TwoColumns
      id="frames"
      title="How each frames it"
      note="Frames only one has stand first, frames both share last. “Not found” is not denial: the rule met too few of its words."
      first="Frame"
      a={a}
      b={b}
      rows={rows.map((row) => ({
        key: row.id,
        label: <a href={`/codebook/frames/${row.id}`}>{row.label}</a>,
        a: <Cell tag={row.a} coding={a.coding} />,
        b: <Cell tag={row.b} coding={b.coding} />,
      }))}
    />
  );
}
