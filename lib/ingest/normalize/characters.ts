import type { Draft, Edit } from "./draft.ts";

/** Named references that turn up in exported text; numeric ones are decoded by number. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  euro: "€",
  pound: "£",
  eacute: "é",
  egrave: "è",
  uuml: "ü",
  ouml: "ö",
  auml: "ä",
};

/** Character references to characters, e.g. "&#8217;". */
export function decodeReferences(draft: Draft): void {
  if (!draft.text.includes("&")) return;
  draft.apply(
    [...draft.text.matchAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi)].flatMap((match): Edit[] => {
      const code = match[1] !== undefined ? Number(match[1]) : Number.parseInt(match[2] ?? "", 16);
      const by = match[3] !== undefined ? NAMED[match[3].toLowerCase()] : characterOf(code);
      return by === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, by }];
    }),
  );
}

const characterOf = (code: number): string | undefined =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

/** Composes to NFC cluster by cluster, so that offsets stay exact outside the clusters that change. */
export function compose(draft: Draft): void {
  for (const cluster of [/[^\p{M}\s]\p{M}*/gu, /[\u1100-\u11ff\p{M}]+/gu, /\S+/gu]) {
    if (draft.text.normalize("NFC") === draft.text) return;
    draft.apply(
      [...draft.text.matchAll(cluster)].flatMap((match): Edit[] => {
        const by = match[0].normalize("NFC");
        return by === match[0] ? [] : [{ start: match.index, end: match.index + match[0].length, by }];
      }),
    );
  }
}

/** Line ends to \n, exotic and repeated spaces to one, invisible and control characters out, no space at line edges. */
export function tidySpace(draft: Draft): void {
  each(draft, /(?:(?![\n\r\t\f\v\u0085])[\p{Cc}\p{Cf}])+/gu, () => "");
  each(draft, /\r\n?|[\u0085\u2028\u2029\f\v]/g, () => "\n");
  each(draft, /[^\S\n]+/g, () => " ");
  each(draft, / ?\n[ \n]*/g, (found) => (found.split("\n").length > 2 ? "\n\n" : "\n"));
  each(draft, /^\s+|\s+$/g, () => "");
  each(draft, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, () => "\ufffd");
}

/** Glued quotation marks and sentences get their space: have“a, bold”bringing, Thursday.The. */
export function unglue(draft: Draft): void {
  const points = [
    ...matches(draft.text, /(?<=[\p{L}\p{N},;:])(?=[“«„][\p{L}\p{N}])/gu),
    ...matches(draft.text, /(?<=[\p{L}\p{N},.!?…][”»])(?=[\p{L}\p{N}])/gu),
    ...matches(draft.text, GLUED_SENTENCES),
  ];
  draft.apply([...new Set(points)].sort((a, b) => a - b).map((at) => ({ start: at, end: at, by: " " })));
}

/** Not where the second part is the end of a host name, as in Gazeta.Ru. */
const GLUED_SENTENCES =
  /(?<=[\p{Ll}\p{N}][\p{Ll})”’"'][.!?][”’"')]?)(?!(?:Ru|Com|Org|Net|Ua|Uk|Us|Eu|De|Fr|Info|Gov|News|Js|Tv|Io)\b)(?=[“‘]?\p{Lu}\p{Ll}*[\s,’'])/gu;

const matches = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map((match) => match.index);

function each(draft: Draft, pattern: RegExp, replace: (found: string) => string): void {
  draft.apply(
    [...draft.text.matchAll(pattern)].flatMap((match): Edit[] => {
      const by = replace(match[0]);
      return by === match[0] ? [] : [{ start: match.index, end: match.index + match[0].length, by }];
    }),
  );
}

/** One line of clean text, for titles and names. */
export function cleanLine(draftOf: (raw: string) => Draft, raw: string): string {
  const draft = draftOf(raw);
  decodeReferences(draft);
  compose(draft);
  tidySpace(draft);
  return draft.text.replace(/\n+/g, " ");
}
