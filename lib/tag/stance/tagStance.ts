import { groupBy } from "#lib/tag/read/groupBy.ts";
import type { Codebook, StanceTarget } from "#lib/domain/codebook.ts";
import type { Abstention } from "#lib/domain/coding.ts";
import type { Evidence, RoleTag, StanceTag } from "#lib/domain/tags.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { scoreUnits, type Weighted } from "./score.ts";
import { stanceUnits, type Unit } from "./units.ts";

/** Sentences that name an actor before it counts as discussed. */
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

export interface StanceResult {
  tags: StanceTag[];
  roles: RoleTag[];
  abstentions: Abstention[];
}

/** Stance and role per target; what cannot be told is listed with the reason. */
export function tagStance(hits: readonly Hit[], fields: readonly Field[], codebook: Codebook): StanceResult {
  const result: StanceResult = { tags: [], roles: [], abstentions: [] };
  const byTarget = groupBy(stanceUnits(hits, codebook), (u) => u.target);
  const named = mentionEvidence(hits, fields, codebook);
  for (const target of codebook.targets) {
    const units = byTarget.get(target.id) ?? [];
    const mentions = named.get(target.id) ?? [];
    const places = new Set([...mentions, ...units.map((u) => u.evidence)].map((e) => e.sentence)).size;
    const discussed = places >= DISCUSSED || mentions.some((m) => m.span.in === "title");
    const baseline = codebook.baseline.stance[target.id] ?? { own: 0, all: 0 };
    const own = scoreUnits(
      units.map(ownWeight).filter((u) => u.weight !== 0),
      baseline.own,
      discussed,
    );
    const all = scoreUnits(units.map(allWeight), baseline.all, discussed);
    const evidence = [...units.map((u) => u.evidence), ...(units.length === 0 ? mentions.slice(0, 3) : [])];
    if (evidence.length > 0) {
      result.tags.push({
        kind: "stance",
        target: target.id,
        discussed,
        own,
        all,
        speakers: speakersOf(units),
        evidence: evidence as StanceTag["evidence"],
      });
    }
    if (own.label === "unclear" && discussed) {
      result.abstentions.push({ question: `stance:${target.id}`, why: `${own.n} pieces of evidence do not settle it` });
    }
    const role = roleOf(target, units, own, all);
    if (role) result.roles.push(role);
  }
  return result;
}

function ownWeight(unit: Unit): Weighted {
  const { kind } = unit.segment.voice;
  const share = kind === "own" || kind === "ambiguous" ? OUTLET[kind] : OUTLET[unit.segment.reportStance ?? "neutral"];
  return { value: unit.value, weight: unit.weight * share, sentence: unit.evidence.sentence };
}
const allWeight = (unit: Unit): Weighted => ({
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

function roleOf(
  target: StanceTarget,
  units: readonly Unit[],
  own: StanceTag["own"],
  all: StanceTag["all"],
): RoleTag | null {
  if (target.kind !== "entity") return null;
  const sign = own.label !== "unclear" && own.label !== "neutral" ? own : all;
  const harmed = units.filter((u) => u.evidence.rule.startsWith("theme:") && u.value > 0);
  const role =
    harmed.length >= 2 && sign.label !== "unfavourable"
      ? "innocent"
      : sign.label === "favourable"
        ? "protagonist"
        : sign.label === "unfavourable"
          ? "antagonist"
          : null;
  if (role === null) return null;
  const wanted = role === "antagonist" ? -1 : 1;
  const evidence = (role === "innocent" ? harmed : units.filter((u) => u.value * wanted > 0)).map((u) => u.evidence);
  return evidence.length === 0
    ? null
    : { kind: "role", target: target.id, role, evidence: evidence as RoleTag["evidence"] };
}

function mentionEvidence(hits: readonly Hit[], fields: readonly Field[], codebook: Codebook): Map<string, Evidence[]> {
  const found = new Map<string, Evidence[]>();
  const add = (target: string, evidence: Evidence): void => {
    const list = found.get(target);
    if (list) list.push(evidence);
    else found.set(target, [evidence]);
  };
  for (const hit of hits) {
    if (hit.rule.layer === "mention") add(hit.rule.target.id, evidenceOf(hit, `mention:${hit.rule.target.id}`, 0));
    if (hit.rule.layer === "about") add(hit.rule.target.id, evidenceOf(hit, `about:${hit.rule.target.id}`, 0));
  }
  const known = new Set(codebook.targets.map((t) => t.id));
  for (const field of fields) {
    let at = 0;
    for (const m of field.mentions) {
      while (at + 1 < field.sentences.length && field.sentences[at]!.end <= m.start) at++;
      const sentence = field.sentences[at];
      if (!sentence) continue;
      for (const t of m.targets) {
        if (!known.has(t)) continue;
        add(t, {
          span: { in: field.in, start: m.start, end: m.end },
          exact: field.text.slice(m.start, m.end),
          rule: `mention:${t}`,
          weight: 0,
          voice: { kind: "own", speaker: null },
          sentence: sentence.index,
        });
      }
    }
  }
  return found;
}
