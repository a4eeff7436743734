import { fold } from "#lib/ingest/normalize/fold.ts";
import { decode, tidy } from "./title.ts";

/** More names than a report has writers are a list of something else. */
export const MOST_WRITERS = 20;

/** "By A. Writer and B. Other, Staff reporters" to names; what is no person's name is left out. */
export function peopleIn(values: readonly string[], own: (name: string) => boolean): string[] {
  const names: string[] = [];
  for (const value of values) {
    for (const part of bare(value).split(PARTING)) {
      const name = withoutRole(part);
      if (isPerson(name) && !own(name) && !names.some((n) => fold(n) === fold(name))) names.push(name);
    }
  }
  return names.slice(0, MOST_WRITERS);
}

/** A byline without "By", dates, addresses, handles, abbreviations in brackets and what follows a mark. */
export const bare = (value: string): string =>
  tidy(decode(value))
    .replace(OPENING, "")
    .replace(/\s*[|•·]\s.*$/, "")
    .replace(/\s*\(?(?:https?:\/\/|@|[\w.]+@)\S*/g, "")
    .replace(/\s*\([\p{Ll}]{2,5}\)/gu, "")
    .replace(/\s+(?:for|in|at)\s+(?:the\s+)?[\p{Lu}].*$/u, "")
    .replace(/(?:,\s*|\s+)(?:published|updated|posted|last updated)\b.*$/i, "")
    .replace(
      /(?:,\s*|\s+)(?:\p{Lu}\w+day,?\s+)?(?:\d{1,2}\.?\s+\p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}),?\s+\d{4}.*$/u,
      "",
    );

const OPENING =
  /^(?:(?:written|reported|posted|story|words|text|analysis|published|edited|reviewed|authored|author|reporter|opinion)s?\s*:?\s+)?(?:by|von|par|por|di|de|af|av)\b:?\s+|^(?:authors?|reporter|writer|text|words)\s*:\s*/i;
const PARTING = /\s*(?:[,;/&]|\band\b|\bund\b|\bet\b|\bog\b|\boch\b|\by\b(?=\s\p{Lu})|\bwith\b(?=\s\p{Lu}))\s*/u;

const withoutRole = (part: string): string =>
  tidy(part)
    .replace(/^(?:and|by|with)\s+/i, "")
    .replace(ROLE, "")
    .replace(/[.\s–—-]+$/, (end) => (/\b\p{Lu}\.$/u.test(part) && end === "." ? end : ""));

/** "Jane Roe Staff Writer" to "Jane Roe". */
const ROLE =
  /(?<=\S\s\S+)\s+(?:staff|senior|chief|deputy|political|foreign|special|contributing|associate|managing|news|editor|reporter|correspondent|columnist|contributor|writer|CEO|journalist|in \p{Lu}|contact|follow|illustration|photograph).*$/iu;

/** Words no person's name has. Months are left in: people are called April and August. */
const NOT_NAMES =
  /\b(?:editors?|reporters?|correspondents?|staff|desk|newsroom|writers?|journalists?|contributors?|minutes?|read|share|follow|comments?|updated|published|mon|tue|wed|thu|fri|sat|sun|am|pm|est|gmt|bst|view|profile|more|author|admin|editorial|team|politics|business|senior|chief|bureau|click|here|news|press|agency|agencies|reuters|media|wire|service|magazine|results|see|bio|full|guidelines|edition|subscribe|newsletter|redaktion|redaction)\b/i;
const INSTITUTION =
  /\b(?:university|institute|ministry|council|department|association|foundation|society|group|inc|ltd|llc)\b/i;

/** Two to six words that could be a person's name; names in scripts without spaces are shorter. */
export function isPerson(text: string): boolean {
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]{2,8}$/u.test(text)) return true;
  const words = text.split(" ");
  return (
    text.length >= 4 &&
    text.length <= 50 &&
    words.length >= 2 &&
    words.length <= 6 &&
    !/\d|[?!:<>{}"=*]/.test(text) &&
    !NOT_NAMES.test(text) &&
    !INSTITUTION.test(text) &&
    /^\p{L}/u.test(text)
  );
}

/** What else signs reports: "AP", "Gear Team", "Guardian staff reporter"; no address, number or sentence. */
export const isSignature = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 60 &&
  text.split(" ").length <= 7 &&
  /\p{L}{2}/u.test(text) &&
  !/^https?:|[{}<>=]|\.(?:jpe?g|png|html?)$|^(?:admin|author|administrator|null|undefined|none|unknown|by|root|user|webmaster)$/i.test(
    text,
  );

/** A paragraph that is only names, as older content systems print them; null where it is not. */
export function bylineLine(paragraph: string | undefined): string | null {
  if (paragraph === undefined || paragraph.length > 120 || /[.!?]$/.test(paragraph)) return null;
  const names = peopleIn([paragraph], () => false);
  const allNames = names.join(" ").length >= paragraph.replace(/^by\s+/i, "").length * 0.85;
  return allNames && names.every((name) => /^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\p{L}*\.?)* \p{Lu}[\p{L}’'-]+$/u.test(name))
    ? names.join(", ") || null
    : null;
}
