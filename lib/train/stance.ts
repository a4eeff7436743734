import { createHash } from "node:crypto";
import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Measurement } from "#lib/domain/measurements.ts";
import { hundredths, type StanceModel } from "#lib/domain/stanceModel.ts";
import { stanceFigures, stanceRows, withinSidesGain, type StanceJudged } from "#lib/compare/metrics/stanceFigures.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { readActors } from "#lib/tag/stance/actorReading.ts";
import { actorFeatures } from "#lib/tag/stance/actorFeatures.ts";
import { sentimentModel } from "#lib/tag/stance/learned.ts";
import type { Features } from "#lib/tag/stance/features.ts";
import { HEADS } from "#lib/tag/stance/articleFeatures.ts";
import { codedCoverage } from "./codedCoverage.ts";
import { CODED_MEMBERS, codedMembers, MEMBERS } from "./codedMembers.ts";
import { bagScores, gramsOf } from "./bagOfWords.ts";
import { fitStance, prepareStance, truth, type Prepared, type StanceRow } from "./fitStance.ts";
import type { MemberRow } from "./fitMembers.ts";
import { judgeMembers } from "./judgeMembers.ts";
import { commitFrom, FOLDS, foldOf, neutralUpTo, relabel, type FullyJudged } from "./stanceLabels.ts";
import type { Trainer } from "./trainer.ts";

const code = z.number().nullable();
const span = z.object({ in: z.enum(["title", "text"]), start: z.number(), end: z.number() });
/** Evidence is left out where the coder marked none. */
const stanceCode = z.object({ own: code, all: code, evidence: z.array(span).optional() });
const GROUPS = ["russia", "ukraine", "west"] as const;
const codedSchema = z.looseObject({
  id: z.string(),
  side: z.string(),
  title: z.string(),
  text: z.string(),
  codes: z
    .array(
      z.looseObject({
        stance: z.object({ russia: stanceCode, ukraine: stanceCode, west: stanceCode }),
        role: z.object({ russia: z.string(), ukraine: z.string(), west: z.string() }),
      }),
    )
    .min(1),
});
type CodedStance = z.infer<typeof codedSchema>;

const DATA = "gold/coded/single.jsonl";
/** Signs given must be right this often among the surest in cross-validation. */
const RIGHT = { own: 0.8, all: 0.9 };
/** A role is told from this probability on; chosen in cross-validation. */
const ROLE = 0.4;

export const stance: Trainer = {
  name: "stance",
  describe: `stance.json: how sentences and articles present Russia, Ukraine and the West, from ${DATA}`,
  run(input) {
    const { codebook, rows, date, log } = input;
    const articles = z.array(codedSchema).parse(rows(DATA));
    const judgedIds = new Set(articles.map(({ id }) => id));
    const extra = z.array(codedSchema).parse(codedCoverage(input, judgedIds));
    const { prepared, unnamed, bags, members } = stanceTrainingRows(
      codebook,
      [...articles, ...extra],
      codedMembers(input),
    );
    log(
      `${prepared.rows.length} actors in ${articles.length} + ${extra.length} articles, ${prepared.sentences.length} sentences`,
    );
    const counts = (u: Unnamed): boolean => judgedIds.has(u.id);
    const { judged, plain } = crossValidateStance(prepared, judgedIds, unnamed.filter(counts), bags, log);
    const signs = { own: commitFrom(judged, "own", RIGHT.own), all: commitFrom(judged, "all", RIGHT.all) };
    const commit = {
      ...signs,
      role: ROLE,
      neutral: { own: neutralUpTo(judged, "own", signs.own), all: neutralUpTo(judged, "all", signs.all) },
    };
    for (const j of judged) relabel(j, commit);
    const all = prepared.rows.map((_, r) => r);
    const { sentence, heads, joint, besides } = fitStance(prepared, all);
    const states = judgeMembers(members, besides);
    const model: StanceModel = { version: "4", sentence, heads, joint, members: states.model, commit };
    const measurement: Measurement = {
      task: "stance",
      method:
        "5-fold cross-validation by article, articles of coverage coded besides in every training part, every layer, cut and threshold of a layer inside the fold; labels' threshold over all folds",
      data: { name: DATA, items: articles.length, digest: digestOf(articles) },
      coder: "language models",
      date,
      codebookVersion: codebook.version.split("+")[0]!,
      rows: stanceRows(judged),
      figures: [...stanceFigures(judged), ...withinSidesGain("a bag of words", judged, plain)],
    };
    return {
      "stance.json": packed(model),
      "stance.card.json": {
        model: "stance",
        what: "Ridge logistic regressions: sentences that favour or tell against an actor, then articles per actor",
        data: `${DATA} of this project: ${articles.length} articles, and ${extra.length} of coverage (corpus/training/coded-coverage.jsonl), coded by language models, not people; texts are their outlets'`,
        licence: "labels ours; weights may ship",
        masked: "actor names, other names, numbers, house terms and photo credits; the outlet is never a feature",
        command: "npx parallax train stance",
        date,
        commit,
        figures: measurement.figures,
      },
      "measurements/stance.json": measurement,
      "measurements/stance-members.json": {
        ...measurement,
        method: `5-fold cross-validation by article of what turns the West's answers into a state's, these by models that did not see the article; France, the United Kingdom and the United States stand as "west"`,
        data: {
          name: `corpus/training/${CODED_MEMBERS}`,
          items: new Set(states.judged.map(({ id }) => id)).size,
          digest: digestOf(states.judged.map(({ id, coded }) => ({ id, codes: coded }))),
        },
        rows: [],
        figures: stanceFigures(states.judged),
      } satisfies Measurement,
    };
  },
};

