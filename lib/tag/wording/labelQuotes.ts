import type { Evidence, LabelQuoteTag, VoiceSegment } from "#lib/domain/tags.ts";
import type { Voice } from "#lib/domain/speaker.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { quotedBy, type QuotedBy } from "./quotedBy.ts";
import { shortQuotes, type ShortQuote } from "./shortQuotes.ts";

/** methods 3.4: quoted in at least so many and such a share of its mentions is distancing. */
const OFTEN = 3;
const MOSTLY = 0.6;
/** Words a name in capitals writes small. */
const SMALL = /^(?:of|the|and|for|in|on|de|du|des|la|le|to|a|an|at)$/;

interface Use extends QuotedBy {
  field: Field;
  quote: ShortQuote;
  voice: VoiceSegment;
}

/**
 * Names and terms in quotation marks, one tag a label. A name in capitals or one the article goes on to write plain is
 * a proper label, which is convention; a term somebody is said to use is theirs (attributed); so-called, or quoted
 * again and again, keeps it at a distance, unless the article also writes it plain. Of a term nobody is said to use the
 * words do not tell (unclaimed). What is somebody's every time is never distancing, however often it is quoted.
 */
export const labelQuotes = (fields: readonly Field[], voices: readonly VoiceSegment[]): LabelQuoteTag[] =>
  quotedTerms(fields, voices).labels;

/** Labels, and beside them the quoted pieces of sentences ("in recent weeks") that are no names or terms. */
export function quotedTerms(
  fields: readonly Field[],
  voices: readonly VoiceSegment[],
): { labels: LabelQuoteTag[]; pieces: LabelQuoteTag[] } {
  const byLabel = new Map<string, Use[]>();
  for (const field of fields) {
    for (const quote of shortQuotes(field)) {
      if (opensSpeech(field, quote) || (!isName({ field, quote }) && isClause(field, quote))) continue;
      const voice = voices.find(
        (v) => v.span.in === field.in && quote.start >= v.span.start && quote.start < v.span.end,
      );
      if (!voice || (voice.voice.kind === "direct" && wholeOf(voice, quote))) continue;
      const use = { field, quote, voice, ...quotedBy(field, quote, voices) };
      const label = field.norm.slice(quote.from, quote.to).join(" ");
      const uses = byLabel.get(label);
      if (uses) uses.push(use);
      else byLabel.set(label, [use]);
    }
  }
  const labels: LabelQuoteTag[] = [];
  const pieces: LabelQuoteTag[] = [];
  for (const [label, uses] of byLabel)
    (uses.every(isPiece) ? pieces : labels).push(tagOf(label, uses, plainMentions(uses, fields, voices)));
  return { labels, pieces };
}

