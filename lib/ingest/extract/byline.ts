import { fold } from "#lib/ingest/normalize/fold.ts";
import { bare, isPerson, isSignature, peopleIn } from "./bylineNames.ts";
import { printedBylines, signedLine } from "./bylinePlaces.ts";
import { meta, metaAll } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";

/** Names under which pages declare their writers, besides author and article:author. */
const OTHER_NAMES = [
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "byl",
  "dcterms.creator",
  "cxenseparse:author",
  "article:author_name",
  "authors",
  "twitter:data1",
];

export interface Byline {
  /** Joined by ", "; null where nothing names a writer. */
  names: string | null;
  /** False for an outlet, agency or desk in place of people. */
  people: boolean;
}

/**
 * Who signed the report: people before desks and agencies, those before the outlet itself; what is declared before
 * what is printed, unless they contradict each other, then what readers see.
 */
export function bylineOf(
  document: Document,
  structured: StructuredArticle | null,
  owners: readonly string[],
  title: string | null,
): Byline {
  const names = new Set(owners.map(fold));
  const rights = copyrightLine(document);
  const own = (name: string): boolean => names.has(fold(name)) || (rights !== "" && rights.includes(` ${fold(name)} `));
  // Several entries of a list were each entered as an author: agencies and teams beside people stay.
  const listed = (structured?.authors ?? []).map(bare).filter((name) => name !== "");
  const writers = peopleIn(listed, own);
  if (writers.length > 0) return people(listed.length > 1 ? withTeams(listed, writers, own) : writers);
  const desk = listed.find((name) => isSignature(name) && !own(name));
  const declared = [
    metaAll(document, "author"),
    metaAll(document, "article:author"),
    [meta(document, ...OTHER_NAMES) ?? ""],
  ];
  const sets = declared.map((source) => peopleIn(source, own)).filter((set) => set.length > 0);
  const printed = firstPeople(printedBylines(document, "sure"), own);
  const agreed = sets.find((set) => set.some((name) => printed.some((p) => fold(p) === fold(name))));
  if (agreed) return people(agreed);
  const shown = sets.length === 0 ? "" : ` ${fold((document.body?.textContent ?? "").slice(0, 300_000))} `;
  const seen = sets.find((set) => set.some((name) => shown.includes(` ${fold(name)} `)));
  if (seen) return people(seen);
  const signature =
    desk ??
    declared
      .flat()
      .map(bare)
      .find((name) => isSignature(name) && !own(name));
  const confirmed = signature !== undefined && printsLine(document, signature);
  if (confirmed) return { names: signature, people: false };
  if (printed.length > 0) return people(printed);
  if (desk === undefined && sets[0]) return people(sets[0]);
  const line = signedLine(document, title);
  const signed = line === null ? [] : peopleIn([line], own);
  if (signed.length > 0) return people(signed);
  if (signature !== undefined) return { names: signature, people: isPerson(signature) };
  const vague = firstPeople(printedBylines(document, "vague"), own);
  if (vague.length > 0) return people(vague);
  const said =
    line === null
      ? ""
      : (bare(line)
          .split(/,|\s+in\s/)[0]
          ?.trim() ?? "");
  const last = [said, singleName(document), ...listed, ...metaAll(document, "author").map(bare)].find(isSignature);
  return { names: last ?? null, people: false };
}

const people = (names: readonly string[]): Byline => ({ names: names.join(", "), people: true });

function withTeams(listed: readonly string[], writers: readonly string[], own: (name: string) => boolean): string[] {
  const all = [...writers];
  for (const name of listed) {
    const key = fold(name);
    const known = all.some((writer) => key.includes(fold(writer)));
    if (!known && isSignature(name) && !own(name)) all.push(name);
  }
  return all;
}

function firstPeople(groups: Iterable<string[]>, own: (name: string) => boolean): string[] {
  for (const lines of groups) {
    const names = peopleIn(lines, own);
    if (names.length > 0) return names;
  }
  return [];
}

/** True where a place for writers holds just this. */
function printsLine(document: Document, signature: string): boolean {
  const key = fold(signature);
  for (const lines of printedBylines(document, "sure")) if (lines.some((line) => fold(bare(line)) === key)) return true;
  return false;
}

/** One word in a sure place is a pen name. */
function singleName(document: Document): string {
  for (const lines of printedBylines(document, "sure")) {
    const line = bare(lines[0] ?? "");
    if (/^\p{L}[\p{L}\d_-]{2,30}(?: \p{L}+)?$/u.test(line)) return line;
  }
  return "";
}

/** "© 2016 Owner" anywhere on a page, folded between spaces: an owner given as author is no writer. */
function copyrightLine(document: Document): string {
  const text = (document.body?.textContent ?? "").slice(-200_000);
  const lines = [...text.matchAll(/(?:©|\bcopyright\b)[^\n]{0,120}/gi)].slice(-6).map(([line]) => line);
  return lines.length === 0 ? "" : ` ${fold(lines.join(" "))} `;
}
