/**
 * Words that carry grammar rather than choice, left out of word comparisons; and the plain verbs of reporting, which the
 * reporting chart counts with their speakers.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but nor so yet for of in on at by to from with without within into onto upon over under about above below after before
  between among through during against across along around behind beside besides beyond despite down except inside like near off out outside past per
  since than that till toward towards until unless up via while whereas although though because if whether as
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their
  theirs themselves this these those who whom whose which what when where why how there here
  is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't hadn't do does did done doing don't doesn't didn't
  will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't it's that's there's he's she's
  they're we're you're i'm i've we've they've you've i'll we'll they'll he'll she'll it'll
  not no none neither either each every any some all both few more most much many other another such same own only just also too very even ever never
  now then again once still already however therefore thus hence meanwhile moreover furthermore
  one two three four five six seven eight nine ten first second third
  said say says saying told tell tells telling according added adding`.split(/\s+/),
);