/** "“Berg,” it declared, “is …”": a comma inside the marks of what opens a sentence cuts speech short. */
function opensSpeech({ text, sentences, in: place }: Field, { from, end }: ShortQuote): boolean {
  const opens = place === "text" && sentences.some((s) => s.fromWord === from);
  return opens && /^,\s?["”’'»]\s+(?!as\b|which\b|or\b)\p{L}/u.test(text.slice(end, end + 8));
}

/** "take up", "it no longer exists", "must act now": a piece of somebody's sentence is no name or term. */
function isClause({ pos, norm }: Field, { from, to }: ShortQuote): boolean {
  if (to - from < 2) return false;
  const verb = (i: number): boolean => pos[i] === "AUX" || (pos[i] === "VERB" && !/(?:ing|ed|en)$/.test(norm[i]!));
  if (
    /^(?:VERB|AUX|PRON)$/.test(pos[from]!) &&
    (verb(from) || pos[from] === "PRON" || pos[from + 1] === "ADP" || norm[from + 1] === "up")
  )
    return true;
  if (/^(?:to|not|be|by|there|if|as|let|don't|very|too|so|no)$/.test(norm[from]!)) return true;
  for (let i = from + 1; i < to; i++) if (verb(i) && (pos[i] === "AUX" || i === to - 1)) return true;
  return false;
}

/** "a few years", "three weeks". */
const COUNTED =
  /^(?:an?|the|some|several|many|few|most|last|next|past|one|two|three|four|five|six|ten|couple|dozens?|hundreds?)$/;
const COUNT =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|times?|while|people|percent|miles|kilomet(?:er|re)s|millions?|billions?|dollars|euros)$/;

/** "10 or more", "in recent weeks", "probably", "stabilized the front": how somebody put it, no name and no term. */
function isPiece({ field, quote: { from, to } }: Use): boolean {
  const { pos, norm } = field;
  if (/^(?:ADP|ADV|CCONJ|SCONJ|NUM|PART)$/.test(pos[from]!) && !/^(?:anti|pro|out)/.test(norm[from]!)) return true;
  if (to - from === 1)
    return /^(?:parts?|some|many|most|all|none|half|more|less|few|several|\w{3,}[^aeiou]ly)$/.test(norm[from]!);
  if (COUNTED.test(norm[from]!) && COUNT.test(norm[to - 1]!)) return true;
  if (/^(?:ADP|ADV|PRON)$/.test(pos[to - 1]!) || (pos[from] === "VERB" && pos[from + 1] === "ADV")) return true;
  return pos[from] !== "DET" && /^(?:the|an?|his|her|its|their|this|that)$/.test(norm[from + 1]!);
}

function tagOf(label: string, uses: readonly Use[], { plain, own }: Plain): LabelQuoteTag {
  const mentions = uses.length + plain;
  const apart = (u: Use): boolean => u.distanced && u.voice.voice.kind !== "direct" && plain === 0;
  const quotedOften = uses.length >= OFTEN && uses.length / mentions >= MOSTLY && !isNameOf(uses);
  const often = quotedOften && 2 * uses.filter((u) => !u.attributed).length >= uses.length;
  const use = uses.some(apart) || often ? "distancing" : whose(uses, own);
  const evidence = uses.map((each): Evidence => {
    const { field, quote, voice } = each;
    const { start, end } = quote;
    const sentence = field.sentences.findLast((s) => s.start <= start) ?? field.sentences[0];
    const rule = use !== "distancing" ? use : apart(each) ? "so_called" : often ? "often_quoted" : "quoted";
    return {
      span: { in: field.in, start, end },
      exact: field.text.slice(start, end),
      rule: `label_quote:${rule}`,
      weight: use === "distancing" ? 1 : 0,
      // Somebody is said to use it, and the text around does not say who: nobody's known words.
      voice: use === "attributed" && voice.voice.kind === "own" ? { kind: "ambiguous", speaker: null } : voice.voice,
      sentence: sentence?.index ?? 0,
    };
  });
  return { kind: "label_quote", use, label, mentions, quoted: uses.length, evidence };
}

/** Headlines quote for short: where the body quotes the term, too, the body tells whose it is. */
function whose(uses: readonly Use[], plain: number): "proper_label" | "attributed" | "unclaimed" {
  const body = uses.filter((u) => u.field.in === "text");
  const told = body.length > 0 ? body : uses;
  if (told.some(isName) || told.some((u) => u.named)) return "proper_label";
  if (body.length === 0 && uses.every((u) => u.attributed)) return "attributed";
  // A term the outlet goes on to write plain is its own, too; a single word may recur by chance.
  if (plain > 0 && told[0]!.quote.to - told[0]!.quote.from > 1) return "proper_label";
  return told.every((u) => u.attributed) ? "attributed" : "unclaimed";
}

/** A name somewhere, in capitals everywhere: the first word of a sentence does not tell. */
const isNameOf = (uses: readonly Use[]): boolean =>
  uses.some(isName) && uses.every(({ field, quote }) => field.words.capital[quote.from] === true);

/** "the ‘Orlan’ drone", "The Times": capitals throughout, inside a sentence of the body, whoever is reported there. */
function isName({ field, quote: { from, to, start, end } }: Pick<Use, "field" | "quote">): boolean {
  const { words, norm, in: place } = field;
  if (place !== "text" || words.capital[from] !== true) return false;
  for (let i = from; i < to; i++) if (words.capital[i] !== true && !SMALL.test(norm[i]!)) return false;
  // "this ‘Kremlinologist’" describes; a name stands without.
  if (to - from === 1)
    return (
      !/^(?:this|these|such|those|another)$/.test(norm[from - 1] ?? "") &&
      !field.sentences.some((s) => s.fromWord === from)
    );
  // "Western Meddlers": a nation's or region's name makes a description of what follows.
  return norm[from] !== "western" && !field.mentions.some((m) => m.adjective && m.start >= start && m.end <= end);
}

/** Mentions of a label without marks outside direct speech, where somebody else chose to write it plain. */
interface Plain {
  plain: number;
  /** Those in the outlet's own words; in what it reports only behind "the", as something known by that name. */
  own: number;
}

function plainMentions(uses: readonly Use[], fields: readonly Field[], voices: readonly VoiceSegment[]): Plain {
  const { field: first, quote } = uses[0]!;
  const label = first.words.id.slice(quote.from, quote.to);
  let plain = 0;
  let own = 0;
  for (const field of fields) {
    const { id } = field.words;
    const quoted = new Set(uses.flatMap((u) => (u.field === field ? [u.quote.from] : [])));
    for (let i = id.indexOf(label[0]!); i >= 0 && i + label.length <= id.length; i = id.indexOf(label[0]!, i + 1))
      if (standsAt(id, i, label) && !quoted.has(i)) {
        const { kind, speaker } = plainVoice(field, i, voices);
        if (kind !== "direct") plain++;
        const theirs = speaker !== null && uses.some((u) => u.voice.voice.speaker?.name === speaker.name);
        const known = kind !== "direct" && field.norm[i - 1] === "the" && !theirs;
        if (kind === "own" || kind === "ambiguous" || known) own++;
      }
  }
  return { plain, own };
}

function standsAt(id: readonly number[], at: number, label: readonly number[]): boolean {
  for (let k = 1; k < label.length; k++) if (id[at + k] !== label[k]) return false;
  return true;
}

/** Whose words a mention stands in; within marks of another kind it is as good as direct. */
function plainVoice(field: Field, at: number, voices: readonly VoiceSegment[]): Voice {
  const start = field.words.start[at]!;
  if (/["“”‘’'«„]/.test(field.text[start - 1] ?? "")) return { kind: "direct", speaker: null };
  const voice = voices.find((v) => v.span.in === field.in && start >= v.span.start && start < v.span.end);
  return voice?.voice ?? { kind: "own", speaker: null };
}

/** A short sentence somebody says ("Never again") is speech, no label. */
function wholeOf(voice: VoiceSegment, quote: ShortQuote): boolean {
  return quote.start - voice.span.start <= 2 && voice.span.end - quote.end <= 2;
}
