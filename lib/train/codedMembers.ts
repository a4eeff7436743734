import { z } from "zod";
import type { TrainInput } from "./trainer.ts";

/** File of corpus/training that holds what articles of coverage say of three states of the West; ids and codes only. */
export const CODED_MEMBERS = "coded-members.jsonl";
export const MEMBERS = ["france", "united_kingdom", "united_states"] as const;

const code = z.number().int().min(-2).max(2).nullable();
const pair = z.tuple([code, code]);

/** One line: an article of coverage as one coder saw it; codes of the outlet's own words, then of all voices. */
export const codedMembersRow = z.strictObject({
  id: z.string(),
  coder: z.string(),
  stance: z.strictObject({ france: pair, united_kingdom: pair, united_states: pair }),
});

/** Codes of states of the West by article id. */
export function codedMembers(input: TrainInput): Map<string, z.infer<typeof codedMembersRow>["stance"]> {
  const rows = z.array(codedMembersRow).parse(input.ours(CODED_MEMBERS));
  return new Map(rows.map(({ id, stance }) => [id, stance]));
}
