import type { StanceModel } from "#lib/domain/stanceModel.ts";
import { HEADS } from "#lib/tag/stance/articleFeatures.ts";
import { FEWEST_OF_MEMBER } from "#lib/tag/stance/learnedLabel.ts";
import { SIGNS } from "#lib/tag/stance/joint.ts";
import { fitMembers, membersUnseen, type MemberRow } from "./fitMembers.ts";
import { commitFrom, foldOf, neutralUpTo, relabel, type FullyJudged } from "./stanceLabels.ts";
import type { FittedStance } from "./fitStance.ts";

/** Signs given to a state of the West must be right this often in cross-validation: few articles carry one in the outlet's own words. */
const RIGHT = { own: 0.6, all: 0.75 };

/** What is learned of states of the West, and every coded pair with the labels of a fit that did not see its article. */
export function judgeMembers(
  rows: readonly MemberRow[],
  besides: FittedStance["besides"],
): { model: StanceModel["members"]; judged: FullyJudged[] } {
  const answers = rows.map(({ id, actor }) => besides(id, actor));
  const odds = answers.map((each) => each.slice(0, SIGNS.length));
  const unseen = membersUnseen(rows, odds, foldOf);
  const judged = rows.map((row, r): FullyJudged => {
    const p = Object.fromEntries(SIGNS.map((sign, c) => [sign, unseen[r]![c]!]));
    return {
      id: row.id,
      side: row.side,
      target: "west",
      coded: { own: row.own, all: row.all },
      score: { own: p["own+"]! - p["own-"]!, all: p["all+"]! - p["all-"]! },
      label: { own: "unclear", all: "unclear" },
      discussed: answers[r]!.at(HEADS.indexOf("discussed"))! >= 0,
      p,
      sentences: row.actor.sentences.length,
    };
  });
  const signs = {
    own: commitFrom(judged, "own", RIGHT.own, FEWEST_OF_MEMBER),
    all: commitFrom(judged, "all", RIGHT.all, FEWEST_OF_MEMBER),
  };
  const neutral = {
    own: neutralUpTo(judged, "own", signs.own, FEWEST_OF_MEMBER),
    all: neutralUpTo(judged, "all", signs.all, FEWEST_OF_MEMBER),
  };
  const commit = { ...signs, neutral };
  for (const j of judged) relabel(j, commit, FEWEST_OF_MEMBER);
  const all = rows.map((_, r) => r);
  return { model: { signs: fitMembers(rows, odds, all), commit }, judged };
}
