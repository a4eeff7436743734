import { relative } from "node:path";
import { z } from "zod";
import type { Coding } from "#lib/domain/coding.ts";
import { intendedSchema, type Intended } from "#lib/domain/intended.ts";
import type { StanceScore, StanceTag } from "#lib/domain/tags.ts";
import { isRejected, readSources } from "#lib/ingest/index.ts";
import { frames as predictFrames } from "#lib/operations/predict/frames.ts";
import { rowTagger } from "#lib/operations/predict/shared.ts";
import { stance as predictStance } from "#lib/operations/predict/stance.ts";
import { frameFigures, type FrameJudged } from "#lib/compare/metrics/frameFigures.ts";
import { overlaps, unmarkedWording } from "#lib/compare/unmarkedWording.ts";
import { accuracyOf, labelFigures, labelRows, majorityLine, type Labelled } from "./labels.ts";
import { figures, meanOf, sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const goldRow = z.looseObject({ ...articleRow, intended: intendedSchema });
type GoldRow = z.infer<typeof goldRow>;

const frameAnswer = z.object({ frames: z.record(z.string(), z.number()), present: z.array(z.string()) });
const voiceAnswer = z.object({ voices: z.record(z.string(), z.number()) });

interface Measured {
  document: string;
  side: string | null;
  value: number;
}
const mean = (items: readonly Measured[]): number | null => meanOf(items.map(({ value }) => value));

/** What the author meant and what the tagger told, in the same four labels. */
const leaningOf = (intended: number | null): string =>
  intended === null ? "unclear" : intended > 0 ? "favourable" : intended < 0 ? "unfavourable" : "neutral";
const told = (score: StanceScore | undefined): string =>
  score === undefined ? "unclear" : score.label === "mixed" ? "neutral" : score.label;

/** The tagger beside what the authors of teaching articles meant: one coder's yardstick, made before the tags. */
export const intended: MeasureTask<GoldRow> = {
  name: "intended",
  describe:
    "a folder of articles whose front matter has an intended code, as corpus/articles, or {id, title?, text, intended, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const tag = rowTagger(codebook, true);
    const frames = predictFrames.prepare(codebook);
    const voices = predictStance.prepare(codebook);
    const generic = codebook.frames.filter((f) => f.layer === "generic").map((f) => f.id);
    const found = {
      frames: [] as FrameJudged[],
      own: [] as Labelled[],
      all: [] as Labelled[],
      roles: [] as Labelled[],
    };
    const propositions: Labelled[] = [];
    const measured = { ownShare: [] as Measured[], blocs: [] as Measured[], wording: [] as Measured[] };
    const speakers = { found: [] as Measured[], bloc: [] as Measured[] };
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const input = { id: row.id, title: row.title, text: row.text };
      const coding = tag(input);
      const meant = row.intended;
      const of = { document: String(row.id), side: sideOf(codebook, row) };
      const answer = frameAnswer.parse(await frames(input));
      for (const frame of generic) {
        const score = answer.frames[frame] ?? 0;
        const truth = meant.frames.includes(frame);
        found.frames.push({ ...of, frame, truth, predicted: answer.present.includes(frame), score });
      }
      for (const [target, { own, all }] of Object.entries(meant.stance)) {
        const has = stanceOf(coding, target);
        found.own.push({ ...of, truth: leaningOf(own), said: told(has?.own) });
        found.all.push({ ...of, truth: leaningOf(all), said: told(has?.all) });
        found.roles.push({ ...of, truth: roleMeant(meant, target), said: roleFound(coding, target) });
        const surprise = Math.abs((own ?? 0) - Math.sign(has?.own.score ?? 0));
        if (leaningOf(own) !== told(has?.own))
          mistakes.push({
            id: of.document,
            tag: `own stance to ${target}`,
            truth: leaningOf(own),
            predicted: told(has?.own),
            surprise,
            text: `${row.title ?? ""} | ${row.text}`.slice(0, 400),
          });
      }
      for (const [id, truth] of Object.entries(meant.propositions))
        propositions.push({ ...of, truth, said: propositionSaid(stanceOf(coding, id)) });
      const shares = voiceAnswer.parse(await voices(input)).voices;
      const off = (bloc: string, share: number): number => Math.abs((shares[bloc] ?? 0) - share);
      measured.ownShare.push({ ...of, value: off("own", meant.own_voice_share) });
      for (const [bloc, share] of Object.entries(meant.voice_shares))
        measured.blocs.push({ ...of, value: off(bloc, share) });
      const unmarked = new Set(unmarkedWording(coding, meant));
      for (const each of meant.wording) measured.wording.push({ ...of, value: Number(!unmarked.has(each)) });
      for (const speaker of meant.speakers) {
        const hit = (coding.attributions ?? []).find(
          (a) => a.speaker !== null && overlaps(a.speaker.name, speaker.name),
        );
        speakers.found.push({ ...of, value: Number(hit !== undefined) });
        if (hit?.speaker) speakers.bloc.push({ ...of, value: Number(hit.speaker.bloc === speaker.bloc) });
      }
    }
    const share = (name: string, items: readonly Measured[]) => figures(name, items, mean);
    const frameReport = frameFigures(found.frames);
    return {
      trivialLine: "every frame said of every article; the commonest label",
      rows: [
        ...frameReport.rows,
        ...labelRows(found.own, "own: "),
        ...labelRows(found.roles, "role: "),
        ...labelRows(propositions, "proposition: "),
      ],
      figures: [
        ...frameReport.figures,
        ...labelFigures(found.own, ", own stance"),
        ...labelFigures(found.all, ", stance of all voices"),
        ...signFigures(found.own, "own"),
        ...signFigures(found.all, "all voices"),
        ...labelFigures(found.roles, ", roles"),
        ...labelFigures(propositions, ", propositions"),
        ...share("own-voice share, mean distance from what was meant", measured.ownShare),
        ...share("share of a bloc's words, mean distance from what was meant", measured.blocs),
        ...share("intended wording that is marked", measured.wording),
        ...share("intended speakers that are found", speakers.found),
        ...share("bloc right where the speaker is found", speakers.bloc),
      ],
      confusion: null,
      mistakes: worst(mistakes),
    };
  },
};

