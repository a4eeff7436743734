import "server-only";
import { codebook, settings } from "#app/_database.ts";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Codebook } from "#lib/domain/codebook.ts";

const PARTS = ["frames", "targets", "wording", "actors", "outlets"] as const;
export type OverlayPart = (typeof PARTS)[number];

/** What a folder laid over the codebook replaces and adds, by part; null where none is laid over. */
export interface Overlay {
  folder: string;
  changes: { part: OverlayPart; replaced: string[]; added: string[] }[];
}

let known: Overlay | null | undefined;

export function overlay(): Overlay | null {
  if (known !== undefined) return known;
  const folder = settings().codebookFolder;
  if (folder === null) return (known = null);
  const base = loadCodebook(null);
  const changes = PARTS.map((part) => ({ part, ...changed(base, part) })).filter(
    ({ replaced, added }) => replaced.length + added.length > 0,
  );
  return (known = { folder: folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder, changes });
}

function changed(base: Codebook, part: OverlayPart): { replaced: string[]; added: string[] } {
  const before = new Map(base[part].map((record) => [record.id, JSON.stringify(record)]));
  const now = codebook()[part];
  return {
    replaced: now
      .filter(({ id }) => before.has(id))
      .filter((r) => before.get(r.id) !== JSON.stringify(r))
      .map(({ id }) => id),
    added: now.filter(({ id }) => !before.has(id)).map(({ id }) => id),
  };
}
