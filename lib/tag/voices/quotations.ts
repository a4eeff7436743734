import type { Sentence } from "#lib/tag/read/readArticle.ts";
import { singleQuoted } from "./singleQuotes.ts";

/** A quotation, marks included: text[start] is the opening mark where there is one. `closed` false where none ended it. */
export interface Quotation {
  start: number;
  end: number;
  closed: boolean;
  /** Opened by a dialogue dash, as Russian papers do. */
  dash: boolean;
}

const OPENERS = "“„«";
const DASHES = "—–";
/** No quotation in news runs longer, in code units; a longer one lacks its closing mark. */
const LONGEST = 3000;

/**
 * Outermost quotations of a text in reading order, marks included. Mixed marks close each other (“… »); a straight mark (" or '')
 * opens after a space or bracket and closes otherwise; single marks quote where they cannot be apostrophes. What is
 * never closed ends at a comma or stop before a dash, at its paragraph when the next paragraph goes on quoting, else at
 * its sentence: an unclosed mark never swallows the rest.
 */
export function findQuotations(text: string, sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = [];
  const marks = marksOf(text);
  const doubles = doubleQuoted(text, sentences, marks.doubles);
  let at = 0;
  for (const single of singleQuoted(text, marks.singles)) {
    while (at < doubles.length && doubles[at]!.end <= single.start) found.push(doubles[at++]!);
    const next = doubles[at];
    if (!next || single.end <= next.start) found.push(single);
    else if (single.start < next.start && single.end >= next.end) {
      while (at < doubles.length && doubles[at]!.start < single.end) at++;
      found.push(single);
    }
  }
  return found.concat(doubles.slice(at));
}

/** Offsets of marks: double ones, '' among them, and single ones, apostrophes among them. */
function marksOf(text: string): { doubles: number[]; singles: number[] } {
  const doubles: number[] = [];
  const singles: number[] = [];
  let paired = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 39 && c < 0xab) continue;
    if (c === 34 || c === 0x201c || c === 0x201d || c === 0x201e || c === 0xab || c === 0xbb) doubles.push(i);
    else if (c === 39 || c === 0x2018 || c === 0x2019) {
      singles.push(i);
      if (c !== 39 || i < paired || text.charCodeAt(i + 1) !== 39) continue;
      doubles.push(i);
      paired = i + 2;
    }
  }
  return { doubles, singles };
}

function doubleQuoted(text: string, sentences: readonly Sentence[], marks: readonly number[]): Quotation[] {
  const found: Quotation[] = [];
  const paragraphs = paragraphStarts(sentences);
  let passed = 0;
  let open = -1;
  let depth = 0;
  let dash = false;
  const close = (end: number, closed: boolean): void => {
    if (end > open) found.push({ start: open, end, closed, dash });
    open = -1;
    depth = 0;
    dash = false;
  };
  // Speech that opens each paragraph with a mark and closes only the last goes on up to the next mark.
  const goOn = (next: number): void => (speaksOn(text, open, next) ? close(trimmedEnd(text, next), false) : giveUp());
  const giveUp = (): void => close(unclosedEnd(text, open, sentences), false);
  const passParagraphs = (upTo: number): void => {
    while (passed < paragraphs.length && paragraphs[passed]! <= upTo) {
      const start = paragraphs[passed++]!;
      if (open >= 0 && open < start) giveUp();
      if (open < 0 && DASHES.includes(text[start]!) && /\s/.test(text[start + 1] ?? "")) {
        open = start;
        depth = 1;
        dash = true;
      }
    }
  };
  for (const i of marks) {
    passParagraphs(i);
    const width = text.charCodeAt(i) === 39 ? 2 : 1;
    const char = width === 2 ? '"' : text[i]!;
    const straight = char === '"';
    const opens =
      OPENERS.includes(char) || (straight && opensStraight(text, i, width)) || (char === "”" && opensCurly(text, i));
    if (open >= 0 && i - open > LONGEST) giveUp();
    if (dash && open >= 0) {
      if (!opens && /[,.!?]\s*$/.test(text.slice(Math.max(open, i - 3), i))) close(i + width, true);
      continue;
    }
    if (opens && open < 0) {
      open = i;
      depth = 1;
    } else if (opens && !straight) {
      // “ inside “ : either the first was never closed or it re-opens a new paragraph of the same speech.
      goOn(i);
      open = i;
      depth = 1;
    } else if (opens && endsSentence(text, i) && !closesBeforeNextOpener(text, i)) {
      goOn(i);
      open = i;
      depth = 1;
    } else if (opens) depth++;
    else if (open >= 0) {
      depth--;
      const shared = depth > 0 && straight && /[,.!?]/.test(text[i - 1] ?? "") && !hasCloserAhead(text, i + 1);
      if (depth <= 0 || shared) close(i + width, true);
    }
  }
  passParagraphs(text.length);
  if (open >= 0) giveUp();
  return found;
}

