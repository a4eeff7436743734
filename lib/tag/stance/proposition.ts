import type { Codebook, SignedCue } from "#lib/domain/codebook.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { aboutHits, stanceUnits, type Unit } from "./units.ts";

export interface PropositionAnswer {
  about: boolean;
  stance: "favour" | "against" | "reports" | "none";
  holder: "own" | "direct" | "indirect" | "none";
  holder_bloc: string;
}
const NOTHING: PropositionAnswer = { about: false, stance: "none", holder: "none", holder_bloc: "none" };

/** A word before an actor that is not who holds a view: "sanctions on Russia", "in Kyiv". */
const OBJECT = /^(on|in|to|against|with|from|into|for|at|near|over|towards?)$/;
/** A unit of a cue of weight 3 (units.ts); less does not outweigh words that only tell of a plan. */
const DECISIVE = 0.95;
/** Cues of both signs that come this near each other are two views, told side by side. */
const EVEN = 0.3;

/**
 * Whose view of a proposition a sentence gives. The sign is that of the weightiest cues; words that tell of a plan or a
 * debate without a side hold weaker ones back. A policy told without quotation ("has ruled out …") is held by the actor
 * it is told of, an evaluation ("madness", "must") by whoever writes.
 */
export function createPropositionTagger(codebook: Codebook, id: string): (text: string) => PropositionAnswer {
  const read = createReader(codebook);
  const units = stanceUnits(codebook);
  const target = codebook.targets.find((t) => t.id === id);
  const cues = new Map<string, SignedCue>((target?.cues ?? []).map((cue) => [cue.id, cue]));
  return (text) => {
    const { hits, fields } = read({ title: "", text });
    const topic = aboutHits(hits).find((h) => h.rule.layer === "about" && h.rule.target.id === id);
    const field = fields[0];
    if (!topic || !field) return NOTHING;
    const mine = units(hits).filter((u) => u.target === id);
    const told = toldOf(hits, id);
    const stance = stanceOf(mine, told);
    const strongest = mine
      .filter((u) => stance === "reports" || u.value > 0 === (stance === "favour"))
      .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
    const { voice } = (strongest ?? topic).segment;
    const at = strongest?.evidence.span ?? { start: topic.start, end: topic.end };
    if (voice.kind === "direct" || voice.kind === "mixed" || voice.kind === "indirect") {
      const bloc = voice.speaker?.bloc ?? actorOf(field, topic, at)?.bloc ?? "none";
      return { about: true, stance, holder: voice.kind === "indirect" ? "indirect" : "direct", holder_bloc: bloc };
    }
    const cue = strongest ? cues.get(strongest.evidence.rule) : undefined;
    const written = cue !== undefined && "held" in cue && cue.held === "writer";
    const actor = stance === "reports" || written ? undefined : actorOf(field, topic, at);
    if (!actor) return { about: true, stance, holder: "own", holder_bloc: "none" };
    return { about: true, stance, holder: "indirect", holder_bloc: actor.bloc };
  };
}

function stanceOf(units: readonly Unit[], told: boolean): "favour" | "against" | "reports" {
  const sum = units.reduce((total, u) => total + u.value, 0);
  const strongest = Math.max(0, ...units.map((u) => Math.abs(u.value)));
  if (strongest === 0 || Math.abs(sum) < EVEN || (told && strongest < DECISIVE)) return "reports";
  return sum < 0 ? "against" : "favour";
}

/** Words that tell of a plan or a debate; those of a question that was put ("asked whether") leave the answer free. */
function toldOf(hits: readonly Hit[], id: string): boolean {
  const neutral = hits.filter((h) => h.rule.layer === "target" && h.rule.target.id === id && h.rule.cue.sign === 0);
  const asked = neutral.filter((h) => h.rule.layer === "target" && h.rule.cue.weight === 1);
  return neutral.some((h) => !asked.some((a) => a.start <= h.start && h.start < a.end));
}

/** Of whom the words at a place are told: the last actor before them, Ukraine only where there is no other. */
function actorOf(field: Field, topic: Hit, at: { start: number; end: number }): Mention | undefined {
  const before = field.mentions.filter((m) => m.end <= at.start && !OBJECT.test(field.norm[m.fromWord - 1] ?? ""));
  const within = field.mentions.filter((m) => m.start >= at.start && m.endWord <= topic.to);
  const foreign = (m: Mention): boolean => m.bloc !== "ukraine";
  return before.findLast(foreign) ?? before.at(-1) ?? within.find(foreign);
}
