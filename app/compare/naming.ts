import type { Coding } from "#lib/domain/coding.ts";
import type { WordingTag } from "#lib/domain/tags.ts";

/** How one article names one thing: each word as it stands there, with how often it says so itself and others do. */
export interface Named {
  words: { exact: string; own: number; quoted: number }[];
  /** Choices made in the outlet's own words. */
  choices: Set<string>;
}

function namedIn(coding: Coding): Map<string, Named> {
  const rows = new Map<string, Named>();
  for (const tag of coding.tags.filter((each): each is WordingTag => each.kind === "wording")) {
    const named = rows.get(tag.row) ?? { words: [], choices: new Set<string>() };
    for (const { exact, voice } of tag.evidence) {
      const own = voice.kind === "own";
      const folded = exact.toLowerCase();
      let word = named.words.find((each) => each.exact.toLowerCase() === folded);
      if (!word) named.words.push((word = { exact, own: 0, quoted: 0 }));
      word[own ? "own" : "quoted"] += 1;
      if (own) named.choices.add(tag.choice);
    }
    rows.set(tag.row, named);
  }
  return rows;
}

export interface NamingRow {
  row: string;
  a: Named | null;
  b: Named | null;
  /** Both name it in their own words, and choose differently. */
  differs: boolean;
}

/** Rows of the naming table met in either article, those where the two part first. */
export function namingRows(a: Coding, b: Coding): NamingRow[] {
  const left = namedIn(a);
  const right = namedIn(b);
  const rows = [...new Set([...left.keys(), ...right.keys()])].map((row) => {
    const both = { a: left.get(row) ?? null, b: right.get(row) ?? null };
    const own = both.a && both.b && both.a.choices.size > 0 && both.b.choices.size > 0;
    const differs = Boolean(own && [...(both.a?.choices ?? [])].every((choice) => !both.b?.choices.has(choice)));
    return { row, ...both, differs };
  });
  return rows.toSorted(
    (x, y) => Number(y.differs) - Number(x.differs) || Number(Boolean(y.a && y.b)) - Number(Boolean(x.a && x.b)),
  );
}
