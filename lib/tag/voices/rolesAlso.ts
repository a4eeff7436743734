/** Roles by which somebody can be taken up again: "the diplomat" for a foreign minister, "the leader" for a president. */
export function rolesAlso(roles: readonly string[]): string[] {
  if (roles.length === 0) return [];
  const also: string[] = [];
  for (const role of roles) if (!also.includes(role)) also.push(role);
  for (const role of roles) for (const other of ALSO.get(role) ?? NO_ROLES) if (!also.includes(other)) also.push(other);
  return also;
}
const NO_ROLES: readonly string[] = [];
const ALSO_LISTS: Readonly<Record<string, readonly string[]>> = {
  minister: ["diplomat", "official", "politician"],
  ambassador: ["diplomat", "envoy", "official"],
  envoy: ["diplomat", "ambassador", "official"],
  spokeswoman: ["diplomat", "official", "spokesperson"],
  spokesman: ["diplomat", "official", "spokesperson"],
  secretary: ["diplomat", "official"],
  president: ["leader", "politician", "statesman", "head"],
  prime: ["premier", "pm"],
  chancellor: ["leader", "politician"],
  premier: ["leader", "politician"],
  columnist: ["writer", "author", "journalist"],
  journalist: ["writer", "reporter"],
  senator: ["lawmaker", "politician", "official"],
  representative: ["lawmaker", "politician"],
  mp: ["lawmaker", "politician"],
  mep: ["lawmaker", "politician"],
  general: ["officer", "commander"],
  gen: ["general", "officer", "commander"],
  col: ["colonel", "officer", "commander"],
  lt: ["lieutenant", "officer"],
  maj: ["major", "officer"],
  capt: ["captain", "officer"],
  colonel: ["officer", "commander"],
  admiral: ["officer", "commander"],
  sen: ["senator", "lawmaker", "politician"],
  rep: ["representative", "congressman", "congresswoman", "lawmaker", "politician"],
  congressman: ["representative", "lawmaker", "politician"],
  congresswoman: ["representative", "lawmaker", "politician"],
  governor: ["official", "politician"],
  mayor: ["official", "politician"],
  head: ["official", "boss", "chief"],
  chief: ["official", "boss", "head"],
  adviser: ["official", "aide"],
  advisor: ["official", "aide"],
  aide: ["official", "adviser"],
  deputy: ["official", "lawmaker", "politician"],
  prof: ["professor", "expert", "scholar", "scientist"],
  dr: ["doctor", "expert", "scientist"],
  spokesperson: ["official", "spokesman", "spokeswoman"],
  expert: ["analyst", "scholar", "scientist"],
  professor: ["expert", "scholar"],
  policy: ["diplomat"],
  director: ["head", "chief", "boss"],
  state: ["country", "nation", "republic", "government"],
};
const ALSO = new Map(Object.entries(ALSO_LISTS));
