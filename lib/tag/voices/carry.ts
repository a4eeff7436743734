import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { RoleWords } from "./cues.ts";
import type { Found } from "./found.ts";
import type { Layout } from "./layout.ts";
import { BREAK } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { isFiniteVerb } from "./wordClass.ts";
import { headEnd } from "./sourceHead.ts";
import { groupStart, mainSubject, subjectOf, type Subject } from "./subject.ts";

/** How many sentences further on a quotation may still belong to the last speaker. */
const REACH = 2;

/**
 * Speech over several sentences. A content that touches a quotation takes the whole of it; a quotation nobody claims
 * goes to whoever is named with a verb behind its last comma, else to the speaker before it when it stands at the head of
 * the next sentence, else to the subject of its own sentence. `bySentence` holds the attributions found so far; they gain in place.
 */
export function carryQuotations(field: Field, layout: Layout, bySentence: Found[][], roles: RoleWords): void {
  let at = 0;
  let opened: { by: Found; to: number } | null = null;
  for (const quote of layout.quoteWords) {
    if (!quote.speech || quote.to <= quote.from) continue;
    while (at + 1 < field.sentences.length && field.sentences[at]!.toWord <= quote.from) at++;
    let last = at;
    while (last + 1 < field.sentences.length && field.sentences[last + 1]!.fromWord < quote.to) last++;
    // A quotation right behind another, as where a speech opens every paragraph with a mark, is the same speaker's.
    const goesOn: Found | null = opened !== null && opened.to === quote.from ? opened.by : null;
    opened = null;
    const claimed = claimant(bySentence, at, last, quote);
    if (claimed) {
      claimed.content = claimed.content.map((c) => (touches(c, quote) ? joined(c, quote) : c));
      opened = { by: claimed, to: quote.to };
      continue;
    }
    if (goesOn) {
      goesOn.content = [...goesOn.content, { from: quote.from, to: quote.to }];
      opened = { by: goesOn, to: quote.to };
      continue;
    }
    const sentence = field.sentences[at]!;
    const behind = byWhoFollows({ field, sentence, layout, roles }, quote);
    if (behind) {
      bySentence[at]!.push(behind);
      continue;
    }
    const heads = quote.from - sentence.fromWord <= 0;
    if (heads && isSubheading(field, layout, quote)) continue;
    const named =
      heads && at > 0 && bySentence[at - 1]!.length === 0 ? byWhoActs(field, layout, roles, at, quote) : null;
    if (named) {
      bySentence[at - 1]!.push(named);
      opened = { by: named, to: quote.to };
      continue;
    }
    const before = heads ? previous(bySentence, at, field, layout) : null;
    if (before) {
      before.content = [...before.content, { from: quote.from, to: quote.to }];
      opened = { by: before, to: quote.to };
      continue;
    }
    const made = bySubject({ field, sentence, layout, roles }, quote);
    // A thing that cannot speak shows or means what is quoted: whose words they are is not told.
    if (made === NOBODY) continue;
    if (made) bySentence[at]!.push(made);
    else {
      const last = heads ? null : previous(bySentence, at, field, layout);
      // The clause that leads up to the quotation is the same speaker's: "By giving ourselves the means to have “…”".
      if (last) last.content = [...last.content, { from: sentence.fromWord, to: quote.to }];
    }
  }
}

/** Most words of a heading inside an article. */
const HEADING = 12;

