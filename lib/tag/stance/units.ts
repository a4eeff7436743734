import { groupBy } from "#lib/tag/read/groupBy.ts";
import type { Codebook, SignedCue } from "#lib/domain/codebook.ts";
import type { Evidence, VoiceSegment } from "#lib/domain/tags.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";
import type { Mention } from "#lib/tag/read/actors.ts";

/** One piece of evidence towards a target: value -1..1, weight before the voice counts. */
export interface Unit {
  target: string;
  value: number;
  weight: number;
  channel: "label" | "role" | "proposition";
  evidence: Evidence;
  segment: VoiceSegment;
  /** Between quotation marks, as a label somebody else chose, or a policy told of somebody. */
  quoted: boolean;
}

/** Channel weights of methods 2.4. */
const WEIGHT = { label: 1, role: 0.8, proposition: 1 } as const;
const PLACE = { title: 2, lead: 1.5, body: 1 } as const;
const NEAR_WORDS = 6;
/** War words near everyone in a war; a verb this common says nothing of an actor by itself. */
const WEAK = 0.3;

/** Returns the evidence units of every target in reading order. Negation flips, "would" and "if" halve. */
export function stanceUnits(codebook: Codebook): (hits: readonly Hit[]) => Unit[] {
  const entities = new Set(codebook.targets.filter((t) => t.kind === "entity").map((t) => t.id));
  return (hits) => unitsOf(hits, entities);
}

function unitsOf(hits: readonly Hit[], entities: ReadonlySet<string>): Unit[] {
  const near = aboutSentences(hits);
  const all: Unit[] = [];
  const bySentence = groupBy(hits, (h) => h.sentence);
  for (const [, list] of bySentence) {
    if (!list.some(tells)) continue;
    const units: Unit[] = [];
    const flips = list.filter((h) => h.rule.layer === "negation");
    const told: Told = { units, list, flips };
    for (const hit of list) {
      if (hit.rule.layer === "target") {
        const { target, cue } = hit.rule;
        if (target.kind === "proposition" && !near.get(target.id)?.has(hit.sentence.index)) continue;
        const value = cue.sign * (0.4 + 0.2 * cue.weight);
        if (target.kind === "entity") add(told, hit, target.id, value, "label", cue.id);
        else if (!brokenByNegation(hit, flips))
          add(told, hit, target.id, value, "proposition", cue.id, isToldOfOthers(cue) || isQuoted(hit));
      } else if (hit.rule.layer === "stance") {
        const { cue } = hit.rule;
        for (const t of hit.slotTargets ?? [])
          if (entities.has(t)) add(told, hit, t, cue.sign * (0.2 + 0.2 * cue.weight), "label", cue.id);
      } else if (hit.rule.layer === "verb") {
        const { verb } = hit.rule;
        const { agent, theme } = argumentsOf(hit);
        for (const t of agent?.targets ?? [])
          if (entities.has(t)) add(told, hit, t, verb.agent * WEAK * 2, "role", `agent:${verb.lemma}`);
        for (const t of theme?.targets ?? [])
          if (entities.has(t)) add(told, hit, t, verb.theme * WEAK * 2, "role", `theme:${verb.lemma}`);
      }
    }
    // A cue holds another only where both stand in one sentence.
    for (const unit of units) if (unit.value !== 0 && !isHeldBack(unit, units)) all.push(unit);
  }
  return all;
}

/** The hits of one sentence, its negations and what they add up to so far. */
interface Told {
  units: Unit[];
  list: readonly Hit[];
  flips: readonly Hit[];
}

function add(
  { units, list, flips }: Told,
  hit: Hit,
  target: string,
  value: number,
  channel: Unit["channel"],
  rule: string,
  quoted?: boolean,
): void {
  if (channel !== "proposition" && Math.abs(value) < 0.05) return;
  const signed = (isNegated(hit.from, flips, list) ? -1 : 1) * value;
  const iffy = list.some((h) => h.rule.layer === "hypothetical");
  const weight = WEIGHT[channel] * PLACE[hit.sentence.place] * (iffy ? 0.5 : 1);
  const evidence = evidenceOf(hit, rule, Math.round(signed * weight * 100) / 100);
  units.push({
    target,
    value: signed,
    weight,
    channel,
    evidence,
    segment: hit.segment,
    quoted: quoted ?? isQuoted(hit),
  });
}

/** Up to three words behind a negation in its clause, unless that is "not only" and the like. */
const isNegated = (at: number, flips: readonly Hit[], list: readonly Hit[]): boolean =>
  flips.some(
    (f) =>
      f.to <= at &&
      at - f.to <= 3 &&
      sameClause(f, at) &&
      !list.some((s) => s.rule.layer === "no_negation" && s.from <= f.from && s.to >= f.to),
  );

function isHeldBack(unit: Unit, units: readonly Unit[]): boolean {
  for (const other of units) if (contains(other, unit) || holdsBack(other, unit)) return true;
  return false;
}