/** As the file holds it. */
const packed = (model: StanceModel): StanceModel => ({
  ...model,
  sentence: hundredths(model.sentence),
  heads: Object.fromEntries(Object.entries(model.heads).map(([group, head]) => [group, hundredths(head)])),
});

interface Unnamed {
  id: string;
  side: string;
  target: string;
  coded: StanceJudged["coded"];
}

/** Rows of every trained actor an article names; the others score 0 and are listed apart. */
function stanceTrainingRows(
  codebook: Codebook,
  articles: readonly CodedStance[],
  codes: ReturnType<typeof codedMembers>,
): { prepared: Prepared; unnamed: Unnamed[]; bags: Map<string, Features>; members: MemberRow[] } {
  const read = createReader(codebook);
  const sentiment = sentimentModel(codebook);
  const rows: StanceRow[] = [];
  const unnamed: Unnamed[] = [];
  const bags = new Map<string, Features>();
  const members: MemberRow[] = [];
  for (const article of articles) {
    const { fields, voices, hits } = read(article);
    bags.set(article.id, gramsOf(fields));
    const readings = readActors(fields, hits, voices, codebook.targets);
    const actors = new Map(actorFeatures(readings, fields, voices, sentiment).map((a) => [a.reading.target, a]));
    const states = codes.get(article.id);
    for (const target of states ? MEMBERS : []) {
      const actor = actors.get(target);
      const [own, all] = states![target];
      if (actor) members.push({ id: article.id, side: article.side, target, own, all, actor });
    }
    for (const group of GROUPS) {
      const { own, all, evidence } = article.codes[0]!.stance[group];
      const actor = actors.get(group);
      if (!actor) {
        unnamed.push({ id: article.id, side: article.side, target: group, coded: { own, all } });
        continue;
      }
      const pointed =
        evidence === undefined
          ? null
          : actor.sentences.map(({ item: { field, sentence } }) =>
              evidence.some((e) => e.in === field.in && e.start < sentence.end && e.end > sentence.start),
            );
      const role = article.codes[0]!.role[group];
      rows.push({ id: article.id, side: article.side, group, own, all, role, pointed, actor });
    }
  }
  return { prepared: prepareStance(rows), unnamed, bags, members };
}

/**
 * Every pair of `judgedIds` scored by models that saw nothing of its article and all other articles; `plain`: the same
 * pairs by a bag of words alone.
 */
function crossValidateStance(
  prepared: Prepared,
  judgedIds: ReadonlySet<string>,
  unnamed: readonly Unnamed[],
  bags: ReadonlyMap<string, Features>,
  log: (line: string) => void,
): { judged: FullyJudged[]; plain: StanceJudged[] } {
  const pairs: { judged: FullyJudged; plain: { own: number; all: number } }[] = unnamed.map((u) => {
    const score = { own: 0, all: 0 };
    const label = { own: "unclear", all: "unclear" };
    return { judged: { ...u, score, label, discussed: false, p: {}, sentences: 0 }, plain: score };
  });
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (r: number): boolean => {
      const { id } = prepared.rows[r]!;
      return judgedIds.has(id) && foldOf(id) === fold;
    };
    const rows = prepared.rows.map((_, r) => r);
    const picked = rows.filter((r) => !inFold(r));
    const held = rows.filter(inFold);
    const fitted = fitStance(prepared, picked);
    const plain = bagScores(prepared, bags, picked, held, truth);
    for (const r of held) {
      const row = prepared.rows[r]!;
      const values = fitted.predict(r);
      const p = Object.fromEntries(HEADS.map((h, i) => [h, values[i]!]));
      const judged = {
        id: row.id,
        side: row.side,
        target: row.group,
        coded: { own: row.own, all: row.all },
        score: { own: p["own+"]! - p["own-"]!, all: p["all+"]! - p["all-"]! },
        label: { own: "unclear", all: "unclear" },
        discussed: p["discussed"]! >= 0.5,
        p,
        sentences: row.actor.sentences.length,
      };
      pairs.push({ judged, plain: plain.get(r)! });
    }
    log(`fold ${fold + 1} of ${FOLDS}`);
  }
  const key = ({ id, target }: StanceJudged): string => id + target;
  pairs.sort((a, b) => (key(a.judged) < key(b.judged) ? -1 : 1));
  return { judged: pairs.map((p) => p.judged), plain: pairs.map((p) => ({ ...p.judged, score: p.plain })) };
}

const digestOf = (articles: readonly { id: string; codes: unknown }[]): string =>
  createHash("sha256")
    .update(JSON.stringify(articles.map((a) => [a.id, a.codes])))
    .digest("hex")
    .slice(0, 12);