/** Gold rows of a folder: its articles that have an author's code, as written; the file is the id. */
export async function articlesOf(folder: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const item of readSources([folder])) {
    if (!isRejected(item) && item.intended) rows.push({ ...item, id: relative(folder, item.file) });
  }
  return rows;
}

/** Of the pairs where the author meant a side, how many are told that way, and how many the opposite way. */
function signFigures(items: readonly Labelled[], voice: string) {
  const meant = items.filter(({ truth }) => truth === "favourable" || truth === "unfavourable");
  const opposite = (chosen: readonly Labelled[]): number | null =>
    meanOf(
      chosen.map(({ truth, said }) => Number(said !== truth && (said === "favourable" || said === "unfavourable"))),
    );
  return [
    ...figures(`meant signs that are told, ${voice}`, meant, accuracyOf, majorityLine(accuracyOf)),
    ...figures(`meant signs that are told the other way, ${voice}`, meant, opposite),
  ];
}

const stanceOf = (coding: Coding, target: string): StanceTag | undefined =>
  coding.tags.find((t): t is StanceTag => t.kind === "stance" && t.target === target);

const roleMeant = (meant: Intended, target: string): string =>
  Object.entries(meant.roles).find(([id]) => id === target)?.[1] ?? "none";

function roleFound(coding: Coding, target: string): string {
  const role = coding.tags.find((t) => t.kind === "role" && t.target === target);
  return role?.kind === "role" ? role.role : "none";
}

/** A proposition somebody speaks of without a lean of the outlet's own reports it. */
function propositionSaid(tag: StanceTag | undefined): string {
  if (!tag?.discussed) return "none";
  if (tag.own.label === "favourable") return "favour";
  return tag.own.label === "unfavourable" ? "against" : "both";
}