/** A hit that can be evidence itself. */
const tells = ({ rule }: Hit): boolean => rule.layer === "target" || rule.layer === "stance" || rule.layer === "verb";

/**
 * Where propositions are spoken of. A sentence that also speaks of something else of the kind (other armies, other places)
 * counts only where the words about it name Ukraine and stand apart: "not to Ukraine, but to Poland".
 */
export function aboutHits(hits: readonly Hit[]): Hit[] {
  const abouts = hits.filter((h) => h.rule.layer === "about");
  if (abouts.length === 0) return [];
  const others = hits.filter((h) => h.rule.layer === "not_about");
  return abouts.filter((a) =>
    others.every(
      (o) => o.sentence !== a.sentence || idOf(o) !== idOf(a) || (named(a) && (o.end <= a.start || o.start >= a.end)),
    ),
  );
}

const idOf = ({ rule }: Hit): string => (rule.layer === "about" || rule.layer === "not_about" ? rule.target.id : "");

const named = (a: Hit): boolean =>
  a.field.mentions.some((m) => m.bloc === "ukraine" && m.fromWord >= a.from && m.endWord <= a.to);

/** Sentences about a proposition and those next to them. */
export function aboutSentences(hits: readonly Hit[], reach = 1): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const hit of aboutHits(hits)) {
    const set = found.get(idOf(hit)) ?? new Set();
    for (let i = hit.sentence.index - reach; i <= hit.sentence.index + reach; i++) set.add(i);
    found.set(idOf(hit), set);
  }
  return found;
}

const NEGATION = /^(not|no|never|nor|neither|nobody|none|nothing)$|n['’]t$/;

/** A negation in a gap of the cue turns it to nobody knows what: "want the troops not to be sent". */
function brokenByNegation(hit: Hit, flips: readonly Hit[]): boolean {
  if (hit.rule.layer !== "target" || /\b(not|no|never|nobody|nothing|cannot)\b|n't/.test(hit.rule.cue.phrase))
    return false;
  return flips.some((f) => f.from > hit.from && f.to < hit.to && NEGATION.test(hit.field.norm[f.from]!));
}

/** "Berlin has ruled out …" tells what Berlin holds, whoever writes it. */
const isToldOfOthers = (cue: SignedCue): boolean => "held" in cue && cue.held === "actor";

const OPENING = '“"‘«';
function isQuoted({ field: { text }, start, end }: Hit): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  const opens = OPENING.includes(before) || (/\s/.test(before) && OPENING.includes(text[start - 2] ?? "x"));
  return opens && /^[,.]?[”"’»]/.test(text.slice(end, end + 2));
}

/** No comma, colon or the like between a negation and the word at `at`. */
function sameClause(flip: Hit, at: number): boolean {
  const { text, words } = flip.field;
  return !/[,;:.!?–—]/.test(text.slice(flip.end, words.start[at]));
}

const PASSIVE = new Set("was were been being is are be get got".split(" "));
/** Who does it and to whom: nearest actors before and behind the verb; "was … by" turns them round. */
function argumentsOf(hit: Hit): { agent: Mention | undefined; theme: Mention | undefined } {
  const { field, sentence } = hit;
  const first = firstFrom(field.mentions, hit.to);
  const next = field.mentions[first];
  const behind = next && next.fromWord - hit.to <= 3 && next.endWord <= sentence.toWord ? next : undefined;
  let last = first - 1;
  while (last >= 0 && field.mentions[last]!.endWord > hit.from) last--;
  const previous = field.mentions[last];
  const before =
    previous && hit.from - previous.endWord <= NEAR_WORDS && previous.fromWord >= sentence.fromWord
      ? previous
      : undefined;
  const passive = hit.from > 0 && PASSIVE.has(field.norm[hit.from - 1]!);
  if (!passive) return { agent: before, theme: behind };
  return { agent: field.norm[hit.to] === "by" ? behind : undefined, theme: before };
}

/** Place of the first mention that begins at a word or behind it; they are in reading order. */
function firstFrom(mentions: readonly Mention[], word: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.fromWord < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that tell of a proposition without a side hold back a cue that begins in them: "no plans … announced". */
function holdsBack(told: Unit, unit: Unit): boolean {
  const [outer, inner] = [told.evidence.span, unit.evidence.span];
  return (
    told.value === 0 &&
    told.target === unit.target &&
    outer.in === inner.in &&
    outer.start <= inner.start &&
    inner.start < outer.end
  );
}

/** A cue inside a longer cue of the same target and sign is the same evidence. */
function contains(o: Unit, u: Unit): boolean {
  const [outer, inner] = [o.evidence, u.evidence];
  return (
    outer.exact.length > inner.exact.length &&
    outer.span.start <= inner.span.start &&
    outer.span.end >= inner.span.end &&
    o.target === u.target &&
    outer.span.in === inner.span.in
  );
}