/** "'A race without end' The vote …": words in marks without a stop, then a sentence with nothing before it. */
function isSubheading(field: Field, layout: Layout, quote: Layout["quoteWords"][number]): boolean {
  const { end, closed } = layout.quotes[layout.quoteWords.indexOf(quote)]!;
  if (!closed || quote.to >= field.norm.length || quote.to - quote.from > HEADING) return false;
  if (/[.,!?…:;-]['’"”]*$/.test(field.text.slice(end - 4, end))) return false;
  return field.words.capital[quote.to] === true && field.text.slice(end, field.words.start[quote.to]) === " ";
}

/** "Berg tried to put a good face on it. “It rained.”": a person the sentence before is about, who says nothing in it. */
function byWhoActs(
  field: Field,
  layout: Layout,
  roles: RoleWords,
  at: number,
  quote: Layout["quoteWords"][number],
): Found | null {
  const sentence = field.sentences[at - 1]!;
  if (!sameParagraph(sentence, field.sentences[at]!) || layout.quoteOf[sentence.toWord - 1]! >= 0) return null;
  const view = { field, sentence, layout, roles };
  const subject = mainSubject(view, sentence.toWord);
  if (!subject || subject.from !== sentence.fromWord) return null;
  const head = headEnd(field, subject);
  const person = field.mentions.some(
    (m) => m.endWord === head && m.fromWord >= subject.from && m.actor?.type === "person",
  );
  // Captions tell what is seen in the present: "Berg visits the harbour."
  return person && !field.norm[subject.to]!.endsWith("s") ? statedBy(view, subject, subject.to, quote) : null;
}

const touches = (a: WordRange, b: WordRange): boolean => a.from < b.to && a.to > b.from;
const joined = (a: WordRange, b: WordRange): WordRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

function claimant(found: readonly Found[][], from: number, to: number, quote: WordRange): Found | null {
  for (let i = to; i >= from; i--) {
    const hit = found[i]!.findLast((a) => a.content.some((c) => touches(c, quote)));
    if (hit) return hit;
  }
  return null;
}

/** The attribution a quotation at the head of sentence `at` carries on: speech just before, within reach. */
function previous(found: readonly Found[][], at: number, field: Field, layout: Layout): Found | null {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const last = found[i]!.findLast((a) => a.source !== null);
    // "“…,” Berg said, according to the agency. “…”": who spoke goes on, not who passed it on.
    const hit = last?.rule === "according" ? (found[i]!.find((a) => a.rule.startsWith("verb:")) ?? last) : last;
    if (hit) {
      const quoted = hit.content.some((c) => layout.quoteOf[c.from]! >= 0 || layout.quoteOf[c.to - 1]! >= 0);
      return quoted || i === at - 1 || sameParagraph(field.sentences[i]!, field.sentences[at]!) ? hit : null;
    }
  }
  return null;
}

const sameParagraph = (a: Sentence, b: Sentence): boolean => a.paragraph === b.paragraph;

const NOBODY = "nobody";
/** People, bodies and whoever a pronoun stands for; "the wording" lists and names, and says nothing itself. */
function maySpeak({ field, roles }: View, subject: Subject): boolean {
  const last = headEnd(field, subject.antecedent ?? subject) - 1;
  if (SHOWN.test(field.norm[last]!) || field.norm[last + 1] === "who") return true;
  if (field.pos[last] !== "NOUN" || field.words.capital[last] === true || roles.kindOf(field, last) !== null)
    return true;
  return field.mentions.some((m) => m.endWord === last + 1);
}

/** Crowds and writings whose words may be quoted. */
const SHOWN =
  /^(?:crowd|brigade|forces|unit|team|group|signatory|signatorie|narrator|voice|campaign|ad|memo|caption|headline|banner|sign|slogan|poster|note|letter|video|post|tweet|text|statement|report|story|article|app|website|page|message|email|transcript|document|\p{L}+(?:[^dv]er|[ti]tor|ist|ian|eer|ee)|(?:\p{L}*(?:wo)?m[ae]n)|person|people)s?$/u;

/** Between these and the quotation another clause begins, whose words they may be. */
const APART = /^(?:after|before|when|while|because|since|where|who|whose|which|although)$/;

/** '"…," the ministry outlined': behind a comma at the end of a quotation whoever is named with a verb said it. */
function byWhoFollows(view: View, quote: Layout["quoteWords"][number]): Found | null {
  const { field, sentence, layout } = view;
  const end = layout.quotes[layout.quoteWords.indexOf(quote)]!.end;
  if (
    quote.to >= sentence.toWord ||
    !/,[”"’']$/.test(field.text.slice(quote.to > 0 ? field.words.end[quote.to - 1] : 0, end))
  )
    return null;
  for (let i = quote.to + 1; i < Math.min(sentence.toWord, quote.to + 10); i++) {
    if (!isFiniteVerb(view, i)) continue;
    const subject = subjectOf(view, groupStart(view, i));
    const says = view.field.pos[i] === "VERB" || QUOTED.test(field.norm[i + 1] ?? "");
    const another = subject?.from !== quote.to || APART.test(field.norm[quote.to]!);
    return subject && says && !another ? statedBy(view, subject, i, quote) : null;
  }
  return null;
}

/** "was quoted as saying": what a passive verb says of whoever is quoted. */
const QUOTED = /^(?:quoted|cited|heard|shown|seen|translated|recorded)$/;

/** 'The Kremlin views it as "…"': the subject of the verb before the quotation speaks, with less certainty. */
function bySubject(view: View, quote: WordRange): Found | typeof NOBODY | null {
  for (let i = quote.from - 1; i > view.sentence.fromWord && quote.from - i < 12; i--) {
    if (APART.test(view.field.norm[i]!)) return null;
    if (!isFiniteVerb(view, i)) continue;
    if (
      /^(?:is|are|was|were|be|been)$/.test(view.field.norm[i]!) ||
      /^(?:is|are|was|were|be|been)$/.test(view.field.norm[i - 1]!)
    )
      return null;
    const subject = subjectOf(view, groupStart(view, i));
    if (!subject || (view.layout.gap[quote.from]! & BREAK & ~2) > 16) return null;
    if (!maySpeak(view, subject)) return NOBODY;
    return statedBy(view, subject, i, quote);
  }
  return null;
}

/** A quotation that a verb of no list gives to its subject. */
const statedBy = ({ sentence }: View, { from, to, antecedent }: Subject, verb: number, quote: WordRange): Found => ({
  source: { from, to },
  antecedent,
  cue: { from: verb, to: verb + 1 },
  content: [{ from: quote.from, to: quote.to }],
  rule: "quote:subject",
  stance: "neutral",
  certainty: 0.5,
  sentence: sentence.index,
  own: false,
});
