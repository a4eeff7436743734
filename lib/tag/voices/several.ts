import type { Speaker } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { headEnd, isPossessor } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";
import { textOf } from "./place.ts";

/** Somebody of a list, as far as the list needs them. */
type Listed = Pick<Mention, "fromWord" | "endWord" | "bloc" | "country" | "kind" | "adjective"> & { id: string };

/**
 * "Putin and Macron", "Russia, Poland and the West", "Russian and Polish officials": several known ones named side by
 * side speak together, of the bloc they share or of none. Null where one speaks.
 */
export function severalSpeakers(field: Field, range: WordRange, inside: readonly Mention[]): Speaker | null {
  const west = wests(field, range);
  if (inside.length + west.length < 2) return null;
  const listed = [...inside.map(asListed), ...west].toSorted((a, b) => a.fromWord - b.fromWord);
  const last = listed.findIndex(
    (b, i) => i > 0 && followsAnd(field, listed, i) && !isPossessor(field, b.endWord, range),
  );
  if (last < 1) return null;
  let first = lastPartner(listed, last);
  while (first > 0 && separated(field, listed[first - 1]!, listed[first]!)) first--;
  if (!opensSource(field, range.from, listed[first]!.fromWord) || !closesHead(field, range, listed[last]!)) return null;
  const all = listed.slice(first, last + 1).filter((one) => one.adjective === listed[last]!.adjective);
  const [one] = all;
  if (!one || all.every((other) => other.id === one.id)) return null;
  const bloc = all.every((other) => other.bloc === one.bloc) ? one.bloc : null;
  // Of one bloc, an office or nationality tells it as well as both would.
  if (one.adjective && bloc !== null) return null;
  const country = all.every((other) => other.country === one.country) ? one.country : null;
  return { name: textOf(field, range), actorId: null, bloc, country, kind: one.adjective ? "official" : one.kind };
}

/** "the quarrel between A and B", "supporters, including A and B": only titles stand before the list itself. */
function opensSource({ words, pos, text }: Field, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.capital[i] !== true && !/^(?:DET|ADJ|NOUN)$/.test(pos[i]!)) return false;
  return !text.slice(words.start[from], words.start[to]).includes(",");
}

/** Behind the last name the head of the source ends; behind a nationality its noun follows. */
const closesHead = (field: Field, range: WordRange, one: Listed): boolean =>
  one.adjective ||
  one.endWord === range.to ||
  one.endWord === headEnd(field, range) ||
  /^[,(]/.test(field.text.slice(field.words.end[one.endWord - 1]).trimStart());

const asListed = (m: Mention): Listed => ({
  fromWord: m.fromWord,
  endWord: m.endWord,
  bloc: m.bloc,
  country: m.country,
  kind: m.kind,
  adjective: m.adjective,
  id: m.actor?.id ?? m.name,
});

/** "the West" inside a sentence, where its article is written small. */
function wests(field: Field, range: WordRange): Listed[] {
  const found: Listed[] = [];
  for (let i = range.from + 1; i < range.to; i++)
    if (isTheWest(field, i))
      found.push({
        fromWord: i,
        endWord: i + 1,
        bloc: "west",
        country: null,
        kind: "institution",
        adjective: false,
        id: "the_west",
      });
  return found;
}
export const isTheWest = (field: Field, i: number): boolean =>
  field.norm[i] === "west" && field.words.capital[i] === true && field.norm[i - 1] === "the";

/** Between the one before and this stand "and" and at most titles, nationalities or an article. */
function followsAnd({ norm, words, pos }: Field, listed: readonly Listed[], i: number): boolean {
  const partner = lastPartner(listed, i);
  if (partner < 0) return false;
  const { endWord } = listed[partner]!;
  const { fromWord } = listed[i]!;
  if (norm[endWord] !== "and" || fromWord - endWord > 6) return false;
  for (let k = endWord + 1; k < fromWord; k++)
    if (words.capital[k] !== true && !/^(?:NOUN|ADJ|DET)$/.test(pos[k]!)) return false;
  return true;
}

/** The nearest one before that is of the same sort: nationality beside nationality, name beside name. */
const lastPartner = (listed: readonly Listed[], i: number): number =>
  listed.findLastIndex((one, k) => k < i && one.adjective === listed[i]!.adjective);

const separated = (field: Field, a: Listed, b: Listed): boolean =>
  /^, (?:the )?$/.test(field.text.slice(field.words.end[a.endWord - 1], field.words.start[b.fromWord])) ||
  (a.adjective && !b.adjective && a.endWord <= b.fromWord && !field.norm.slice(a.endWord, b.fromWord).includes("and"));
