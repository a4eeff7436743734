import type { Speaker } from "#lib/domain/speaker.ts";
import type { ReportStance } from "#lib/domain/speaker.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";
import type { Quotation } from "./quotations.ts";
import type { Source } from "./sources.ts";

/** Who says a stretch of one sentence, and how we know. Offsets are into the field. */
export interface Attribution {
  start: number;
  end: number;
  speaker: Speaker | null;
  cue: { start: number; end: number } | null;
  cueRule: string;
  source: { start: number; end: number } | null;
  stance: ReportStance;
  certainty: number;
}

const CLAUSE_WORDS = new Set(
  "that the a an it its he she they his her their we our there this these those if who what how why no any all some many most more both not only".split(
    " ",
  ),
);
const BE = new Set("is are was were be been being".split(" "));
const REACH = 110;

/** Attributions a sentence states itself: verbs, "according to", viewpoints, colons. */
export function attributeSentence(
  field: Field,
  sentence: Sentence,
  hits: readonly PhraseHit<CueRule>[],
  sources: readonly Source[],
  quotes: readonly Quotation[],
  lastSpeaker: Speaker | null,
): Attribution[] {
  const quoted = (offset: number): boolean => quotes.some((q) => offset >= q.start && offset < q.end);
  const open = sources.filter((s) => !quoted(s.start));
  const found: Attribution[] = [];
  const make = (
    start: number,
    end: number,
    who: Source,
    cue: PhraseHit<CueRule>,
    rule: string,
    stance: ReportStance,
    certainty: number,
  ): void => {
    if (end <= start) return;
    const speaker = who.pronoun === null ? who.speaker : lastSpeaker;
    found.push({
      start,
      end,
      speaker,
      stance,
      certainty,
      cueRule: rule,
      cue: { start: field.words.start[cue.from]!, end: field.words.end[cue.to - 1]! },
      source: { start: who.start, end: who.end },
    });
  };
  for (const hit of hits) {
    const at = field.words.start[hit.from]!;
    if (quoted(at)) continue;
    if (hit.rule.type === "according") {
      const who =
        open.find((s) => s.from >= hit.to && s.from - hit.to <= 6 && !s.possessive) ??
        open.find((s) => s.from >= hit.to && s.from - hit.to <= 6);
      if (!who || /^(our|my)$/.test(field.norm[hit.to] ?? "")) continue;
      const head = at - sentence.start < 4;
      const behind = field.text.indexOf(",", who.end);
      if (head)
        make(
          behind > 0 && behind < sentence.end ? behind + 1 : who.end,
          sentence.end,
          who,
          hit,
          "according",
          "neutral",
          0.9,
        );
      else make(sentence.start, at, who, hit, "according", "neutral", 0.9);
      continue;
    }
    if (hit.rule.type !== "verb") continue;
    const verb = hit.rule.verb;
    const before = field.norm[hit.from - 1] ?? "";
    const after = field.norm[hit.to] ?? "";
    const word = field.norm[hit.from]!;
    const participle = word.endsWith("ing");
    if (!participle && BE.has(before) && hit.from > sentence.fromWord) {
      const by = field.norm[hit.to] === "by" ? open.find((s) => s.from >= hit.to && s.from - hit.to <= 5) : undefined;
      if (by && /\bas\b/.test(field.text.slice(Math.max(sentence.start, at - 12), at)))
        make(sentence.start, at, by, hit, `verb:${verb.lemma}`, verb.stance, 0.7);
      continue;
    }
    if (
      /^(to|of|member|the|a|an|its|their|his|her|these|those|this|united|other|european|new|several|western)$/.test(
        before,
      ) &&
      !participle
    )
      continue;
    const verbEnd = field.words.end[hit.to - 1]!;
    const tail = field.text.slice(verbEnd, sentence.end);
    const quoteSoon = quotes.some((q) => q.start > verbEnd && q.start - verbEnd < 60 && q.start < sentence.end);
    const clause =
      after === "that" ||
      /^\s*:/.test(tail) ||
      (CLAUSE_WORDS.has(after) && !verb.needsClause) ||
      quoteSoon ||
      /^\s+(\S+\s+){1,3}that\b/.test(tail);
    const subject = subjectBefore(field, open, hit.from, at);
    const inverted = open.find((s) => s.from >= hit.to && s.from - hit.to <= 3 && !s.possessive && s.pronoun === null);
    const closing =
      quotes.some((q) => q.end <= at && at - q.end <= 3) ||
      /[,"”»]\s*[—–-]?\s*$/.test(field.text.slice(sentence.start, at));
    if (
      inverted &&
      closing &&
      (!subject || subject.end < at - 60 || quotedBetween(field, subject.end, at)) &&
      !participle
    ) {
      make(sentence.start, at, inverted, hit, `verb:${verb.lemma}`, verb.stance, 0.9);
      const rest = field.text.slice(inverted.end, sentence.end);
      if (/[“"«]/.test(rest)) make(inverted.end, sentence.end, inverted, hit, `verb:${verb.lemma}`, verb.stance, 0.8);
      continue;
    }
    const who = subject ?? (participle ? sourceOfPrevious(found, open) : undefined);
    if (!who) continue;
    const wordsAfter = countWords(tail);
    const preceding = field.text.slice(sentence.start, who.start).trimEnd();
    const bare = preceding
      .replace(/(?:\s|^)(?:the|a|an|[A-Z]\p{L}+(?:\s+to\s+[A-Z]\p{L}+)?|\p{Ll}+ian|head|of)(?=\s|$)/gu, " ")
      .trimEnd();
    const final =
      wordsAfter <= 7 &&
      after !== "that" &&
      countWords(preceding) >= 4 &&
      (/[,"”»!?—–]$/.test(preceding) || /[,"”»!?—–]$/.test(bare) || /,(?=[^,]{0,70}$)/.test(preceding));
    if (final && !participle) {
      const comma = Math.max(...[",", "”", '"', "»", "—"].map((c) => field.text.lastIndexOf(c, who.start - 1)));
      make(
        sentence.start,
        comma > sentence.start ? comma : who.start,
        who,
        hit,
        `verb:${verb.lemma}`,
        verb.stance,
        0.9,
      );
      continue;
    }
    if (verb.lemma === "accuse" ? !/\bof\b/.test(tail) : verb.needsClause && !clause) continue;
    if (participle && !clause && verb.needsClause) continue;
    if (!participle && subject && at - subject.end > 60 && !clause) continue;
    let end = sentence.end;
    const next = hits.find((h) => h.rule.type === "verb" && h.from > hit.to && !quoted(field.words.start[h.from]!));
    if (next) {
      const other = subjectBefore(field, open, next.from, field.words.start[next.from]!);
      if (
        other &&
        other.from > hit.to &&
        /[,;]\s*(?:while|but|and|as|whereas)?\s*(?:the\s+)?$/.test(field.text.slice(verbEnd, other.start))
      )
        end = other.start;
    }
    make(verbEnd, end, who, hit, `verb:${verb.lemma}`, verb.stance, clause ? 0.9 : 0.7);
    if (quoteBeforeSubject(quotes, sentence, who))
      make(sentence.start, who.start, who, hit, `verb:${verb.lemma}`, verb.stance, 0.9);
  }
  if (found.length === 0) found.push(...viewpoint(field, sentence, open));
  return found;
}

function subjectBefore(field: Field, sources: readonly Source[], verb: number, verbStart: number): Source | undefined {
  const near = sources.filter((s) => s.to <= verb && verbStart - s.end <= REACH && !s.object);
  const last = near.at(-1);
  if (!last) return undefined;
  const person = near.at(-2);
  const apposed =
    person && last.role && /^[’']?s?,\s*(?:an?|the|who|\p{L}+)?\s/u.test(field.text.slice(person.end, person.end + 12));
  return apposed ? person : last;
}

function sourceOfPrevious(found: readonly Attribution[], open: readonly Source[]): Source | undefined {
  const last = found.at(-1)?.source;
  return last ? open.find((s) => s.start === last.start) : open.find((s) => !s.object);
}

const quotedBetween = (field: Field, from: number, to: number): boolean => /[“”"«»]/.test(field.text.slice(from, to));
const quoteBeforeSubject = (quotes: readonly Quotation[], sentence: Sentence, who: Source): boolean =>
  quotes.some((q) => q.end > sentence.start && q.end <= who.start && who.start - q.end <= 4);
const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** "For X, …", "X's view, likening …", "X has issued a warning: …". */
function viewpoint(field: Field, sentence: Sentence, sources: readonly Source[]): Attribution[] {
  const first = sources[0];
  if (!first) return [];
  const at = { start: first.start, end: first.end };
  const base = { speaker: first.speaker, source: at, stance: "neutral" as const };
  const head = field.norm[sentence.fromWord];
  const comma = field.text.indexOf(",", first.end);
  if (head === "for" && first.from - sentence.fromWord <= 3 && comma === first.end && first.pronoun === null) {
    return [
      {
        ...base,
        start: comma + 1,
        end: sentence.end,
        cue: { start: sentence.start, end: sentence.start + 3 },
        cueRule: "viewpoint:for",
        certainty: 0.7,
      },
    ];
  }
  const noun = /^['’]s\s+(?:\p{L}+\s+)?(analogy|view|opinion|words|claim|warning|remarks?|argument)\b/u.exec(
    field.text.slice(first.end, first.end + 40),
  );
  if (noun) {
    const start = first.end + noun[0].length;
    return [
      {
        ...base,
        start,
        end: sentence.end,
        cue: { start: start - noun[1]!.length, end: start },
        cueRule: `noun:${noun[1]!}`,
        certainty: 0.7,
      },
    ];
  }
  const colon = /\b(warning|rejoinder|statement|response|message|reply|ultimatum|answer):\s/.exec(
    field.text.slice(first.end, sentence.end),
  );
  if (colon) {
    const start = first.end + colon.index + colon[0].length;
    const cue = first.end + colon.index;
    return [
      {
        ...base,
        start,
        end: sentence.end,
        cue: { start: cue, end: cue + colon[1]!.length },
        cueRule: `noun:${colon[1]!}`,
        certainty: 0.7,
      },
    ];
  }
  return [];
}
