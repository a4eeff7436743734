import type { ChartDefinition } from "#lib/chart/input.ts";
import { PRIOR_WORDS } from "#lib/compare/logOdds.ts";
import { wordsSeries } from "#lib/chart/wordsSeries.ts";

/** Words one group uses more than the others: log-odds with an informative Dirichlet prior. */
export const words: ChartDefinition = {
  slug: "words",
  title: "Distinctive words",
  question: "Which words set each side’s articles apart?",
  summary: "Log-odds with intervals, counts of articles and outlets; two groups or more.",
  measures: [],
  voices: [],
  grain: "terms",
  build: (input) =>
    wordsSeries(input, {
      definition: words,
      unit: "how many times as often as in the other groups (odds ratio), with 95 % interval",
      doesNotShow:
        "This chart does not show framing: a distinctive word may come from the subject, the house style or the translation.",
      counted:
        "Counted: uses in the outlet's own words, without function words and the words of the outlets' names. A word is looked at when three articles use it and, where its group has several outlets, two of them do; one the other side never uses stays.",
      intervals: `Log-odds ratio with an informative Dirichlet prior of ${PRIOR_WORDS} words spread like all words compared (Monroe, Colaresi & Quinn 2008). 95 % intervals widened for words that clump in articles; shown are words whose difference survives a false discovery rate of 5 % over all words looked at. The choice of outlets is not included.`,
    }),
};