/** Longest paragraph of speech without a mark of its own at the end, in code units. */
const PARAGRAPH = 900;

/** "“It rained. It will rain. “We have no nets.”": whole sentences up to the next mark, none of them somebody's report. */
function speaksOn(text: string, open: number, next: number): boolean {
  if (next - open > PARAGRAPH || !/[.!?…]\s+$/.test(text.slice(next - 3, next))) return false;
  return !/\n|\b(?:said|says|told|tells|added|wrote|asked|according to)\b/.test(text.slice(open, next));
}

function trimmedEnd(text: string, end: number): number {
  while (text.charCodeAt(end - 1) === 32) end--;
  return end;
}

/** Offsets at which a paragraph begins. */
function paragraphStarts(sentences: readonly Sentence[]): number[] {
  const starts: number[] = [];
  for (let i = 0; i < sentences.length; i++)
    if (i === 0 || sentences[i]!.paragraph !== sentences[i - 1]!.paragraph) starts.push(sentences[i]!.start);
  return starts;
}

function opensStraight(text: string, at: number, width = 1): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + width] ?? " ";
  if (/\s/.test(after)) return false;
  return /[\s([—–-]/.test(before) && /[\p{L}\p{N}$€£“‘'’[(.…#@]/u.test(after);
}

/** A closing curly mark that stands where only an opening one can: after a space, before a letter. */
const opensCurly = (text: string, at: number): boolean =>
  /\s/.test(text[at - 1] ?? "x") && /\p{L}/u.test(text[at + 1] ?? " ");

/** True where the words before the mark ended a sentence, so that a mark inside a quotation starts a new one. */
const endsSentence = (text: string, at: number): boolean => /[.!?,]\s$/.test(text.slice(Math.max(0, at - 2), at));

/** A nested quotation closes before the outer one does; without a second closing mark ahead this is not nested. */
function closesBeforeNextOpener(text: string, at: number): boolean {
  let closers = 0;
  for (let i = at + 1; i < Math.min(text.length, at + 400); i++) {
    if (text[i] === "\n") return false;
    if (text[i] !== '"') continue;
    if (opensStraight(text, i)) return false;
    closers++;
    if (closers === 2) return true;
  }
  return false;
}

/** A straight closing mark still to come nearby means that this one closed the inner quotation only. */
function hasCloserAhead(text: string, from: number): boolean {
  for (let i = from; i < Math.min(text.length, from + 300); i++) {
    if (text[i] === "\n") return false;
    if (text[i] === '"') return !opensStraight(text, i);
  }
  return false;
}

function unclosedEnd(text: string, open: number, sentences: readonly Sentence[]): number {
  const own = sentences.find((s) => open < s.end);
  if (!own) return text.length;
  const inside = text.slice(open, Math.min(own.end, open + LONGEST));
  const beforeCue = inside.search(/[,.!?]\s?[—–]\s/);
  if (beforeCue > 0) return open + beforeCue + 1;
  const last = sentences.findLast((s) => s.paragraph === own.paragraph) ?? own;
  const next = sentences.find((s) => s.start > last.end);
  return next && OPENERS.includes(text[next.start]!) ? last.end : own.end;
}
