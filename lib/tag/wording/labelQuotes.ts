import type { Evidence, LabelQuoteTag, VoiceSegment } from "#lib/domain/tags.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { shortQuotes, type ShortQuote } from "./shortQuotes.ts";

/** methods 3.4: quoted in at least so many and such a share of its mentions is distancing. */
const OFTEN = 3;
const MOSTLY = 0.6;
const SO_CALLED =
  /(?:\bso\s?[-—–\s]\s?called|\bself[-\s](?:styled|proclaimed|described)|\bwhat\s+(?:\S+\s+){1,4}(?:calls?|called|terms?|termed|describes?\s+as|described\s+as)|\bpurported|\bsupposed)(?:\s+(?:an?|the))?\s*$/iu;
const ATTRIBUTES =
  /\b(?:as|calls?|(?<!so[-—–\s])called|calling|dubbed|dubs|termed|terms|labell?ed|labell?ing|branded|known|describ\w+|view\w*|regard\w*|deem\w*|characteri[sz]\w+|refer\w+\s+to|assail\w*|blast\w*|slam\w*|suggest\w*|blam\w+|credited|mak(?:es|ing|e)\s+it|sa(?:y|ys|id|ying)|told|vow\w*|claim\w*|warn\w*|declar\w*|accus\w*|protest\w*|condemn\w*|demand\w*|expres\w*|promis\w*|argu\w*|insist\w*|admit\w*|denounc\w*)\b[^.;“"«]{0,60}$/iu;

/** "what she called a", "what some call a": the words of a person just named, or a coinage of nobody in particular. */
const THEIRS =
  /\bwhat\s+(?:he|she|they|i|we|some|many|others|people|experts|analysts|scientists|critics|officials)\s+(?:(?:have|has|had|have|later|also)\s+)?(?:calls?|called|terms?|termed|describes?\s+as|described\s+as)(?:\s+(?:an?|the))?\s*$/iu;
/** ", meaning a bomb that …", "— bristling with …", "(…": the text explains a term it introduces. */
const EXPLAINED = /^["”’'»]?\s*(?:,?["”’'»]?\s*(?:meaning|i\.e\.|that\s+is,|or\s+an?\b|known\s+as|[—–]|-\s|\())/u;

/** "…,” the release continued": the speaker follows. */
const SAID_AFTER =
  /^\s*,?["”’']\s*,?\s*(?:[\p{L}.]+\s+){1,4}(?:said|says|added|continued|wrote|claimed|insisted|noted)\b/u;

interface Use {
  field: Field;
  quote: ShortQuote;
  voice: VoiceSegment;
  soCalled: boolean;
  attributed: boolean;
}

/**
 * Names and terms in quotation marks, one tag a label. A short quotation in somebody's reported words or behind a
 * naming verb is theirs (attributed); so-called, or quoted again and again, keeps it at a distance, unless the article
 * also writes it plain after "so-called"; anything else is a proper label at first mention, which is convention.
 * What is somebody's every time is never distancing, however often it is quoted.
 */
export function labelQuotes(fields: readonly Field[], voices: readonly VoiceSegment[]): LabelQuoteTag[] {
  const byLabel = new Map<string, Use[]>();
  for (const field of fields) {
    for (const quote of shortQuotes(field)) {
      if (isClause(field, quote)) continue;
      const voice = voices.find(
        (v) => v.span.in === field.in && quote.start >= v.span.start && quote.start < v.span.end,
      );
      if (!voice || (voice.voice.kind === "direct" && wholeOf(voice, quote))) continue;
      const before = field.text.slice(Math.max(0, quote.start - 80), quote.start).replace(/[“"«„‘'\s]+$/u, " ");
      const use = {
        field,
        quote,
        voice,
        soCalled:
          SO_CALLED.test(before.trimEnd()) &&
          !THEIRS.test(before.trimEnd()) &&
          !EXPLAINED.test(field.text.slice(quote.end, quote.end + 30)),
        attributed:
          ATTRIBUTES.test(before) ||
          THEIRS.test(before.trimEnd()) ||
          SAID_AFTER.test(field.text.slice(quote.end, quote.end + 60)) ||
          saidHere(field, quote, voices),
      };
      const label = field.norm.slice(quote.from, quote.to).join(" ");
      byLabel.set(label, [...(byLabel.get(label) ?? []), use]);
    }
  }
  return [...byLabel].map(([label, uses]) => tagOf(label, uses, plainMentions(uses, fields, voices)));
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

function tagOf(label: string, uses: readonly Use[], plain: number): LabelQuoteTag {
  const mentions = uses.length + plain;
  const soCalled = uses.some((u) => u.soCalled && u.voice.voice.kind !== "direct") && plain === 0;
  const quotedOften = uses.length >= OFTEN && uses.length / mentions >= MOSTLY;
  const often = quotedOften && uses.some((u) => !u.attributed);
  const theirs = plain === 0 && uses.every((u) => u.attributed) && !uses.some(isName);
  const use = soCalled || often ? "distancing" : theirs ? "attributed" : "proper_label";
  const rule = soCalled ? "so_called" : often ? "often_quoted" : use;
  const evidence = uses.map(({ field, quote, voice }): Evidence => {
    const { start, end } = quote;
    const sentence = field.sentences.findLast((s) => s.start <= start) ?? field.sentences[0];
    return {
      span: { in: field.in, start, end },
      exact: field.text.slice(start, end),
      rule: `label_quote:${rule}`,
      weight: use === "distancing" ? 1 : 0,
      voice: voice.voice,
      sentence: sentence?.index ?? 0,
    };
  });
  return { kind: "label_quote", use, label, mentions, quoted: uses.length, evidence };
}

/** "the ‘Orlan’ drone": one word with a capital inside a sentence of the body is a name, whoever is reported there. */
function isName({ field, quote: { from, to } }: Use): boolean {
  const { capital } = field.words;
  const opens = field.sentences.some((s) => s.fromWord === from);
  return field.in === "text" && !opens && to - from === 1 && capital[from] === true;
}

/** Mentions of the label without marks, outside direct speech: there somebody else chose to write it plain. */
function plainMentions(uses: readonly Use[], fields: readonly Field[], voices: readonly VoiceSegment[]): number {
  const { field: first, quote } = uses[0]!;
  const label = first.words.id.slice(quote.from, quote.to);
  let plain = 0;
  for (const field of fields) {
    const { id } = field.words;
    for (let i = id.indexOf(label[0]!); i >= 0 && i + label.length <= id.length; i = id.indexOf(label[0]!, i + 1))
      if (standsAt(id, i, label) && isPlain(field, i, uses, voices)) plain++;
  }
  return plain;
}

function standsAt(id: readonly number[], at: number, label: readonly number[]): boolean {
  for (let k = 1; k < label.length; k++) if (id[at + k] !== label[k]) return false;
  return true;
}

function isPlain(field: Field, at: number, uses: readonly Use[], voices: readonly VoiceSegment[]): boolean {
  if (uses.some((u) => u.field === field && u.quote.from === at)) return false;
  const start = field.words.start[at]!;
  const voice = voices.find((v) => v.span.in === field.in && start >= v.span.start && start < v.span.end);
  return voice?.voice.kind !== "direct";
}

/** Somebody is reported in the sentence of the quotation: the term may well be theirs. */
function saidHere(field: Field, quote: ShortQuote, voices: readonly VoiceSegment[]): boolean {
  const sentence = field.sentences.find((s) => quote.start >= s.start && quote.start < s.end);
  return voices.some(
    ({ span, voice }) =>
      voice.kind !== "own" &&
      span.in === field.in &&
      span.start < (sentence?.end ?? quote.end) &&
      span.end > (sentence?.start ?? quote.start),
  );
}

/** A short sentence somebody says ("Never again") is speech, no label. */
function wholeOf(voice: VoiceSegment, quote: ShortQuote): boolean {
  return quote.start - voice.span.start <= 2 && voice.span.end - quote.end <= 2;
}
