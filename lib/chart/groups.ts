import { sideSchema, subGroupSchema, type Side, type SubGroup } from "#lib/domain/article.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { SideRecord } from "#lib/domain/codebook.ts";

/** Who is compared: a side (or one kind of its outlets), named outlets, or everybody not in another group. */
export type GroupSpec =
  | { kind: "side"; side: Side; subGroup: SubGroup | null }
  | { kind: "outlets"; outlets: readonly string[] }
  | { kind: "rest" };

const SUB_GROUPS: Record<SubGroup, string> = {
  state: "state-owned",
  public: "public broadcasters",
  private: "private",
  exile: "in exile",
  foreign_facing: "foreign-facing services",
  regional: "regional newsrooms",
};

/** "western", "western.private", "outlets:rt|tass" or "rest"; null for anything else. */
export function parseGroup(text: string): GroupSpec | null {
  if (text === "rest") return { kind: "rest" };
  if (text.startsWith("outlets:")) {
    const outlets = text.slice(8).split("|").filter(Boolean);
    return outlets.length > 0 ? { kind: "outlets", outlets: [...new Set(outlets)].sort() } : null;
  }
  const [first = "", second] = text.split(".");
  const side = sideSchema.safeParse(first);
  if (!side.success) return null;
  if (second === undefined) return { kind: "side", side: side.data, subGroup: null };
  const subGroup = subGroupSchema.safeParse(second);
  return subGroup.success ? { kind: "side", side: side.data, subGroup: subGroup.data } : null;
}

/** The text `parseGroup` reads; also the group's id in a series. */
export function groupKey(group: GroupSpec): string {
  if (group.kind === "rest") return "rest";
  if (group.kind === "outlets") return `outlets:${group.outlets.join("|")}`;
  return group.subGroup ? `${group.side}.${group.subGroup}` : group.side;
}

type Member = Pick<RollUp, "outlet" | "side" | "subGroup">;

function fits(group: GroupSpec, member: Member): boolean {
  if (group.kind === "rest") return false;
  if (group.kind === "outlets") return group.outlets.includes(member.outlet);
  return member.side === group.side && (group.subGroup === null || member.subGroup === group.subGroup);
}

/** Index of the group a roll-up belongs to, or -1. An article is in one group only: the first it fits; "rest" comes last. */
export function groupOf(groups: readonly GroupSpec[], member: Member): number {
  const found = groups.findIndex((group) => fits(group, member));
  if (found >= 0) return found;
  return member.side === "unknown" ? -1 : groups.findIndex((group) => group.kind === "rest");
}

/** Name and printed rule of a group. `outletLabel` names outlets by id. */
export function describeGroup(
  group: GroupSpec,
  sides: readonly Pick<SideRecord, "id" | "label" | "definition">[],
  outletLabel: (outlet: string) => string,
): { label: string; rule: string } {
  if (group.kind === "rest") {
    return { label: "All others", rule: "Every outlet of a known side that is in no other group." };
  }
  if (group.kind === "outlets") {
    const names = group.outlets.map(outletLabel);
    const label = names.length > 3 ? `${names.length} chosen outlets` : names.join(", ");
    return { label, rule: `Outlets chosen by the reader: ${names.join(", ")}.` };
  }
  const record = sides.find((side) => side.id === group.side);
  const label = record?.label ?? group.side;
  const rule = record?.definition ?? "";
  if (group.subGroup === null) return { label, rule };
  const kind = SUB_GROUPS[group.subGroup];
  return { label: `${label}, ${kind}`, rule: `${rule} Of these, only outlets listed as ${kind}.`.trim() };
}
