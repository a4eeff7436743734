import { fold } from "#lib/ingest/normalize/fold.ts";
import type { Block } from "./blockText.ts";
import { bylineLine } from "./bylineNames.ts";

const MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

/** Lines that stand in a report's column and are none of it; each is judged whole, not by a word in it. */
const JUNK: readonly RegExp[] = [
  /^(?:advertisement|ad|sponsored(?: content)?|promoted|publicité|anzeige|werbung|continue reading(?: below)?|article continues (?:below|after).*|story continues (?:below|after).*|scroll (?:down )?(?:to|for) .*|skip (?:past|to|advert).*|(?:before|after) newsletter promotion)\W*$/i,
  /^(?:read|see|watch|listen|related|also|more|don.t miss|recommended|editor.s (?:picks?|choice))(?: (?:more|also|next|now|on this|here|stories|articles?|content|news|from .{2,40}|on .{2,60}|reading))?\s*:.*$/i,
  /^(?:read|see|watch) (?:more|also|next|the full .{2,40})\b.{0,140}$/i,
  /^(?:related|more)(?: (?:stories|articles?|topics|news|coverage|content|about|in .{2,30}|on this (?:story|topic)|from .{2,40}))?$/i,
  /^(?:share|tweet|email|print|copy link|save|comments?|\d+ comments?|view comments|reply|like|follow|facebook|twitter|whatsapp|linkedin|telegram|x|bookmark|listen|close|loading.*|gallery|photos?|video|live|updated?|tags?|topics?|categories|topics? ?:.*|tags? ?:.*|filed under.*|see all|view gallery|show more|load more|latest videos from|more on this story)\W*$/i,
  /^(?:share|follow|like|join|find|connect with) (?:this|us|on|the conversation|\p{Lu}\S+ on (?:google|facebook|twitter|x|whatsapp))\b.{0,180}$/iu,
  /^(?:please )?(?:sign up|subscribe|register|log ?in|sign in|get (?:the|our|your|all)|join|download|click|tap|follow|support|donate|become|enjoy|create|stay informed)\b.{0,160}\b(?:newsletters?|email|inbox|subscri\w+|app|account|briefing|alerts?|whatsapp|telegram|youtube|channel|podcast|membership|journalism|news and|here|today|now)\b.{0,160}$/i,
  /^(?:our|the|this) .{0,60}newsletter\b.{0,200}$/i,
  /^(?:support (?:local|independent|our|quality) journalism|(?:unlimited|full) (?:online )?access\b.{0,120}|already (?:a|have) .{2,60}|be the first to comment.{0,60}|access articles from\b.{0,120}|get in touch\b.{0,200}|got a (?:story|tip).{0,200})$/i,
  /^(?:©|\(c\)|copyright\b|all rights reserved\b).{0,240}$/i,
  /^.{0,120}\ball rights reserved\b.{0,160}$/i,
  /^(?:photo(?:graph)?|image|picture|credit|video|file|graphic|illustration|foto|photo credit|image source|image caption|media caption)s?\s*(?:source|credit|caption|courtesy|by)?\s*[:/|].{0,240}$/i,
  /^\(?(?:AP|Reuters|AFP|Getty(?: Images)?|EPA|PA|Shutterstock|iStock|Supplied|File)(?: (?:photo|images?|file))?\)?$/i,
  /^.{0,200}\b(?:via )?(?:Getty Images|Shutterstock|AFP via|AP Photo|iStock(?:photo)?|Alamy|EPA-EFE)\b[^.]{0,80}$/,
  /^(?:this (?:article|story|post|report|piece) (?:was|has been|is|first|originally|appeared)\b.{0,260}|(?:originally|first) published\b.{0,160})$/i,
  /^(?:the )?(?:views|opinions)\b.{0,80}\b(?:expressed|are)\b.{0,260}$/i,
  /^(?:we use|this (?:site|website) uses) cookies\b.{0,400}$/i,
  /^(?:have|do you have) (?:a|any) (?:story|tip|news tip|question|comments?)\b.{0,260}$/i,
  /^(?:to (?:comment|read|continue)|for more (?:stories|information|news|on)|check out|stay up to date|keep up)\b.{0,200}$/i,
  /^(?:published|posted|updated|last (?:updated|modified)|first published)\b.{0,80}\d.{0,40}$/i,
  // A date alone, with or without a clock.
  new RegExp(
    `^(?:\\d{1,2}:\\d{2} (?:[AP]M )?\\w{2,4},? )?(?:\\w+day,? )?(?:${MONTHS}\\.? \\d{1,2},? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTHS}\\.?,? \\d{4})\\b[^a-z]{0,12}(?:[ap]\\.?m\\.?)?.{0,45}$`,
    "i",
  ),
  // Who worked on it, at the head or the end.
  /^[–—-]?\s*\(?(?:additional )?(?:reporting|writing|editing|edited|compiled|produced) (?:by|from) .{2,300}$/i,
  /^.{0,100}\b(?:contributed to this (?:report|story|article)|reported from .{3,80})\.?$/i,
  /^(?:with (?:reports?|files) from|additional reporting)\b.{2,120}$/i,
  /^(?:exclusive articles|daily (?:puzzles|content)|unlimited (?:digital|online)|enjoy (?:additional|the latest)|get (?:email|daily|exclusive)|share your thoughts|opportunity to engage|create an account|recommended (?:videos?|from)|.{2,40} epaper\b)[^\n]{0,240}$/i,
  /^(?:watch(?: now)?|listen(?: now)?|key event)\s*(?:\|.{2,120})?$/i,
  /^our standards:.{0,160}$/i,
  /^(?:watch|listen|read|video|photos?|gallery|in pictures|opinion|analysis)\s*\|.{2,300}$/i,
  /^.{0,240}\((?:image|picture|photo|pic|credit|file photo|pictured)s?: [^()]{2,80}\)\W*$/i,
  /^.{0,200}\bsign up (?:for|to) (?:our|the|my|his|her)\b.{0,90}\bnewsletters?\b.{0,120}$/i,
  /^(?:ad ?block(?:er)? users\b|our website is the place\b|table of contents$|with reporting by\b|this is a breaking (?:news )?story\b).{0,440}$/i,
  /^(?:\d+ (?:hours?|mins?|minutes?|days?) ago ?)?\d{1,2}:\d{2} ?(?:[ap]m )?(?:key event|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})?$/iu,
  /^\d{1,2} (?:min(?:ute)?s?) (?:read|ago)$|^(?:\d+ )?(?:hours?|minutes?|days?) ago$/i,
  /^.{0,80}\bpic\.twitter\.com\/\w+$|^— .{2,60}\(@\w+\).{0,40}$/i,
  /^[\p{P}\p{S}\s\d]*$/u,
];

