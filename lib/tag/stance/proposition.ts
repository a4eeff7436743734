import type { Codebook } from "#lib/domain/codebook.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import { createReader } from "#lib/tag/tagArticle.ts";

export interface PropositionAnswer {
  about: boolean;
  stance: "favour" | "against" | "reports" | "none";
  holder: "own" | "direct" | "indirect" | "none";
  holder_bloc: string;
}
const NOTHING: PropositionAnswer = { about: false, stance: "none", holder: "none", holder_bloc: "none" };

/**
 * Whose view of a proposition a sentence gives. The sign is that of the weightiest cues; without one the sentence only
 * reports. A policy told without quotation ("has ruled out …") is held by the actor it is told of.
 */
export function createPropositionTagger(codebook: Codebook, id: string): (text: string) => PropositionAnswer {
  const read = createReader(codebook);
  return (text) => {
    const { hits, fields } = read({ title: "", text });
    const of = (layer: "about" | "not_about"): Hit[] =>
      hits.filter((h) => h.rule.layer === layer && h.rule.target.id === id);
    const abouts = of("about");
    const others = of("not_about");
    // "Not to Ukraine, but to Poland": what stands apart from the other matter and names Ukraine is still about it.
    const named = (a: Hit): boolean =>
      a.field.mentions.some((m) => m.bloc === "ukraine" && m.fromWord >= a.from && m.endWord <= a.to);
    const about = abouts.filter((a) =>
      others.every((o) => o.sentence !== a.sentence || (named(a) && (o.end <= a.start || o.start >= a.end))),
    );
    const topic = about[0];
    if (!topic) return NOTHING;
    let sum = 0;
    let strongest: Hit | null = null;
    let weight = 0;
    for (const hit of hits) {
      if (hit.rule.layer !== "target" || hit.rule.target.id !== id) continue;
      const { cue } = hit.rule;
      sum += cue.sign * cue.weight;
      if (cue.weight > weight) {
        weight = cue.weight;
        strongest = hit;
      }
    }
    const stance = sum === 0 ? "reports" : sum < 0 ? "against" : "favour";
    const { voice } = (strongest ?? topic).segment;
    const actor = fields[0]?.mentions.find((m) => m.bloc !== "ukraine" && m.endWord <= topic.to);
    if (voice.kind === "direct" || voice.kind === "mixed")
      return { about: true, stance, holder: "direct", holder_bloc: voice.speaker?.bloc ?? actor?.bloc ?? "none" };
    if (voice.kind === "indirect")
      return { about: true, stance, holder: "indirect", holder_bloc: voice.speaker?.bloc ?? actor?.bloc ?? "none" };
    if (stance === "reports" || !actor) return { about: true, stance, holder: "own", holder_bloc: "none" };
    return { about: true, stance, holder: "indirect", holder_bloc: actor.bloc };
  };
}
