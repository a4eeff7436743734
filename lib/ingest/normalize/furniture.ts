import type { Draft } from "./draft.ts";
import { fold } from "./fold.ts";

/** Lines of a text with their place. */
interface Line {
  text: string;
  start: number;
  end: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split("\n")) {
    lines.push({ text: part.trim(), start, end: start + part.length });
    start += part.length + 1;
  }
  return lines;
}

/** How many lines from each end may be navigation; the body between is never touched. */
const EDGE = 12;

const RULES: readonly { reason: string; test: (line: string) => boolean }[] = [
  {
    reason: "translator credit",
    test: (l) =>
      l.length < 160 &&
      /^\W*(?:переведено|перевод[: ]|(?:machine[- ])?translated (?:by|from|with|using)\b|translation (?:by|:)|traduit (?:par|de|avec)|übersetzt (?:von|mit)|(?:this (?:text|article|page) (?:was|has been) )?(?:automatically |machine[- ])translated)/iu.test(
        l,
      ),
  },
  {
    reason: "navigation line",
    test: (l) =>
      /^\W*(?:prev(?:ious)?|next)\b(?: (?:article|post|story))?(?:\W|$)/i.test(l) &&
      (/^\W*(?:PREV|NEXT)\b/.test(l) || l.length < 40),
  },
  { reason: "navigation line", test: (l) => /^[-–—•*|·>»/]+$/.test(l) },
  {
    reason: "navigation line",
    test: (l) => /^(?:home|menu|skip to (?:main )?content|back to top|search|subscribe|sign in|log in)$/i.test(l),
  },
  {
    reason: "navigation line",
    test: (l) =>
      /^(?:share(?: this)?(?: (?:article|story|on .{2,20}))?|read (?:more|also|next)(?:\W.{0,120})?|see also(?:\W.{0,120})?|advertisement|related(?: (?:articles|stories|topics|news))?:?|follow us(?: on .{2,40})?|comments?(?: \(?\d+\)?)?|print|e-?mail)$/i.test(
        l,
      ),
  },
  // "- World": a list of sections, one or two words without a full stop.
  { reason: "navigation line", test: (l) => /^[-–•>»]\s*[\p{L}&]+(?: [\p{L}&]+)?$/u.test(l) },
  { reason: "line in another script", test: (l) => l.length < 160 && foreignScript(l) },
];

/** Takes navigation, share bars, translator credits and lines in another script off both ends of a text. */
export function stripFurniture(draft: Draft): void {
  const lines = linesOf(draft.text);
  const first = lines.slice(0, EDGE);
  const last = lines.slice(Math.max(EDGE, lines.length - EDGE));
  const found = [...leading(first), ...trailing(last.length > 0 ? last : first)];
  const unique = [...new Map(found.map((f) => [f.line.start, f])).values()];
  draft.apply(
    unique
      .sort((a, b) => a.line.start - b.line.start)
      .map(({ line, reason }) => ({ start: line.start, end: line.end, by: "", reason })),
  );
  // A credit glued to the last sentence instead of standing on its own line.
  const glued = /(?:\s|^)(?:Переведено [^\n]{3,80}|Перевод: [^\n]{3,80})$/u.exec(draft.text);
  if (glued) draft.remove(glued.index, draft.text.length, "translator credit");
}

type Found = { line: Line; reason: string };
const judged = (line: Line): Found[] => {
  const rule = line.text === "" ? undefined : RULES.find(({ test }) => test(line.text));
  return rule ? [{ line, reason: rule.reason }] : [];
};

/** Furniture before the first real line; headings may stand between navigation lines. */
function leading(lines: Line[]): Found[] {
  let real = 0;
  return lines.flatMap((line) => {
    const found = real < 1 ? judged(line) : [];
    if (found.length === 0 && line.text.length > 60) real += 1;
    return found;
  });
}

function trailing(lines: Line[]): Found[] {
  const found: Found[] = [];
  for (const line of lines.toReversed()) {
    if (line.text === "") continue;
    const one = judged(line);
    if (one.length === 0) break;
    found.push(...one);
  }
  return found;
}

/** Mostly letters of a script that is not Latin. */
function foreignScript(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const latin = line.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 2 && latin < letters / 3;
}

/**
 * Takes a headline repeated at the head of the body out: whole lines, a list line, or glued before the first sentence.
 */
export function stripHeadline(draft: Draft, title: string, reason = "headline repeated"): void {
  const wanted = fold(title);
  if (wanted.length < 8) return;
  for (const line of linesOf(draft.text).slice(0, 8)) {
    if (line.text === "") continue;
    if (fold(line.text) !== wanted && fold(line.text.replace(/^(?:PREV|NEXT)\b/, "")) !== wanted) continue;
    draft.remove(line.start, Math.min(draft.text.length, line.end + 1), reason);
    stripHeadline(draft, title, reason);
    return;
  }
  const glued = draft.text.slice(0, title.length);
  const rest = draft.text.slice(title.length, title.length + 3);
  if (title.split(" ").length >= 4 && fold(glued) === wanted && /^[.:]?\s+[\p{Lu}\p{N}“"‘]/u.test(rest)) {
    draft.remove(0, title.length + (/^[.:]?\s+/.exec(rest)?.[0].length ?? 0), "headline repeated");
  }
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\.?,? \\d{4}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`;
const LABEL =
  "(?:(?:date|published|posted|updated|first published|last updated|publication date)(?: (?:on|at))?\\s*:?\\s*)";
const CLOCK =
  "(?:[,T]?\\s*(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:GMT|UTC|BST|EDT|EST|ET|CET|CEST|MSK|Z|[+-]\\d{2}:?\\d{2})?)?";
/** A line that is only a date, or a labelled or ISO date glued to the first sentence. */
const DATE_LINE = new RegExp(
  `^\\s*(?:${LABEL}?(${DAY})${CLOCK}\\s*[|.-]?\\s*(?:\\n|$)|${LABEL}(${DAY})${CLOCK}\\s+|(\\d{4}-\\d{2}-\\d{2})\\s+(?=\\p{Lu}))`,
  "iu",
);

/** Takes a date line off the first lines and returns the date as written, null when there is none. */
export function stripDateLine(draft: Draft): string | null {
  for (const line of linesOf(draft.text).slice(0, 4)) {
    const match = DATE_LINE.exec(draft.text.slice(line.start, line.start + 200));
    if (!match) continue;
    draft.remove(line.start, line.start + match[0].length, "date line");
    return match[1] ?? match[2] ?? match[3] ?? null;
  }
  return null;
}
