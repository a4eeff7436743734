import { BREAK, GAP } from "./layout.ts";
import { phraseBeginning, phraseEnding } from "./nounPhrase.ts";
import { groupStart } from "./subject.ts";
import type { View } from "./view.ts";
import { isNamePart } from "./wordClass.ts";
import { PRONOUNS } from "./wordKinds.ts";
import { wordSet, type VerbHit } from "./verbHit.ts";

const NEVER_NOUN_BEFORE = wordSet(
  "of for by with from in on at about over to no any the a an this that these those its their his her our my your other some such",
);

/** Nouns as well as verbs: "assigning blame", "repeated claims". */
const NOUNS = wordSet(
  "blame claim report demand call charge question order request answer comment promise pledge praise state view fear hope estimate doubt post tweet note protest appeal remark warning quote brand frame detail lament suspect",
);
/** Singular in form, many in meaning: "police fear", "the media report". */
const MANY = wordSet(
  "police people staff media press military army youth public government ministry team couple crew majority family families group women men children",
);
const REFLEXIVES = wordSet("himself herself itself themselves myself ourselves");

/** "A think tank" thinks nothing; "accused each other" has two sources, and naming one of them would take sides. */
export function isNoReport(view: View, hit: VerbHit): boolean {
  const { norm, pos } = view.field;
  const { lemma } = hit.rule.verb;
  const next = norm[hit.to];
  // "the Islamic State" states nothing.
  if (isNamePart(view, hit.from)) return true;
  // "one of many ships ordered by the tsar": what was done to something is no report of it.
  const done = next === "by" && norm[hit.from]!.endsWith("ed") && view.layout.gap[hit.from] === 0;
  if (
    done &&
    pos[hit.from - 1] === "NOUN" &&
    view.roles.kindOf(view.field, hit.from - 1) === null &&
    !(norm[hit.to + 1] ?? "ing").endsWith("ing")
  )
    return true;
  if (NOUNS.has(lemma) && norm[hit.from] === `${lemma}s` && (isGoverned(view, hit.from) || isObject(view, hit.from)))
    return true;
  // "the agency reported him saying": he speaks.
  if (/^(?:him|them)$/.test(next ?? "") && /^(?:saying|telling)$/.test(norm[hit.to + 1] ?? "")) return true;
  if (lemma === "think" && (next === "tank" || next === "tanks")) return true;
  if (isReduced(view, hit) || isExpected(view, hit) || isNamed(view, hit) || isJoinedInfinitive(view, hit)) return true;
  // "the bodies lie uncollected"; "the point, to show".
  if (lemma === "lie" && norm[hit.from] !== "lied" && !/^(?:about|that|to)$/.test(next ?? "")) return true;
  for (let i = hit.from + 1; i < hit.to; i++) if ((view.layout.gap[i]! & BREAK) !== 0) return true;
  if (view.field.text[view.field.words.start[hit.from]! - 1] === "-") return true;
  if (
    lemma === "continue" &&
    (/^(?:to|its|his|her|their)$/.test(next ?? "") ||
      (/^(?:DET|NOUN|ADJ)$/.test(pos[hit.to] ?? "") && view.layout.gap[hit.to] === 0))
  )
    return true;
  if (lemma === "find" && next !== undefined && REFLEXIVES.has(next)) return true;
  const noun = norm[hit.from] === lemma && NOUNS.has(lemma) && hit.from > view.sentence.fromWord;
  const before = noun && view.layout.gap[hit.from] === 0 ? hit.from - 1 : -1;
  if (before >= 0 && (pos[before] === "VERB" || norm[before]!.endsWith("ing"))) return true;
  if (before >= 0 && isCompound(view, before)) return true;
  return (next === "each" && norm[hit.to + 1] === "other") || (next === "one" && norm[hit.to + 1] === "another");
}

/** Takes whom or what it is about as its object, right behind it when it is active. */
const TAKES_OBJECT = wordSet(
  "accuse suspect mock criticise criticize blame praise slam condemn ridicule denounce brand dub label describe characterise characterize portray regard",
);

/** "with her state described as calm", "anyone suspected of it": without an object behind it, said of what stands before. */
function isReduced(view: View, { from, to, rule }: VerbHit): boolean {
  const { field, layout, sentence } = view;
  if (!TAKES_OBJECT.has(rule.verb.lemma) || !field.norm[from]!.endsWith("ed") || (layout.gap[to] ?? 1) !== 0)
    return false;
  if (from === sentence.fromWord || !/^(?:as|of|for|over|by)$/.test(field.norm[to] ?? "")) return false;
  if (PRONOUNS.has(field.norm[from - 1]!) || (layout.gap[from]! & BREAK) !== 0 || groupStart(view, from) < from)
    return false;
  // "what Berg described as": there the object stands before.
  const described = phraseEnding(view, from - 1);
  return described !== null && !/^(?:what|which|that|whom)$/.test(field.norm[described.from - 1] ?? "");
}

