import type { Sentence } from "#lib/tag/read/readArticle.ts";

/** The inside of a quotation, marks left out. `depth` 1 is outermost. `closed` false where no mark ended it. */
export interface Quotation {
  start: number;
  end: number;
  closed: boolean;
  dash: boolean;
}

const OPENERS = "“„«";
const CLOSERS = "”»";
const LONGEST = 4000;

/**
 * Outermost quotations of a text. Mixed marks close each other (“… »); a straight mark opens after a space or bracket
 * and closes otherwise; a nested quotation may share its closing mark with the outer one. What is never closed ends
 * at `.—` or `,"` before a cue, at its paragraph when the next paragraph goes on quoting, else at its sentence.
 */
export function findQuotations(text: string, sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let depth = 0;
  let dash = false;
  const close = (end: number, closed: boolean): void => {
    if (end > open) found.push({ start: open, end, closed, dash });
    open = -1;
    depth = 0;
    dash = false;
  };
  let nextSentence = 0;
  for (let i = 0; i < text.length; i++) {
    const atSentence = sentences[nextSentence];
    if (atSentence && i === atSentence.start) {
      if (open >= 0 && startsParagraph(sentences, nextSentence)) close(unclosedEnd(text, open, sentences), false);
      nextSentence++;
      if (open < 0 && /^[—–]\s/.test(text.slice(i, i + 2)) && startsParagraph(sentences, nextSentence - 1)) {
        open = i + 2;
        depth = 1;
        dash = true;
        i++;
        continue;
      }
    }
    const char = text[i]!;
    const opens = OPENERS.includes(char) || (char === '"' && opensStraight(text, i));
    const closes = CLOSERS.includes(char) || (char === '"' && !opens);
    if (open >= 0 && i - open > LONGEST) close(unclosedEnd(text, open, sentences), false);
    if (dash && open >= 0 && closes && /[,.!?]\s*$/.test(text.slice(open, i))) close(i, true);
    else if (opens && open < 0) {
      open = i + 1;
      depth = 1;
    } else if (opens && char !== '"' && !dash) {
      close(unclosedEnd(text, open, sentences), false);
      open = i + 1;
      depth = 1;
    } else if (opens) depth++;
    else if (closes && open >= 0 && !dash) {
      depth--;
      const shared = depth > 0 && char === '"' && /[,.!?]/.test(text[i - 1] ?? "") && !hasCloserAhead(text, i + 1);
      if (depth <= 0 || shared) close(i, true);
    }
  }
  if (open >= 0) close(unclosedEnd(text, open, sentences), false);
  return found;
}

const startsParagraph = (sentences: readonly Sentence[], at: number): boolean =>
  at === 0 || sentences[at]?.paragraph !== sentences[at - 1]?.paragraph;

function opensStraight(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  return /[\s([—–-]/.test(before) && /[\p{L}\p{N}$€£“‘'[(.…]/u.test(after);
}

/** A straight closing mark still to come in this sentence means that this one closed the inner quotation only. */
function hasCloserAhead(text: string, from: number): boolean {
  for (let i = from; i < Math.min(text.length, from + 300); i++) {
    if (text[i] === "\n") return false;
    if (text[i] === '"') return !opensStraight(text, i);
  }
  return false;
}

function unclosedEnd(text: string, open: number, sentences: readonly Sentence[]): number {
  const at = sentences.findIndex((s) => open <= s.end);
  const own = sentences[at];
  if (!own) return text.length;
  const inside = text.slice(open, own.end);
  const beforeCue = inside.search(/[,.!?]\s?[—–]\s/);
  if (beforeCue > 0) return open + beforeCue + 1;
  const paragraph = sentences.filter((s) => s.paragraph === own.paragraph);
  const last = paragraph.at(-1) ?? own;
  const next = sentences.find((s) => s.start > last.end);
  return next && OPENERS.includes(text[next.start]!) ? last.end : own.end;
}
