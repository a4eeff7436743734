import type {
  Codebook,
  ContextualPhrase,
  Cue,
  Frame,
  LoadedList,
  RoleVerb,
  SignedCue,
  StanceCue,
  StanceTarget,
  WordingRow,
} from "#lib/domain/codebook.ts";
import { ContextTest } from "./context.ts";
import { PhraseIndex } from "./phrases.ts";

/** What a phrase of the codebook stands for. */
export type Rule =
  | { layer: "frame"; frame: Frame; cue: Cue }
  | { layer: "frame_exception"; frame: Frame }
  | { layer: "wording"; row: WordingRow; choice: WordingRow["choices"][number]; phrase: ContextualPhrase }
  | { layer: "loaded"; list: LoadedList; group: LoadedList["groups"][number]; phrase: ContextualPhrase }
  | { layer: "target"; target: StanceTarget; cue: SignedCue }
  | { layer: "about"; target: StanceTarget }
  | { layer: "not_about"; target: StanceTarget }
  | { layer: "stance"; cue: StanceCue }
  | { layer: "verb"; verb: RoleVerb }
  | { layer: "negation" }
  | { layer: "no_negation" }
  | { layer: "hypothetical" }
  | { layer: "distancing" }
  | { layer: "mention"; target: StanceTarget };

/** All phrases of a codebook, and the contexts some of them ask for. */
export interface RuleIndex {
  index: PhraseIndex<Rule>;
  contexts: ContextTest;
}

/** Compiles the whole codebook into one index, so that an article is read once. @throws Error naming a bad phrase. */
export function ruleIndex(codebook: Codebook): RuleIndex {
  const index = new PhraseIndex<Rule>();
  const contexts = new ContextTest();
  for (const frame of codebook.frames) {
    for (const cue of frame.cues) index.add(cue.phrase, shaped({ layer: "frame", frame, cue }));
    for (const p of frame.exceptions) index.add(p, shaped({ layer: "frame_exception", frame }));
  }
  for (const row of codebook.wording) {
    for (const choice of row.choices) {
      for (const phrase of phrasesOf(choice)) {
        index.add(phrase.phrase, shaped({ layer: "wording", row, choice, phrase }));
        contexts.learn(phrase);
      }
    }
  }
  for (const list of codebook.loaded) {
    for (const group of list.groups) {
      for (const phrase of phrasesOf({ ...group, caseSensitive: false })) {
        index.add(phrase.phrase, shaped({ layer: "loaded", list, group, phrase }));
        contexts.learn(phrase);
      }
    }
  }
  for (const target of codebook.targets) {
    for (const cue of target.cues) index.add(cue.phrase, shaped({ layer: "target", target, cue }));
    if (target.kind === "proposition") {
      for (const p of target.about) index.add(p, shaped({ layer: "about", target }));
      for (const p of target.notAbout) index.add(p, shaped({ layer: "not_about", target }));
    } else for (const p of target.mentions) index.add(p, shaped({ layer: "mention", target }));
  }
  for (const verb of codebook.roleVerbs)
    for (const form of new Set(verb.forms)) index.add(form, shaped({ layer: "verb", verb }));
  for (const cue of codebook.stanceCues) index.add(cue.phrase, shaped({ layer: "stance", cue }));
  for (const p of codebook.speech.negations) index.add(p, shaped({ layer: "negation" }));
  for (const p of codebook.speech.notNegations) index.add(p, shaped({ layer: "no_negation" }));
  for (const p of codebook.speech.hypotheticals) index.add(p, shaped({ layer: "hypothetical" }));
  for (const p of codebook.speech.distancing) index.add(p, shaped({ layer: "distancing" }));
  return { index, contexts };
}

/** A rule with all keys a rule may have in one order: every hit is asked for its layer, and objects of many shapes are slow to read. */
function shaped(rule: Rule): Rule {
  const { layer, frame, cue, row, choice, phrase, list, group, target, verb } = rule as {
    layer: Rule["layer"];
  } & Record<string, unknown>;
  return { layer, frame, cue, row, choice, phrase, list, group, target, verb } as Rule;
}

/** A choice's phrases, plain ones included, each with its context test. */
function phrasesOf(
  choice: Pick<WordingRow["choices"][number], "phrases" | "contextual" | "notIn" | "caseSensitive">,
): ContextualPhrase[] {
  const { notIn = [], caseSensitive } = choice;
  const plain = choice.phrases.map((phrase) => ({ phrase, near: [], unless: [], notIn, caseSensitive }));
  const tested = (choice.contextual ?? []).map((each) => ({
    ...each,
    notIn: [...notIn, ...each.notIn],
    caseSensitive: caseSensitive || each.caseSensitive,
  }));
  return [...plain, ...tested];
}