/** "hearings expected to run", "men said to be armed", "bodies found in a yard": what is told of the noun before. */
function isExpected({ field, layout, roles }: View, { from, to, rule }: VerbHit): boolean {
  const noun = from - 1;
  if (noun < 0 || layout.gap[from] !== 0 || field.pos[noun] !== "NOUN" || (layout.gap[to] ?? 1) !== 0) return false;
  if (rule.verb.lemma === "find") return /^(?:in|at|near|dead|inside|guilty|under)$/.test(field.norm[to]!);
  if (field.norm[to] !== "to" || !TOLD_OF.test(field.norm[from]!)) return false;
  return field.norm[to + 1] === "be" || field.norm[to + 1] === "have" || roles.kindOf(field, noun) === null;
}
const TOLD_OF = /^(?:expected|believed|thought|said|alleged|reported|rumoured|rumored|feared|estimated)$/;

/** "met a group called the Herons": what something is called behind its indefinite noun is its name. */
function isNamed(view: View, { from, rule }: VerbHit): boolean {
  const { field, layout, sentence } = view;
  if (rule.verb.lemma !== "call" && rule.verb.lemma !== "dub") return false;
  if (!field.norm[from]!.endsWith("ed") || (layout.gap[from]! & BREAK) !== 0 || groupStart(view, from) < from)
    return false;
  const named = phraseEnding(view, from - 1);
  if (!named || !/^an?$/.test(field.norm[named.from]!)) return false;
  for (let i = sentence.fromWord; i < named.from; i++)
    if (field.pos[i] === "VERB" || field.pos[i] === "AUX") return true;
  return false;
}

/** "to check the reactors and assess the damage": the verb behind "and" goes on with the infinitive before. */
function isJoinedInfinitive({ field, sentence }: View, { from, rule }: VerbHit): boolean {
  if (field.norm[from] !== rule.verb.lemma || !/^(?:and|or)$/.test(field.norm[from - 1] ?? "")) return false;
  for (let i = from - 2; i > sentence.fromWord && from - i < 14; i--)
    if (field.pos[i] === "VERB" || field.pos[i] === "AUX") return field.norm[i - 1] === "to";
  return false;
}

/** "addressed claims that", "in daily protests that", "in phone calls with": behind a verb or what describes it no verb. */
function isObject({ field, layout, roles, sentence }: View, at: number): boolean {
  const before = at - 1;
  if (before < sentence.fromWord || layout.gap[at] !== 0) return false;
  if (/^(?:phone|video|telephone|conference)$/.test(field.norm[before]!)) return true;
  // "a review of privilege claims was needed".
  if (field.pos[before] === "NOUN" && /^(?:was|were|is|are|have|has)$/.test(field.norm[at + 1] ?? "")) return true;
  if (field.pos[at] !== "NOUN" || MANY.has(field.norm[before]!)) return false;
  const role = roles.kindOf(field, before) !== null;
  if (field.pos[before] === "VERB") return !role;
  if (field.pos[before] !== "ADJ" || field.words.capital[before] === true || before === sentence.fromWord) return false;
  return /^(?:ADP|VERB)$/.test(field.pos[before - 1]!) || (!role && field.pos[before - 1] === "DET");
}

/** "in the wake of media reports that": behind a preposition a plural is a noun. */
function isGoverned(view: View, at: number): boolean {
  if (view.layout.gap[at] !== 0 || at - 1 <= view.sentence.fromWord) return false;
  const phrase = PRONOUNS.has(view.field.norm[at - 1]!) ? null : phraseEnding(view, at - 1);
  if (phrase === null || phrase.from <= view.sentence.fromWord) return false;
  return view.field.pos[phrase.from - 1] === "ADP" && view.field.norm[phrase.from - 1] !== "as";
}

/** "a phone call", "the only state language": a singular noun has no plural verb behind it, and "only" no verb at all. */
function isCompound({ field, layout, sentence }: View, before: number): boolean {
  const norm = field.norm[before]!;
  if (norm === "only") return field.pos[before - 1] === "DET";
  // "in a Telegram post that".
  if (field.pos[before] === "PROPN" && /^(?:an?|his|her|its|their|another)$/.test(field.norm[before - 1] ?? ""))
    return true;
  const nationality = field.mentions.some((m) => m.adjective && m.endWord === before + 1);
  if ((field.pos[before] !== "NOUN" && !nationality) || norm.endsWith("s") || MANY.has(norm)) return false;
  for (let i = before - 1; i >= sentence.fromWord && before - i < 4 && layout.gap[i + 1] === 0; i--) {
    if (/^(?:and|or|nor)$/.test(field.norm[i]!) || field.pos[i] === "AUX") return false;
    if (/^(?:an?|the|this|that|his|her|its|their|another)$/.test(field.norm[i]!))
      // "supporters of the law hope": the noun of many stands before.
      return !(field.pos[i - 1] === "ADP" && i - 2 >= sentence.fromWord && field.norm[i - 2]!.endsWith("s"));
  }
  return false;
}

