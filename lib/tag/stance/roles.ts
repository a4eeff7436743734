import type { StanceTarget } from "#lib/domain/codebook.ts";
import type { Evidence, RoleTag, StanceTag } from "#lib/domain/tags.ts";
import type { LearnedStance } from "./learned.ts";
import { ROLES } from "./joint.ts";
import type { Unit } from "./units.ts";

/** Role by the learned questions: the likeliest one from the frozen probability on. Evidence must point at words. */
export function learnedRole(learned: LearnedStance, commit: number, evidence: readonly Evidence[]): RoleTag | null {
  const role = ROLES.toSorted((a, b) => learned.p[b] - learned.p[a])[0]!;
  if (learned.p[role] < commit || learned.p.discussed < 0.5) return null;
  const wanted = role === "antagonist" ? -1 : 1;
  const fitting = evidence.filter((e) => e.weight * wanted > 0);
  const shown = fitting.length > 0 ? fitting : evidence;
  return shown.length === 0
    ? null
    : { kind: "role", target: learned.target, role, evidence: shown as RoleTag["evidence"] };
}

/** Role by rules alone, where no model is there. */
export function roleOf(
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