/** True for a paragraph that is furniture. A paragraph longer than 500 characters never is. */
export const isJunk = (paragraph: string): boolean =>
  paragraph.length <= 500 && JUNK.some((pattern) => pattern.test(paragraph));

/** Texts for screen readers behind links. */
const SCREEN_READER = /,? ?\(?opens (?:in a )?new (?:tab|window)\)?/gi;

const isByline = (text: string): boolean =>
  text.length < 160 &&
  /^by:? ?\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text) &&
  !/\b(?:is|was|are|were|has|had|will)\b/.test(text);

/** A scrap outside any paragraph or heading, too short for a sentence: a credit, a label, a button. */
const isScrap = ({ text, tag }: Block): boolean =>
  !/^(?:p|h[1-6]|li|blockquote|td|dd)$/.test(tag) && text.length < 40 && !/[.!?:”"’…]$/.test(text);

/** A section's name above the report: one to three words, no sentence. */
const isLabel = ({ tag }: Block, text: string): boolean =>
  tag !== "li" &&
  bylineLine(text) === null &&
  text.length < 30 &&
  text.split(" ").length <= 3 &&
  !/[.!?:”"’…]$/.test(text);

/** Headings under which no report goes on. */
const TAIL =
  /^(?:about the (?:authors?|writers?)|(?:more|read more|read next|what to read next|related|recommended|see also|further reading|you (?:may|might) also (?:like|be interested in))(?: (?:on|about|from|in|stories|news|coverage|articles|reading)\b.{0,60})?|comments?|sources?|notes?|footnotes|references|most (?:read|popular)|trending(?: now)?|latest(?: news)?)\s*:?$/i;
/** What follows such a heading, as a share of the text and in paragraphs. */
const TAIL_SHARE = 0.2;
const TAIL_PARAGRAPHS = 6;

function cutTail(kept: string[]): void {
  const at = kept.findIndex((text, i) => i > 2 && i >= kept.length - TAIL_PARAGRAPHS - 1 && TAIL.test(text));
  if (at < 0) return;
  const length = (lines: readonly string[]): number => lines.reduce((n, line) => n + line.length, 0);
  if (length(kept.slice(at)) < length(kept) * TAIL_SHARE) kept.length = at;
}

/** Longer lines above a headline may be the report's own beginning. Characters. */
const ABOVE = 40;

/** Paragraphs without junk, short lines `above` the headline, the repeated headline, bylines at the head, and exact repetitions. */
export function withoutJunk(
  blocks: readonly Block[],
  headlines: readonly string[],
  byline: string | null,
  above: ReadonlySet<string> = new Set(),
): string[] {
  const printed = new Set(headlines.map(fold));
  const names = fold(byline ?? "");
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const block of blocks) {
    const text = block.text.replace(SCREEN_READER, "");
    const key = fold(text);
    if (key === "" || isJunk(text) || isScrap(block)) continue;
    const atHead = kept.length < 4;
    if (kept.length === 0 && text.length < ABOVE && above.has(block.text)) continue;
    if (kept.length === 0 && isLabel(block, text)) continue;
    if (atHead && (printed.has(key) || key === names || isByline(text))) continue;
    if (key.length > 30 && seen.has(key)) continue;
    seen.add(key);
    kept.push(text);
  }
  cutTail(kept);
  // A heading with nothing after it led to what was cut.
  while (kept.length > 1 && (kept.at(-1) as string).length < 40 && !/[.!?”"’)…]$/.test(kept.at(-1) as string))
    kept.pop();
  return kept;
}
