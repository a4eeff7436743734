import type { ReactNode } from "react";
import type { CorpusSummary } from "#lib/store/contract.ts";

export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <aside className="notice" aria-label={title}>
      <p>
        <strong>{title}</strong> {children}
      </p>
    </aside>
  );
}

/** True when articles are stored and every one of them was written for teaching. */
export function onlyTeaching(summary: CorpusSummary): boolean {
  return summary.articles > 0 && summary.outlets.every((each) => each.teaching);
}

/** Shown wherever numbers could be taken for findings about real outlets. */
export function TeachingNotice({ summary }: { summary: CorpusSummary }) {
  if (!onlyTeaching(summary)) return null;
  return (
    <Notice title="Only teaching articles so far.">
      They were written for lessons, and no outlet published them: what you see shows how Parallax works and says
      nothing about real outlets. <a href="/import">Import articles</a> to compare real ones.
    </Notice>
  );
}

/** Numbers of different codebooks or taggers must not be compared silently. */
export function VersionBanner({ summary }: { summary: CorpusSummary }) {
  if (summary.versions.length < 2) return null;
  const said = summary.versions
    .map((each) => `${each.articles} by codebook ${each.codebookVersion}, tagger ${each.taggerVersion}`)
    .join("; ");
  return (
    <Notice title="Articles were tagged by different versions.">
      {said}. Run <code>npx parallax retag</code> to tag all of them alike.
    </Notice>
  );
}
