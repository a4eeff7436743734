import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { eventNumbers, Machine } from "./machine.ts";

/** What wink knows of words by their numbers (wink-nlp 2.4 src/cache.js; the version is pinned). */
interface WinkWords {
  property(word: number, name: "lexemeCID"): number;
  value(word: number): string;
  valueOf(feature: "pos", number: number): string;
  /** The number of a text, or four numbers for each word of a contraction; null for a text not met so far. */
  lookup(text: string): readonly number[] | null;
  add(text: string, category: number): number;
  normal(word: number): number;
  /** The normal of a contraction's word. */
  nox(bits: number): number;
  posOf(word: number): number;
  mappedSpelling(word: number): number;
  isMemberPOS(word: number, pos: number): boolean;
}
/** What wink writes down of a document, four numbers a token (wink-nlp 2.4 src/wink-nlp.js). */
interface WinkRecord {
  /** Word; spaces before it in the low 16 bits, of contractions their normal above; lemma and part of speech; unused. */
  tokens: readonly number[];
  nonBreakingSpaces: Readonly<Record<number, string>>;
  cache: WinkWords;
}
type Transformer = (event: number, cache: WinkWords, tokens: readonly number[], at: number) => number;
interface Stage {
  machines: readonly string[];
  transformers: readonly Transformer[];
}
type Setter = (record: WinkRecord) => void;

const ends = (model.sbd as unknown as () => Stage)();
const speech = (model.pos as unknown as () => Stage)();
let record: WinkRecord | null = null;
/** wink only cuts texts into tokens here; it hands us its record where it would write parts of speech into it. */
const pos = (): Stage & { setter: Setter } => ({
  ...speech,
  machines: [],
  setter: (read) => {
    record = read;
  },
});
interface Core {
  packing: { efList: string[] };
  /** Parts that stay joined to what a hyphen joins them to ("pre", "less"). */
  preserve: { prefix: Readonly<Record<string, boolean>>; suffix: Readonly<Record<string, boolean>> };
}
const whole = (model.core as unknown as () => Core)();
export const { preserve } = whole;
/** Of a word the model does not hold only these two are asked for here; working out the rest takes most of the time. */
const core = (): Core => ({ ...whole, packing: { ...whole.packing, efList: ["isAbbrev", "pos"] } });
const nlp = winkNLP({ ...model, core, pos } as unknown as typeof model, ["pos"]);
/** What wink makes of a text without line breaks; `record` is written over by the next call. */
export const recordOf = (text: string): WinkRecord => {
  nlp.readDoc(text);
  return record!;
};
export const { cache } = recordOf("");

const endEvents = eventNumbers(ends.machines);
const speechEvents = eventNumbers(speech.machines);
/** Event for `endMachine` of a token behind `spaces` spaces, `normal` being its word or that of its contraction. */
export const endEventOf = (word: number, normal: number, spaces: number): number =>
  endEvents.get(ends.transformers[0]!(normal, cache, [word, spaces, 0, 0], 0)) ?? 0;
const NO_HINT = -1;
/** Event for `speechMachines` of a word whatever its part of speech is, -1 where that counts. */
export function speechHintOf(word: number): number {
  const hint = speech.transformers[0]!(NO_HINT, cache, [word, 0, 0, 0], 0);
  return hint === NO_HINT ? NO_HINT : (speechEvents.get(hint) ?? 0);
}
/** Sentence ends, and what parts of speech become among others. */
export const endMachine = new Machine(ends.machines[0]!, endEvents);
export const speechMachines = speech.machines.map((json) => new Machine(json, speechEvents));
/** Event of a part of speech in `speechMachines`. */
export const speechEventOf = Int32Array.from({ length: 64 }, (_, number) => speechEvents.get(number) ?? 0);
/** Names of parts of speech by wink's number. */
const names: string[] = [];
export const speechName = (number: number): string => (names[number] ??= cache.valueOf("pos", number));
