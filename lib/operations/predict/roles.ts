import { z } from "zod";
import type { Coding } from "#lib/domain/coding.ts";
import { linearModelSchema } from "#lib/domain/stanceModel.ts";
import { linearScores, softmax } from "#lib/tag/model/linear.ts";
import { createEntityReader, ENTITY_ROLES } from "#lib/tag/stance/entityRole.ts";
import { rowTagger } from "./shared.ts";
import { textInput, type PredictTask } from "./task.ts";

const input = textInput.extend({ entity: z.string().trim().min(1) });
type Row = z.infer<typeof input>;

/**
 * Role of any entity a text names, "none" where it does not name it. Stance targets (russia, ukraine, west …) keep the
 * role their own tag gives, which may be none; `scores` are the general model's probabilities.
 */
export const roles: PredictTask<Row> = {
  name: "roles",
  describe: "{id, title?, text, entity} -> + role protagonist|antagonist|innocent|none, scores {role: 0..1}",
  input,
  prepare(codebook) {
    const tag = rowTagger(codebook, true);
    const read = createEntityReader(codebook);
    const model = linearModelSchema.parse(codebook.models["entity-roles"]);
    const entities = codebook.targets.filter((target) => target.kind === "entity");
    // Rows about one article follow one another: it is tagged once.
    let last: { title: string; text: string; coding: Coding; sentences: string[] } | null = null;
    const readText = (row: Row): NonNullable<typeof last> => {
      const title = row.title ?? "";
      if (last?.text === row.text && last.title === title) return last;
      const coding = tag(row);
      const sentences = coding.sentences.map((span) =>
        (span.in === "title" ? title : row.text).slice(span.start, span.end),
      );
      return (last = { title, text: row.text, coding, sentences });
    };
    return (row) => {
      const { coding, sentences } = readText(row);
      const { features, named } = read(sentences, row.entity);
      const p = softmax(linearScores(model, features));
      const scores = Object.fromEntries(ENTITY_ROLES.map((role, i) => [role, Math.round(p[i]! * 1e3) / 1e3]));
      const name = row.entity.toLowerCase();
      const target = entities.find((each) => each.id === name || each.label.toLowerCase() === name);
      if (target) {
        const found = coding.tags.find((each) => each.kind === "role" && each.target === target.id);
        return { role: found?.kind === "role" ? found.role : "none", scores };
      }
      const best = ENTITY_ROLES[p.indexOf(Math.max(...p))]!;
      const wordsKnown = [...features.keys()].some((key) => key.startsWith("E:") && Object.hasOwn(model.weights, key));
      return { role: named > 0 || wordsKnown ? best : "none", scores };
    };
  },
};
