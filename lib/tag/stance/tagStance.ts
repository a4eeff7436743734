import { groupBy } from "#lib/tag/read/groupBy.ts";
import type { Codebook, StanceTarget } from "#lib/domain/codebook.ts";
import type { Abstention } from "#lib/domain/coding.ts";
import type { Evidence, RoleTag, StanceScore, StanceTag } from "#lib/domain/tags.ts";
import type { Reading } from "#lib/tag/tagArticle.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";
import { readActors, type ActorReading } from "./actorReading.ts";
import { LearnedChannel, type LearnedStance } from "./learned.ts";
import { learnedEvidence, learnedUnits } from "./learnedEvidence.ts";
import { FEWEST, FEWEST_OF_MEMBER, learnedLabel } from "./learnedLabel.ts";
import { learnedRole, roleOf } from "./roles.ts";
import { halfWidth, scoreUnits, stanceScore, type Weighted } from "./score.ts";
import { stanceUnits, type Unit } from "./units.ts";

/** Sentences that name an actor before it counts as discussed, where no model tells. */
const DISCUSSED = 2;
/** How much of a unit counts for the outlet's own stance, by voice and reporting verb (methods 2.4). */
const OUTLET = {
  own: 1,
  ambiguous: 0.5,
  endorsing: 0.6,
  neutral: 0.25,
  cognitive: 0.25,
  conflict: 0.25,
  distancing: -0.25,
} as const;
/** Actors most coded articles were coded for; others are asked by what was learned on the West. */
const TRAINED = new Set(["russia", "ukraine", "west"]);

/** A learned score this far from 0 leans; with the rules' sign it lets their label stand. */
const AGREES = 0.1;

export interface StanceResult {
  tags: StanceTag[];
  roles: RoleTag[];
  abstentions: Abstention[];
}

/** Compiles the stance stage: what every article says of every target, by rules and by the learned channel. */
export function createStanceTagger(
  codebook: Codebook,
): (reading: Pick<Reading, "fields" | "hits" | "voices">) => StanceResult {
  const channel = LearnedChannel.from(codebook);
  const units = stanceUnits(codebook);
  return ({ fields, hits: ofAllKinds, voices }) => {
    const result: StanceResult = { tags: [], roles: [], abstentions: [] };
    const hits = ofAllKinds.filter(concernsStance);
    const byTarget = groupBy(units(hits), (u) => u.target);
    const actors = readActors(fields, hits, voices, codebook.targets);
    const learned = channel?.read(actors, fields, voices) ?? new Map<string, LearnedStance>();
    const readings = new Map(actors.map((a) => [a.target, a]));
    const abouts = new Map<string, Hit[]>();
    for (const hit of hits) {
      if (hit.rule.layer !== "about") continue;
      const list = abouts.get(hit.rule.target.id);
      if (list) list.push(hit);
      else abouts.set(hit.rule.target.id, [hit]);
    }
    for (const target of codebook.targets) {
      const found = byTarget.get(target.id) ?? [];
      const mentions =
        target.kind === "proposition"
          ? (abouts.get(target.id) ?? []).map((hit) => evidenceOf(hit, `about:${target.id}`, 0))
          : mentionEvidence(readings.get(target.id));
      const model = learned.get(target.id);
      const reading = readings.get(target.id);
      const rules = byRules(target, found, mentions, codebook);
      let { own, all, discussed } = rules;
      const evidence = found.map((u) => u.evidence);
      if (channel && model && reading) {
        discussed = model.p.discussed >= 0.5;
        own = blend(target, model, channel, rules.own, "own", discussed);
        all = blend(target, model, channel, rules.all, "all", discussed);
        evidence.push(...learnedEvidence(model, channel, reading.bloc));
      }
      if (evidence.length === 0) evidence.push(...mentions.slice(0, 3));
      if (evidence.length > 0)
        result.tags.push({
          kind: "stance",
          target: target.id,
          discussed,
          own,
          all,
          speakers: speakersOf(found),
          evidence: evidence as StanceTag["evidence"],
        });
      if (own.label === "unclear" && discussed)
        result.abstentions.push({
          question: `stance:${target.id}`,
          why: `${own.n} pieces of evidence do not settle it`,
        });
      const role =
        channel && model ? learnedRole(model, channel.commit.role, evidence) : roleOf(target, found, own, all);
      if (role) result.roles.push(role);
    }
    return result;
  };
}

