import { Numbering, Remembered, words } from "#lib/tag/read/lexicon.ts";
import { stem } from "./stem.ts";

/**
 * Words that give the outlet or its side away rather than the frame: spellings of names, outlets, agencies, credits.
 * Learned features never see them, so a frame cannot be read off the house style.
 */
const GIVE_AWAYS = new Set(
  `kiev kyiv kiyv kharkov kharkiv lvov lviv odessa odesa zaporozhye zaporizhzhia zaporizhzhya zaporizhia lugansk luhansk
   donbass donbas artyomovsk bakhmut nikolaev mykolaiv chernigov chernihiv dnepr dnipro dnieper severodonetsk
   sievierodonetsk lisichansk lysychansk zelensky zelenskyy zelenskiy vladimir volodymyr putin dpr lpr
   rt reuters ap afp cnn bbc nbc abc cbs fox huffpost guardian telegraph dailymail mirror express nyt times tass ria
   novosti sputnik interfax izvestia getty images image photo photograph file picture credit video watch click read
   newsletter twitter telegram facebook contributed reporting reporter correspondent editor editing special operation
   said says told according mr mrs ms`.split(/\s+/),
);
/** Words too common to carry a frame. */
const STOP = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both
   but by can cannot could did do does doing down during each even few for from further get had has have having he her
   here hers herself him himself his how i if in into is it its itself just like many may me might more most much must
   my myself no nor not now of off on once one only or other our ours out over own same she should since so some such
   than that the their theirs them themselves then there these they this those though through to too two three under
   until up upon us very was we were what when where which while who whom whose why will with within without would yet
   you your yours monday tuesday wednesday thursday friday saturday sunday january february march april may june july
   august september october november december week month year day today yesterday time first last new late early`.split(
    /\s+/,
  ),
);
/** Features, numbered as words are. */
export const features = new Numbering();
const remembered = new Remembered(words, (norm) => {
  const left = norm.length < 3 || STOP.has(norm) || GIVE_AWAYS.has(norm) || /[\d']/.test(norm);
  return left ? -1 : features.number(stem(norm));
});

/** The number of the stem a numbered word counts under, or -1 for numbers, stop words and give-aways. */
export const featureOf = (word: number): number => remembered.get(word);
