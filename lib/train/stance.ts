import { createHash } from "node:crypto";
import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Measurement } from "#lib/domain/measurements.ts";
import type { StanceModel } from "#lib/domain/stanceModel.ts";
import { stanceFigures, stanceRows, surest, type StanceJudged } from "#lib/compare/metrics/stanceFigures.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { readActors } from "#lib/tag/stance/actorReading.ts";
import { actorFeatures, sentimentModel } from "#lib/tag/stance/learned.ts";
import { HEADS } from "#lib/tag/stance/articleFeatures.ts";
import { learnedLabel } from "#lib/tag/stance/learnedLabel.ts";
import { fitStance, prepareStance, type Prepared, type StanceRow } from "./fitStance.ts";
import type { Trainer } from "./trainer.ts";

const code = z.number().nullable();
const span = z.object({ in: z.enum(["title", "text"]), start: z.number(), end: z.number() });
const stanceCode = z.object({ own: code, all: code, evidence: z.array(span) });
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
export type CodedStance = z.infer<typeof codedSchema>;

const DATA = "gold/coded/single.jsonl";
const FOLDS = 5;
/** Signs given must be right this often among the surest in cross-validation. */
const RIGHT = { own: 0.8, all: 0.9 };

export const stance: Trainer = {
  name: "stance",
  describe: `stance.json: how sentences and articles present Russia, Ukraine and the West, from ${DATA}`,
  run({ codebook, rows, date, log }) {
    const articles = z.array(codedSchema).parse(rows(DATA));
    const { prepared, unnamed } = stanceTrainingRows(codebook, articles);
    log(`${prepared.rows.length} actors in ${articles.length} articles, ${prepared.sentences.length} sentences`);
    const judged = crossValidateStance(prepared, unnamed, log);
    const commit = {
      own: commitFrom(judged, "own"),
      all: commitFrom(judged, "all"),
      role: 0.5,
    };
    for (const j of judged) relabel(j, commit);
    const all = prepared.rows.map((_, r) => r);
    const { sentence, heads } = fitStance(prepared, all);
    const model: StanceModel = { version: "1", sentence, heads, commit };
    const measurement: Measurement = {
      task: "stance",
      method: "5-fold cross-validation by article, both layers inside the fold",
      data: { name: DATA, items: articles.length, digest: digestOf(articles) },
      coder: "language models",
      date,
      codebookVersion: codebook.version,
      rows: stanceRows(judged),
      figures: stanceFigures(judged),
    };
    return {
      "stance.json": model,
      "stance.card.json": {
        model: "stance",
        what: "Ridge logistic regressions: sentences that favour or tell against an actor, then articles per actor",
        data: `${DATA} of this project: ${articles.length} articles coded by language models, not people; texts are their outlets'`,
        licence: "labels ours; weights may ship",
        masked: "actor names, other names, numbers, house terms and photo credits; the outlet is never a feature",
        command: "npx parallax train stance",
        date,
        commit,
        figures: measurement.figures,
      },
      "measurements/stance.json": measurement,
    };
  },
};

export interface Unnamed {
  id: string;
  side: string;
  target: string;
  coded: StanceJudged["coded"];
}

/** Rows of every trained actor an article names; the others score 0 and are listed apart. */
export function stanceTrainingRows(
  codebook: Codebook,
  articles: readonly CodedStance[],
): { prepared: Prepared; unnamed: Unnamed[] } {
  const read = createReader(codebook);
  const sentiment = sentimentModel(codebook);
  const rows: StanceRow[] = [];
  const unnamed: Unnamed[] = [];
  for (const article of articles) {
    const { fields, voices, hits } = read(article);
    const readings = readActors(fields, hits, voices, codebook.targets);
    const actors = new Map(actorFeatures(readings, fields, voices, sentiment).map((a) => [a.reading.target, a]));
    for (const group of GROUPS) {
      const { own, all, evidence } = article.codes[0]!.stance[group];
      const actor = actors.get(group);
      if (!actor) {
        unnamed.push({ id: article.id, side: article.side, target: group, coded: { own, all } });
        continue;
      }
      const pointed = actor.sentences.map(({ item }) =>
        evidence.some((e) => e.in === item.field.in && e.start < item.sentence.end && e.end > item.sentence.start),
      );
      const role = article.codes[0]!.role[group];
      rows.push({ id: article.id, side: article.side, group, own, all, role, pointed, actor });
    }
  }
  return { prepared: prepareStance(rows), unnamed };
}

/** Every pair scored by models that saw nothing of its article. */
export function crossValidateStance(
  prepared: Prepared,
  unnamed: readonly Unnamed[],
  log: (line: string) => void,
): (StanceJudged & { p: Record<string, number>; sentences: number })[] {
  const judged: (StanceJudged & { p: Record<string, number>; sentences: number })[] = unnamed.map((u) => ({
    ...u,
    score: { own: 0, all: 0 },
    label: { own: "unclear", all: "unclear" },
    discussed: false,
    p: {},
    sentences: 0,
  }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (r: number): boolean => foldOf(prepared.rows[r]!.id) === fold;
    const rows = prepared.rows.map((_, r) => r);
    const fitted = fitStance(
      prepared,
      rows.filter((r) => !inFold(r)),
    );
    for (const r of rows.filter(inFold)) {
      const row = prepared.rows[r]!;
      const values = fitted.predict(r);
      const p = Object.fromEntries(HEADS.map((h, i) => [h, values[i]!]));
      judged.push({
        id: row.id,
        side: row.side,
        target: row.group,
        coded: { own: row.own, all: row.all },
        score: { own: p["own+"]! - p["own-"]!, all: p["all+"]! - p["all-"]! },
        label: { own: "unclear", all: "unclear" },
        discussed: p["discussed"]! >= 0.5,
        p,
        sentences: row.actor.sentences.length,
      });
    }
    log(`fold ${fold + 1} of ${FOLDS}`);
  }
  return judged.toSorted((a, b) => (a.id + a.target < b.id + b.target ? -1 : 1));
}

/** Smallest |score| from which the surest pairs are right as often as wanted. */
function commitFrom(judged: readonly StanceJudged[], voices: "own" | "all"): number {
  const scores = judged.filter((j) => j.coded[voices] !== null).map((j) => Math.abs(j.score[voices]));
  scores.sort((a, b) => b - a);
  let best = 0.9;
  for (let share = 0.05; share <= 0.7; share += 0.05) {
    const top = surest(judged, voices, share);
    if (top && top.right >= RIGHT[voices]) best = scores[top.n - 1]!;
  }
  return Math.round(best * 1000) / 1000;
}

function relabel(
  j: StanceJudged & { p: Record<string, number>; sentences: number },
  commit: { own: number; all: number },
): void {
  if (j.sentences === 0) return;
  for (const v of ["own", "all"] as const)
    j.label[v] = learnedLabel(j.p[`${v}-`]!, j.p[`${v}+`]!, commit[v], j.discussed, j.sentences);
}

function foldOf(id: string): number {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return hash % FOLDS;
}

const digestOf = (articles: readonly CodedStance[]): string =>
  createHash("sha256")
    .update(JSON.stringify(articles.map((a) => [a.id, a.codes])))
    .digest("hex")
    .slice(0, 12);