/** Kinds of hits that say nothing of actors and propositions: most of an article's. */
const ELSEWHERE = new Set<Hit["rule"]["layer"]>(["frame", "frame_exception", "wording", "loaded"]);
const concernsStance = ({ rule }: Hit): boolean => !ELSEWHERE.has(rule.layer);

function byRules(
  target: StanceTarget,
  units: readonly Unit[],
  mentions: readonly Evidence[],
  codebook: Codebook,
): { own: StanceScore; all: StanceScore; discussed: boolean } {
  const places = new Set<number>();
  for (const { sentence } of mentions) places.add(sentence);
  for (const { evidence } of units) places.add(evidence.sentence);
  const discussed = places.size >= DISCUSSED || mentions.some((m) => m.span.in === "title");
  const baseline = codebook.baseline.stance[target.id] ?? { own: 0, all: 0 };
  const own = units.map(ownWeight).filter((u) => u.weight !== 0);
  return {
    own: scoreUnits(own, baseline.own, discussed),
    all: scoreUnits(units.map(allWeight), baseline.all, discussed),
    discussed,
  };
}

/**
 * The learned score; a sign the rules are sure of counts where the learned score does not lean the other way. A state of
 * the West is told by its own thresholds; where rules tell of it, score and label are of both.
 */
function blend(
  target: StanceTarget,
  model: LearnedStance,
  channel: LearnedChannel,
  rules: StanceScore,
  voices: "own" | "all",
  discussed: boolean,
): StanceScore {
  const minus = model.p[`${voices}-`];
  const plus = model.p[`${voices}+`];
  const units = learnedUnits(model, voices);
  const trained = TRAINED.has(target.id);
  const commit = trained ? channel.commit : channel.members.commit;
  const fewest = trained ? FEWEST : FEWEST_OF_MEMBER;
  const learned = plus - minus;
  const n = units.length + rules.n;
  let label = learnedLabel(minus, plus, commit[voices], commit.neutral[voices], discussed, units.length, fewest);
  // Rules that lean say that something is there; of states nobody coded alone they must say neutral themselves.
  const doubted = Math.abs(rules.score) > AGREES || (!trained && rules.label !== "neutral");
  if (label === "neutral" && doubted) label = "unclear";
  const sure = rules.label === "favourable" || rules.label === "unfavourable";
  const silent = label !== "favourable" && label !== "unfavourable";
  const both = (learned + rules.score) / 2;
  let score = learned;
  if (sure && silent && trained && discussed && label !== "mixed" && Math.sign(rules.score) * learned > AGREES)
    label = rules.label;
  else if (sure && silent && !trained && Math.sign(rules.score) * both > AGREES) {
    label = rules.label;
    score = both;
  }
  return stanceScore(label, score, halfWidth(units, score), n);
}

/** A unit as it counts for the outlet's own stance: less where another speaks, against the sign where it is distanced. */
export function ownWeight(unit: Unit): Weighted {
  const { kind } = unit.segment.voice;
  const said = kind !== "own" && kind !== "ambiguous";
  const share = said ? OUTLET[unit.segment.reportStance ?? "neutral"] : unit.quoted ? OUTLET.neutral : OUTLET[kind];
  return { value: unit.value, weight: unit.weight * share, sentence: unit.evidence.sentence };
}
/** A unit as it counts whoever speaks. */
export const allWeight = (unit: Unit): Weighted => ({
  value: unit.value,
  weight: unit.weight,
  sentence: unit.evidence.sentence,
});

function speakersOf(units: readonly Unit[]): StanceTag["speakers"] {
  const bySpeaker = groupBy(
    units.filter((u) => u.segment.voice.speaker !== null),
    (u) => u.segment.voice.speaker!.name,
  );
  return [...bySpeaker].map(([name, list]) => ({ name, score: scoreUnits(list.map(allWeight), 0, true) }));
}

/** The names of an actor, as evidence that it is spoken of. */
function mentionEvidence(reading: ActorReading | undefined): Evidence[] {
  return (reading?.sentences ?? []).map(({ field, sentence, mentions, segment }) => {
    const start = field.words.start[mentions[0]!.from]!;
    const end = field.words.end[mentions[0]!.to - 1]!;
    return {
      span: { in: field.in, start, end },
      exact: field.text.slice(start, end),
      rule: `mention:${reading!.target}`,
      weight: 0,
      voice: segment.voice,
      sentence: sentence.index,
    };
  });
}