/** A form that may be a noun ("claims", "report") counts as a verb only where the words around it say so. */
export function looksLikeVerb(view: View, hit: VerbHit, group: number, clause: boolean, closed: boolean): boolean {
  const { field, layout, sentence } = view;
  const norm = field.norm[hit.from]!;
  const before = group > sentence.fromWord ? field.norm[group - 1]! : "";
  if (group < hit.from) return true;
  if (norm === "said" || norm === "told" || norm === "says") return true;
  const joined = (layout.gap[group]! & BREAK) === 0 && group > sentence.fromWord;
  if (joined && ((layout.gap[group]! & GAP.possessive) !== 0 || before === "member" || before === "united"))
    return false;
  if (
    joined &&
    (NEVER_NOUN_BEFORE.has(before) || (/^(NUM|ADJ)$/.test(field.pos[group - 1]!) && !isHead(view, group))) &&
    /^(NOUN|ADJ)$/.test(field.pos[hit.to] ?? "")
  )
    return false;
  if (closed && (norm.endsWith("s") || norm.endsWith("ed")) && !joined && endsAfterName(view, hit.to)) return true;
  if (
    norm.endsWith("ed") ||
    hit.to - hit.from > 1 ||
    /^(wrote|thought|knew|felt|saw|swore|found|understood)$/.test(norm)
  ) {
    const alone = !/^(?:NOUN|ADJ|PROPN)$/.test(field.pos[hit.to] ?? "");
    return field.pos[hit.from] !== "ADJ" || clause || (alone && leftComma(view, group));
  }
  if (joined && NEVER_NOUN_BEFORE.has(before)) return false;
  if (joined && field.pos[group - 1] === "ADJ" && field.pos[hit.from] !== "VERB" && !isHead(view, group)) return false;
  if (field.pos[hit.from] === "VERB") return true;
  const says =
    joined && clause && norm === `${hit.rule.verb.lemma}s` && !/^(?:ADP|VERB)$/.test(field.pos[hit.to] ?? "");
  if (says && (isHead(view, group) || isWho(view, group))) return true;
  const pronounNext =
    /^(it|he|she|they|we|there|him|them|her|himself|itself|is|are|was|were|the|a|an|this|these|those|their|its|his)$/.test(
      field.norm[hit.to] ?? "",
    );
  if (joined && pronounNext && /^(NOUN|PROPN|PRON)$/.test(field.pos[group - 1]!)) return true;
  const next = hit.to < sentence.toWord ? field.norm[hit.to]! : "";
  if (next === "that" && (layout.gap[hit.to]! & BREAK) === 0) return true;
  const ends = hit.to >= sentence.toWord || (layout.gap[hit.to]! & (GAP.stop | GAP.comma)) !== 0;
  return clause && PRONOUNS.has(before) ? true : ends && closed && !joined ? true : ends && leftComma(view, group);
}

/** A role or a noun of many ends right before word `group`: "the military", "the mayor". */
const isHead = ({ field, roles }: View, group: number): boolean =>
  group > 0 && (MANY.has(field.norm[group - 1]!) || roles.kindOf(field, group - 1) !== null);

/** "Moscow claims the ship sank", "the Chilean military claims that": who says so ends right before the verb. */
function isWho({ field, sentence }: View, group: number): boolean {
  const who = field.mentions.find((m) => !m.adjective && m.endWord === group);
  return (
    who !== undefined && (who.fromWord === sentence.fromWord || !/^(?:DET|ADP|ADJ)$/.test(field.pos[who.fromWord - 1]!))
  );
}

/** "…, states the outlet": a noun phrase and then the end or a comma. */
function endsAfterName(view: View, at: number): boolean {
  const phrase = phraseBeginning(view, at);
  if (!phrase) return false;
  if (phrase.to >= view.sentence.toWord || (view.layout.gap[phrase.to]! & (GAP.comma | GAP.stop)) !== 0) return true;
  return view.field.norm[phrase.to] === "who";
}

/** True where a comma or quotation stands within six words before: ", the diplomat claims". */
function leftComma(view: View, group: number): boolean {
  for (let i = group; i > view.sentence.fromWord && group - i < 7; i--) {
    if ((view.layout.gap[i]! & (GAP.comma | GAP.quote)) !== 0) return true;
  }
  return false;
}
