import type { Mark } from "./marks.ts";

type Explained = Pick<Mark, "kind" | "tag" | "rule" | "pattern" | "weight">;

/** A phrase of the codebook as people read it: "(kiev|kyiv) regime*" becomes "(kiev / kyiv) regime…". */
export function readable(phrase: string): string {
  return phrase
    .replaceAll(/\|\)/g, "|–)")
    .replaceAll("|", " / ")
    .replaceAll("*", "…")
    .replaceAll(/ ?\.\.\. ?/g, " [some words] ")
    .replaceAll(/@\w+/g, "[actor]");
}

const STRENGTH = ["", "weakly", "clearly", "strongly"];

function listed(pattern: string | null): string {
  return pattern ? ` It looks for “${readable(pattern)}”.` : "";
}

/** Towards whom is in the label; the sign says which way, after "not" and the like have turned it round. */
function leaning(weight: number): string {
  const size = Math.abs(weight).toFixed(2).replace(/^0/, "");
  if (weight === 0) return "It counts for neither side.";
  return weight < 0 ? `It counts ${size} against.` : `It counts ${size} in favour.`;
}

function towards({ rule, pattern, weight }: Explained): string {
  const [head = "", word = ""] = rule.split(":");
  if (head === "mention") return "The name itself: it says that this is spoken of, and nothing more.";
  if (head === "about") return "These words say what the sentence is about, and nothing more.";
  if (head === "agent") return `The verb “${word}” tells what the actor does. ${leaning(weight)}`;
  if (head === "theme") return `The verb “${word}” tells what is done to the actor. ${leaning(weight)}`;
  if (head === "model")
    return `No entry of the codebook: coded articles use such a word more often where they speak ${weight < 0 ? "against" : "in favour"}. ${leaning(weight)}`;
  return `A phrase of the codebook that ${weight < 0 ? "tells against" : "favours"} whom it is said of.${listed(pattern)} ${leaning(weight)}`;
}

const QUOTED: Record<string, string> = {
  proper_label: "In quotation marks as a name is, or quoted first and then used plainly.",
  attributed: "In quotation marks, and whose term it is stands beside it.",
  distancing: "Behind “so-called”, or in quotation marks at most of its mentions.",
  unclaimed: "In quotation marks; nobody is said to use it, and the outlet does not use it plainly.",
};
const USED: Record<string, string> = {
  russian: "Russian outlets tend to choose it in their own words",
  western: "Western outlets tend to choose it in their own words",
  ukrainian: "Ukrainian outlets tend to choose it in their own words",
  both: "both sides use it",
};

/** What a mark's rule saw, in plain words. */
export function because(mark: Explained): string {
  const { kind, tag, rule, pattern, weight } = mark;
  switch (kind) {
    case "frame":
      return rule.startsWith("learned:")
        ? "No entry of the codebook: articles coded with this frame have the word more often than others. It is weak evidence."
        : `A word of the frame’s list; it points there ${STRENGTH[Math.round(Math.abs(weight))] ?? "clearly"}.${listed(pattern)}`;
    case "stance":
    case "role":
      return towards(mark);
    case "wording":
      return `One of several names${pattern ? ` the codebook has under “${pattern}”` : " for one thing"}; ${USED[tag.split(":").at(-1) ?? ""] ?? "who uses it is not told"}.`;
    case "label_quote":
      return QUOTED[rule.split(":").at(-1) ?? ""] ?? "A term in quotation marks.";
    case "loaded":
      if (rule.startsWith("scare_quote"))
        return "A contested term in quotation marks or behind “so-called”, with nobody said to use it.";
      return `${pattern ?? "A word of this list."} It is ${["", "a weak", "a clear", "a strong"][Math.round(weight)] ?? "a"} one of its kind.`;
    default:
      return kind satisfies never;
  }
}

/** What a mark of this kind must not be taken for. */
export const NOT_MEANT: Record<Mark["kind"], string> = {
  frame:
    "That the article is right, wrong or slanted. A frame is what an event is told as, and one word alone makes none.",
  stance:
    "A view of the world, of the outlet or of its readers. It is towards this one target; what somebody is quoted saying is theirs.",
  wording: "That a name is true or false, or that who uses it is of a side. It tells usage, over many articles.",
  label_quote: "That the outlet doubts the term: quotation marks may quote, name or keep away, and a rule cannot know.",
  loaded: "That what is said is untrue or unfair. The rule sees the word and not whether the facts bear it out.",
  role: "Who is to blame or in the right. It is the part these sentences give an actor.",
};
