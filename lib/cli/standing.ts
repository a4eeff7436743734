import type { Article } from "#lib/domain/article.ts";

/** How an article stands to others with the same words, in sentences, and where a person ruled so; none where it stands alone. */
export function standingLines({ wire, versionOf, supersededBy, ruledWire, ruledVersions = [] }: Article): string[] {
  const whose = wire?.origin ? `Wire copy of ${wire.origin}` : "Wire copy, origin not known";
  return [
    ...(ruledWire?.is === "own" ? [`A report of its own. A person says so: ${ruledWire.reason}`] : []),
    ...(wire ? [`${whose}. ${ruledWire ? "A person says so: " : ""}${wire.reason}`] : []),
    ...(versionOf ? [`A version of ${versionOf}.`] : []),
    ...(supersededBy ? [`An earlier version; ${supersededBy} is counted instead.`] : []),
    ...ruledVersions.map(
      ({ same, other, reason }) => `A person says: ${same ? "a version" : "no version"} of ${other}: ${reason}`,
    ),
  ];
}
