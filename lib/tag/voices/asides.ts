import { BREAK, GAP } from "./layout.ts";
import type { View } from "./view.ts";
import { DAYS } from "./wordKinds.ts";
import { ASIDE } from "./verbHit.ts";

const TIME_NOUN =
  /^(week|month|year|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|in|on|\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
const MONTH = /^(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\p{L}*$/u;
/** Words of "last week", "earlier this month" at word `at` where a clause begins behind it, else 0. */
function timeAhead({ field, layout, sentence }: View, at: number): number {
  const first = field.norm[at] === "earlier" ? at + 1 : at;
  if (field.norm[first] !== "last" && field.norm[first] !== "this") return 0;
  if (!TIME_NOUN.test(field.norm[first + 1] ?? "")) return 0;
  if (field.norm[first + 1] === "in" || field.norm[first + 1] === "on") return 0;
  const next = first + 2;
  const joined = next < sentence.toWord && (layout.gap[first]! | layout.gap[first + 1]! | layout.gap[next]!) === 0;
  return joined && /^(?:DET|PRON|PROPN)$/.test(field.pos[next]!) ? next - at : 0;
}

/** Skips "on Friday", "in a statement", "during a visit to X"; null when nothing follows. */
export function skipAside(view: View, from: number): number | null {
  const { field, layout, sentence } = view;
  let at = from;
  if (at < sentence.toWord && DAYS.has(field.norm[at]!) && (layout.gap[at]! & BREAK) === 0) at++;
  if (at > from && (layout.gap[at]! & GAP.comma) !== 0 && MONTH.test(field.norm[at]!))
    // "said Wednesday, Aug. 17, that".
    for (let i = at; i < Math.min(sentence.toWord, at + 5); i++) if (field.norm[i] === "that") return i;
  at += timeAhead(view, at);
  if (at >= sentence.toWord) return null;
  if (!ASIDE.has(field.norm[at]!) || (layout.gap[at]! & BREAK) !== 0) return at;
  if (/^(this|last|early|late|following)$/.test(field.norm[at]!) && !TIME_NOUN.test(field.norm[at + 1] ?? ""))
    return at;
  for (let i = at; i < Math.min(sentence.toWord, at + 18); i++) {
    if (i > at && (layout.gap[i]! & (GAP.stop | GAP.semicolon)) !== 0) return null;
    if (i > at && ((layout.gap[i]! & GAP.colon) !== 0 || opensQuote(view, i))) return i;
    // "posted on a page confirmed that": the clause belongs to the verb right before it.
    // "outside the town that saw it": a verb right behind makes it a relative clause.
    const verb = /^(?:VERB|AUX)$/.test(field.pos[i + 1] ?? "") && !field.norm[i + 1]!.endsWith("ing");
    if (field.norm[i] === "that" && i > at + 1 && verb) continue;
    if (field.norm[i] === "that" && i > at + 1) return isReport(view, i - 1) && layout.gap[i] === 0 ? null : i;
  }
  if (field.norm[at] === "on" && DAYS.has(field.norm[at + 1] ?? "") && at + 2 < sentence.toWord) {
    return (layout.gap[at + 2]! & BREAK) === 0 ? at + 2 : null;
  }
  return null;
}

/** "confirmed", "showed", "says" with nothing before that makes a noun of it. */
const isReport = ({ field }: View, i: number): boolean =>
  field.pos[i] === "VERB" && /(?:ed|said|says|shows)$/.test(field.norm[i]!) && !/^(?:DET|ADJ)$/.test(field.pos[i - 1]!);

/** Whether a quotation begins with word `at`. */
export const opensQuote = (view: View, at: number): boolean =>
  view.layout.quoteOf[at]! >= 0 && (at === 0 || view.layout.quoteOf[at - 1] !== view.layout.quoteOf[at]);
