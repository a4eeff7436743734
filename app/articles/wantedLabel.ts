import type { Codebook } from "#lib/domain/codebook.ts";
import { LOADED_LABELS, questionLabel, targetLabel, VOICE_LABELS, VOICES } from "#app/_ui/marks.ts";
import type { Wanted } from "./filter.ts";

const IN_WHOSE = {
  own: "in the outlet’s own words",
  all: "in anybody’s words",
  quoted: "in quoted words",
} as const;
const CAMPS = { russia: "Russian", ukraine: "Ukrainian", west: "Western", other: "other" } as const;

function camp(id: string): string {
  return (CAMPS as Record<string, string>)[id] ?? id;
}

/** What the articles behind a chart's mark have in common, in words. */
export function wantedLabel(codebook: Codebook, wanted: Wanted): string {
  const { measure, target, voice } = wanted;
  const [first = "", second = ""] = target.split(":");
  switch (measure) {
    case "voice_share":
    case "heard": {
      const known = VOICES.find((each) => each === target);
      return `Words of: ${known ? VOICE_LABELS[known].toLowerCase() : target}`;
    }
    case "kind_share":
      return `Words of speakers of the kind “${target}”`;
    case "speaker": {
      const name = codebook.actors.find((each) => each.id === target)?.name ?? target.replace(/^name:/, "");
      return `${name} is quoted or reported`;
    }
    case "report":
      return `Statements of ${camp(first)} speakers with ${second} verbs`;
    case "device":
      return (LOADED_LABELS as Record<string, string>)[target] ?? target.replaceAll("_", " ");
    case "stance_level":
      return `Stance to ${targetLabel(codebook, first)}: ${second}, ${IN_WHOSE[voice]}`;
    case "role":
      return `${targetLabel(codebook, first)} as ${second}, ${IN_WHOSE[voice]}`;
    case "wording":
    case "choice": {
      const choice = codebook.wording.find((row) => row.id === first)?.choices.find((each) => each.choice === second);
      return `${questionLabel(codebook, `wording:${first}`)}${choice ? `, “${choice.label}”` : ""}, ${IN_WHOSE[voice]}`;
    }
    default:
      return `${questionLabel(codebook, `${measure}:${target}`)}, ${IN_WHOSE[voice]}`;
  }
}
