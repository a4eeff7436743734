import type { Series } from "#lib/domain/series.ts";

/** What the figure is made from: articles, outlets, dates, versions. */
export function SourcesLine({ sources }: { sources: Series["sources"] }) {
  return (
    <p className="sources">
      <strong>Sources</strong> {sources.text}
    </p>
  );
}
