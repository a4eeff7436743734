import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { ShortQuote } from "./shortQuotes.ts";

const SO_CALLED =
  /(?:\bso\s?[-—–\s]\s?called|\bself[-\s](?:styled|proclaimed|described)|\bpurported|\bsupposed|\ballegedly|\b(?:the|an|of|for|over|about|into|his|her|its|their|any|this|these|to|with|from)\s+alleged)(?:\s+(?:an?|the))?\s*$/iu;
/** "what Moscow calls a", "what she has called the": whoever stands between "what" and the verb. */
const WHAT_THEY_CALL =
  /\bwhat\s+((?:\S+\s+){1,5}?)(?:(?:have|has|had|later|also)\s+)*(?:calls?|called|terms?|termed|describes?\s+as|described\s+as)(?:\s+(?:an?|the))?\s*$/iu;
/** Up to 60 characters of the sentence before a quotation that say whose it is. */
const SAID_NEAR =
  /\b(?:as|calls?|(?<!so[-—–\s])called|calling|dubbed|dubs|termed|terms|labell?ed|labell?ing|branded|describ\w+|view\w*|regard\w*|deem\w*|characteri[sz]\w+|refer\w+\s+to|assail\w*|blast\w*|slam\w*|suggest\w*|blam\w+|credited|mak(?:es|ing|e)\s+it|sa(?:y|ys|id|ying)|told|vow\w*|claim\w*|warn\w*|declar\w*|accus\w*|protest\w*|condemn\w*|demand\w*|expres\w*|promis\w*|argu\w*|insist\w*|admit\w*|denounc\w*|alleg\w*|listed|lists|listing|requir\w+|explain\w*|sanction(?:s|ed)|according\s+to|ideas?\s+of|notions?\s+of|fears?\s+of|talks?\s+of|threats?\s+of|charges?\s+of|decr(?:y|ied|ies)|hail\w*|brush\w*|reject\w*|dismiss\w*|mock\w*|prais\w*|complain\w*|threaten\w*|link(?:s|ed)|designat\w*|attribut\w+|cit(?:e|es|ed|ing)|highlight\w*|mention\w*|articulat\w*|proclaim\w*|advocat\w*|outlin\w*|invok\w*|(?:re)?assur\w*|tells?|announc\w+\s+(?:that|he|she|they|it)|sentenced|convicted|charged|jailed|fined|prosecut\w*|indict\w*|(?:death\s+)?penalty)\b[^.;“"«]{0,60}$|\b(?:issue|question|concept|definition|meaning)\s+of\s*$/iu;
/** "labelled the group, led by a Pole, a": a naming verb, however far before, and the article of what it names. */
const NAMED_FAR =
  /\b(?:calls?|(?<!so[-—–\s])called|labels?|labell?ed|brands?|branded|describes?|described|dubs|dubbed|terms|termed)\b[^.;“"«]{1,200}\s(?:an?|the|as)\s*$/iu;
/** "threatened whoever voted in the": open speech acts, however far before in the sentence. */
const SPOKE_FAR =
  /\b(?:threatened|threatens|accused|accuses|demanded|demands|vowed|pledged|promised|warned|warns|urged|urges)\b[^.;“"«]{1,220}$/iu;
/** "…,” the release continued", "“x” was used by the ministry", "“x,” as some call it": the user follows. */
const SAID_AFTER =
  /^\s*,?["”’']\s*,?\s*(?:[\p{L}.]+\s+){1,4}(?:said|says|added|continued|wrote|writes|claimed|claims|insisted|insists|noted|argued|argues|stated|states|warned|warns)\b|^[”"’'»]?\s*(?:(?:is|was|were|are|has\s+been)\s+)?(?:also\s+|first\s+)?(?:used|coined|cited|envisioned|described|floated|mentioned)\s+(?:\w+\s+)?by\b|^,?["”’']?,?\s*(?:as\s+[^.;]{1,50}\b(?:calls?|called|puts?\s+it|describes?)\b|according\s+to\b)/u;
/** "…, Ada Berg has said.": who speaks stands at the sentence's end. */
const SAID_LAST =
  /,\s+(?:\p{L}[\p{L}.’'-]*\s+){1,6}(?:says?|said|claims?|claimed|stated|announced|warned|insisted|argued|believes?)(?:\s+on\s+\p{Lu}\p{L}+)?\s*\.?["”’]?\s*$/u;
/** "what Russia has called", "described as": told as something said; only what somebody "calls" so is kept at a distance. */
const SAID_ONCE = /(?:called|termed|described\s+as)(?:\s+(?:an?|the))?\s*$/iu;
/** ", meaning a bomb that …", "— bristling with …", "(…", "or siloviki": the text explains a term it introduces. */
const EXPLAINED = /^["”’'»]?\s*(?:,?["”’'»]?\s*(?:meaning|i\.e\.|that\s+is,|or\s|known\s+as|[—–]|-\s|\())/u;
/** "— a device that …": what the term means, in the outlet's own words. */
const GLOSSED =
  /^["”’'»]?\s*(?:,?["”’'»]?\s*(?:meaning|which\s+means|i\.e\.|that\s+is,|[—–-]\s?(?:an?|the\s+so-called)\s))/u;
/** "…: Ada Berg": names alone behind the colon that ends a headline, and no "What We Know". */
const NAMED_BEHIND =
  /:\s+(?!(?:What|How|Why|Live|Here|Who|When|Where|Watch|Video|The|Your|All|Latest|Updates?)\b)\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,2}\s*$/u;
/** "known as", "under the slogan", "the song": the name of something, given by nobody in particular. */
const NAMED_SO =
  /\b(?:known\s+as|nicknamed|code-?named|titled|entitled|named)(?:\s+(?:an?|the))?\s*$|\bunder\s+the\s+(?:title|name|slogan|motto|code\s?name|headline)\s*$|\b(?:songs?|single|album|films?|movie|documentary|novel|poem|book|opera|ballet|podcast|painting|series|festival|contest)\s*,?\s*$|\b(?:decre|declar|introduc|impos|order)\w*\b[^.;]{1,120}\b(?:state|regime|mode|level)\s+of\s*$/iu;
/** "the channel “Pier news”": what comes out under a name that begins with a capital. */
const OUTLET = /\b(?:channel|newspaper|magazine|website|blog|agency|ship|vessel|yacht|ferry)\s*$/iu;
/** "…: officials", "… – media": who stands behind a headline, named by no name. */
const BEHIND_HEADLINE =
  /(?::|\s[–—-])\s+(?:\p{L}+\s){0,2}(?:officials?|media|reports?|sources?|experts?|analysts?|ministry|minister|mayor|governor|police|poll|survey|study|spokes\p{L}+|envoy|ambassador|prosecutors?|court|lawyers?|general|intelligence)\s*$/iu;

/** Whose words a short quotation is, as far as its sentence tells. */
export interface QuotedBy {
  /** The outlet keeps it at a distance: "so-called", or what a state is said to call it. */
  distanced: boolean;
  /** Somebody is said to use it. */
  attributed: boolean;
  /** A name or term by convention: "known as", or so-called and then explained. */
  named: boolean;
}

/** Reads the sentence around a quotation. */
export function quotedBy(field: Field, quote: ShortQuote, voices: readonly VoiceSegment[]): QuotedBy {
  const sentence = field.sentences.findLast((s) => s.start <= quote.start);
  const from = Math.max(sentence?.start ?? 0, quote.start - 260);
  const before = field.text.slice(from, quote.start).replace(/[“"«„‘'\s]+$/u, " ");
  const near = before.slice(-80);
  const after = field.text.slice(quote.end, quote.end + 60);
  const what = WHAT_THEY_CALL.exec(before.trimEnd());
  const state =
    what !== null && !SAID_ONCE.test(before.trimEnd()) && isState(field, what[1]!, from + what.index, quote.start);
  const soCalled = SO_CALLED.test(near.trimEnd());
  const explained = EXPLAINED.test(after.slice(0, 30));
  return {
    distanced: (soCalled || state) && !explained,
    attributed:
      (what !== null && !state) ||
      saidHere(field, quote, voices) ||
      SAID_NEAR.test(near) ||
      NAMED_FAR.test(before) ||
      SPOKE_FAR.test(before) ||
      SAID_AFTER.test(after) ||
      SAID_LAST.test(field.text.slice(quote.end, Math.min(sentence?.end ?? 0, quote.end + 400))) ||
      (field.in === "title" &&
        [BEHIND_HEADLINE, NAMED_BEHIND].some((each) => each.test(field.text.slice(quote.end)))) ||
      goesOn(field, quote, voices),
    named:
      (soCalled && explained) ||
      GLOSSED.test(after.slice(0, 30)) ||
      NAMED_SO.test(before.trimEnd()) ||
      (OUTLET.test(near.trimEnd()) && field.words.capital[quote.from] === true),
  };
}

/** "what Moscow calls": a state, its seat or a body of it; persons, groups ("critics") and initials are not held off. */
function isState({ mentions }: Field, who: string, from: number, to: number): boolean {
  const known = mentions.find((m) => m.start >= from && m.end <= to);
  if (known) return !known.adjective && known.actor?.type !== "person";
  return /^(?:the\s+)?\p{Lu}\p{Ll}+\s*$/u.test(who);
}

/** "The envoy said no. Chile was “appalled”": the sentence before reports the same side, or whom a pronoun takes up. */
function goesOn(field: Field, quote: ShortQuote, voices: readonly VoiceSegment[]): boolean {
  const at = field.sentences.findLastIndex((s) => s.start <= quote.start);
  const [before, here] = [field.sentences[at - 1], field.sentences[at]];
  if (!before || !here || before.paragraph !== here.paragraph) return false;
  const said = voices.findLast(
    ({ span, voice }) =>
      span.in === field.in && span.start < before.end && span.end > before.start && voice.speaker !== null,
  );
  if (!said || said.voice.kind === "own") return false;
  if (/^(?:he|she|they|it)$/.test(field.norm[here.fromWord] ?? "")) return true;
  const first = field.mentions.find((m) => m.fromWord >= here.fromWord);
  const opens = first !== undefined && first.fromWord - here.fromWord <= 1 && !first.adjective;
  return opens && said.voice.speaker?.bloc === first.bloc && first.kind !== "media";
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
