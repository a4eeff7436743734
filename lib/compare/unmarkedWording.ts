import type { Coding } from "#lib/domain/coding.ts";
import type { Intended } from "#lib/domain/intended.ts";

/** Words an author meant to be marked that stand under no mark of wording; the words are compared in either direction. */
export function unmarkedWording(coding: Pick<Coding, "tags">, { wording }: Pick<Intended, "wording">): string[] {
  const marked = coding.tags.flatMap((tag) =>
    tag.kind === "wording" || tag.kind === "loaded" || tag.kind === "label_quote"
      ? tag.evidence.map(({ exact }) => exact)
      : [],
  );
  return wording.filter((meant) => !marked.some((exact) => overlaps(exact, meant)));
}

/** Whether one holds the other, in whatever case: "a French official" and "French official". */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
