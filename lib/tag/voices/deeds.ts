import { BREAK } from "./layout.ts";
import { wordSet, type VerbHit } from "./verbHit.ts";
import type { View } from "./view.ts";

/** What is claimed by doing, not by saying: "the storm claimed nine lives". */
const CLAIMED = wordSet("life lives victim victims asylum gold silver bronze title seat seats scalp");
const NOT = /^(?:not|never)$|n't$/;
/** Not said is not reported; "did not deny", "did not believe that" tell what somebody holds. */
const SAYS = wordSet(
  "say claim announce describe explain confirm mention reveal specify acknowledge report state tell clarify elaborate disclose",
);

/** A report verb that tells a deed: lives claimed, entry denied, reserves called on, what was not said. */
export function isDeed(view: View, hit: VerbHit, group: number): boolean {
  const { field, sentence } = view;
  const { lemma } = hit.rule.verb;
  if (lemma === "claim") {
    for (let i = hit.to; i < Math.min(sentence.toWord, hit.to + 6) && (view.layout.gap[i]! & BREAK) === 0; i++)
      if (CLAIMED.has(field.norm[i]!)) return true;
  } else if (lemma === "say") {
    // "where the mast fell says a lot about".
    if (/^(?:lot|volumes|much|little)$/.test(field.norm[field.norm[hit.to] === "a" ? hit.to + 1 : hit.to] ?? ""))
      return true;
  } else if (lemma === "deny") return isRefusal(view, hit.to);
  else if (field.norm[hit.to - 1] === "on" && hit.to - hit.from === 2 && group < hit.from)
    // "they can call on reserves".
    for (let i = group; i < hit.from; i++) if (/^(?:can|could)$/.test(field.norm[i]!)) return true;
  if (group === hit.from || !SAYS.has(lemma)) return false;
  for (let i = group; i < hit.from; i++) if (NOT.test(field.norm[i]!)) return true;
  return false;
}

/** "deny Norway the harbour", "denied them entry": of two objects the second is kept from the first. */
function isRefusal({ field, layout, sentence }: View, at: number): boolean {
  const named = field.mentions.find((m) => m.fromWord === at && !m.adjective);
  const next = named?.endWord ?? (/^(?:him|her|them|it|us)$/.test(field.norm[at] ?? "") ? at + 1 : sentence.toWord);
  if (next >= sentence.toWord || layout.gap[next] !== 0) return false;
  return /^(?:the|an?|any|access|entry|visas?|permission)$/.test(field.norm[next]!);
}
