import { codebook } from "#app/_database.ts";
import { tagVersions } from "#lib/operations/tagVersions.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { Notice } from "./Notice.tsx";

const OLD_TAGS = {
  mixed: "Articles were tagged by different versions.",
  older: "Articles were tagged by an earlier version: how far to trust its tags was not measured.",
};

/** Numbers of different codebooks or taggers must not be compared silently, nor measured figures stand beside older tags. */
export function VersionBanner({ summary }: { summary: CorpusSummary }) {
  const found = tagVersions(summary.versions, codebook().version);
  if (!found) return null;
  const said = summary.versions
    .map(
      (each) =>
        `${each.articles.toLocaleString("en")} by codebook ${each.codebookVersion}, tagger ${each.taggerVersion}`,
    )
    .join("; ");
  return (
    <Notice title={OLD_TAGS[found]}>
      {said}. Run <code>npx parallax retag</code> to tag all of them anew.
    </Notice>
  );
}
