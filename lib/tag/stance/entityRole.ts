import type { Codebook } from "#lib/domain/codebook.ts";
import { linearScores, softmax } from "#lib/tag/model/linear.ts";
import { sentimentModel } from "./learned.ts";
import { createTargetReader } from "./readTarget.ts";
import { stem } from "./stem.ts";

/** Order of the classes of corpus/models/entity-roles.json. */
export const ENTITY_ROLES = ["protagonist", "antagonist", "innocent"] as const;

/** Sentences read for one entity, in text order; later ones add cost and little else. */
const MENTIONS = 8;
/** A sentiment probability counts as this many words. */
const SENTIMENT = 3;

/**
 * Features of an entity in an article: the words around it averaged over the sentences that name it, the sentiment
 * towards it there, and the stems of its own name ("E:"). `named` is the number of such sentences, 8 at most.
 * @throws Error where the target-sentiment weights are missing.
 */
export function createEntityReader(
  codebook: Codebook,
): (sentences: readonly string[], entity: string) => { features: Map<string, number>; named: number } {
  const read = createTargetReader(codebook);
  const model = sentimentModel(codebook);
  if (!model) throw new Error("corpus/models holds no target-sentiment.json.");
  return (sentences, entity) => {
    const name = entity.toLowerCase();
    const sums = new Map<string, number>();
    const add = (key: string, value: number): void => void sums.set(key, (sums.get(key) ?? 0) + value);
    let named = 0;
    for (const sentence of sentences) {
      const at = wordAt(sentence.toLowerCase(), name);
      if (at < 0 || named === MENTIONS) continue;
      named += 1;
      const around = read(sentence, at, at + name.length);
      const p = softmax(linearScores(model, around), model.temperature);
      model.classes.forEach((label, i) => add(`S:${label}`, SENTIMENT * p[i]!));
      for (const [key, value] of around) add(key, value);
    }
    const features = new Map([...sums].map(([key, value]) => [key, value / named]));
    for (const word of name.match(/\p{L}+/gu) ?? []) features.set(`E:${stem(word)}`, 1);
    if (named > 0) features.set("named", 1);
    return { features, named };
  };
}

/** Where a name stands as whole words, -1 where it does not. Both in lower case. */
function wordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const outside = `${text[at - 1] ?? " "}${text[at + name.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(outside)) return at;
  }
  return -1;
}
