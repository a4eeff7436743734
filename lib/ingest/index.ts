/** Bytes to Articles: read, extract, normalise, deduplicate. What other layers may use. */
export { guessColumns, FIELDS, type ColumnMap, type Field } from "./formats/columns.ts";
export { isRejected, UnreadableError, type ReadItem, type ReadOptions } from "./formats/format.ts";
export { formats } from "./formats/formats.ts";
export { readSources } from "./formats/readSources.ts";
export type { Source } from "./formats/source.ts";
export { extractPage, wholePageText } from "./extract/extractPage.ts";
export type { ExtractedPage, PageProblem } from "./extract/page.ts";
export { rawOffset } from "./normalize/draft.ts";
export { articleId } from "./normalize/identity.ts";
export { normalise, type NormaliseOptions } from "./normalize/normalise.ts";
export { normaliseAll, type NormaliseAllOptions } from "./normalize/normaliseAll.ts";
export { sideOf, type FindOutlet } from "./normalize/outletAndSide.ts";
export { EndsLearner, type RepeatedEnds } from "./normalize/tails.ts";
export { NearDuplicateIndex, SAME_TEXT, type NearDuplicate } from "./deduplicate/nearDuplicates.ts";
export { Relations, type Relation } from "./deduplicate/relate.ts";
export { agencyCredit } from "./deduplicate/wire.ts";
