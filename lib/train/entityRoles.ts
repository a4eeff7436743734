import { createHash } from "node:crypto";
import { z } from "zod";
import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { groupBootstrap } from "#lib/compare/metrics/groupBootstrap.ts";
import type { Measurement } from "#lib/domain/measurements.ts";
import { linearScores } from "#lib/tag/model/linear.ts";
import { createEntityReader, ENTITY_ROLES } from "#lib/tag/stance/entityRole.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import { trainLogistic, type TrainRow } from "./logistic.ts";
import { pruneModel } from "./prune.ts";
import type { Trainer } from "./trainer.ts";

const article = z.looseObject({ id: z.coerce.string(), text: z.string() });
const role = z.looseObject({ id: z.coerce.string(), entity: z.string(), role: z.enum(["hero", "villain", "victim"]) });
const ROLE_OF = { hero: "protagonist", villain: "antagonist", victim: "innocent" } as const;
/** One comparison of two strengths on the same folds; the stronger won. */
const OPTIONS = { classes: ENTITY_ROLES, l2: 0.01, epochs: 12, minDf: 2, rate: 0.1 };
const ROLES = "gold/narrative-frames/roles.jsonl";
const FOLDS = 5;
const KEEP = 9_000;

/** Roles of entities in climate news; figures by cross-validation over articles. */
export const entityRoles: Trainer = {
  name: "entity-roles",
  describe: "entity-roles.json: role of any named entity from gold/narrative-frames/roles",
  run({ codebook, rows, date, log }) {
    const tag = createTagger(codebook);
    const read = createEntityReader(codebook);
    const texts = new Map(
      z
        .array(article)
        .parse(rows("gold/narrative-frames/articles.jsonl"))
        .map((a) => [a.id, a.text]),
    );
    const sentences = new Map<string, string[]>();
    const data: (TrainRow & { id: string })[] = [];
    for (const { id, entity, role: said } of z.array(role).parse(rows(ROLES))) {
      const text = texts.get(id);
      if (text === undefined) continue;
      const known =
        sentences.get(id) ??
        tag({ id, title: "", text }, { textHash: "", at: "" }).sentences.map((s) => text.slice(s.start, s.end));
      sentences.set(id, known);
      data.push({ id, features: read(known, entity).features, label: ENTITY_ROLES.indexOf(ROLE_OF[said]) });
    }
    log(`${data.length} entities in ${sentences.size} articles`);
    const foldOf = new Map([...sentences.keys()].map((id, i) => [id, i % FOLDS]));
    const judged = Array.from({ length: FOLDS }, (_, fold) => {
      const model = trainLogistic(
        data.filter((row) => foldOf.get(row.id) !== fold),
        OPTIONS,
      );
      return data
        .filter((row) => foldOf.get(row.id) === fold)
        .map((row) => {
          const scores = linearScores(model, row.features);
          return {
            id: row.id,
            truth: ENTITY_ROLES[row.label]!,
            said: ENTITY_ROLES[scores.indexOf(Math.max(...scores))]!,
          };
        });
    }).flat();
    const f1 = (items: typeof judged): number | null =>
      classificationReport(
        items.map((i) => i.truth),
        items.map((i) => i.said),
        ENTITY_ROLES,
      ).macroF1;
    const counts = ENTITY_ROLES.map((each) => judged.filter((i) => i.truth === each).length);
    const commonest = ENTITY_ROLES[counts.indexOf(Math.max(...counts))]!;
    const right = (items: typeof judged): number | null =>
      items.length === 0 ? null : items.filter((i) => i.truth === i.said).length / items.length;
    const figure = (name: string, of: typeof f1) => ({
      name,
      side: "all",
      n: judged.length,
      value: of(judged),
      interval: groupBootstrap(
        judged,
        (i) => i.id,
        (items) => of([...items]),
        300,
      ),
      trivial: of(judged.map((i) => ({ ...i, said: commonest }))),
      note: `climate news, ${FOLDS} folds over articles; the line is always ${commonest}`,
    });
    const figures = [figure("macro-F1", f1), figure("accuracy", right)];
    return {
      "entity-roles.json": pruneModel(trainLogistic(data, OPTIONS), 2, KEEP, () => 1),
      "entity-roles.card.json": {
        model: "entity-roles",
        what: "Multinomial logistic regression on words around an entity, sentiment towards it and its own name",
        data: `Narrative Frames Corpus (Frermann et al. 2023, ACL), roles of ${data.length} entities in climate news`,
        limits:
          "Names weigh much: away from climate news expect little more than the words around an entity tell (macro-F1 .51 there, names left out)",
        licence: "MIT; weights may ship with this citation",
        command: "npx parallax train entity-roles",
        date,
        figures,
      },
      "measurements/entity-roles.json": {
        task: "entity-roles",
        method: `${FOLDS}-fold cross-validation by article`,
        data: {
          name: ROLES,
          items: data.length,
          digest: createHash("sha256")
            .update(JSON.stringify(rows(ROLES)))
            .digest("hex")
            .slice(0, 12),
        },
        coder: "people (Frermann et al. 2023)",
        date,
        codebookVersion: codebook.version.split("+")[0]!,
        rows: [],
        figures,
      } satisfies Measurement,
    };
  },
};
