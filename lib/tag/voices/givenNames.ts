import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { joins } from "./names.ts";
import type { WordRange } from "./view.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const FEMALE_NAMES = set(
  "maria mariya marie mary anna anne ann ursula annalena olga irina iryna elena olena helena natalia natalya natalie svetlana tatiana tatyana ekaterina kateryna katerina catherine kate yulia yuliia julia julie oksana daria darya dariia anastasia victoria viktoria alina marina larisa lyudmila ludmila nina vera valentina galina halyna sofia sofiya sophie emma emily sarah sara susan suzanne liz elizabeth nancy hillary angela sanna kaja magdalena roberta jacinda theresa jill jen jennifer jessica karine linda lisa laura lucy margaret margarita michelle melinda amanda barbara christine christina claire clare diana donatella eva evelyn fiona hanna hannah ines ingrid jane jean joan karen kamala kim kristina leila lena margarita martha melissa mette molly monica nadia nicola nicole olha patricia paula rachel rebecca rosa ruth samantha sandra sharon sheila sonia stephanie tamara veronika wendy yelena yevgenia zoe brittney alyona alona ksenia polina",
);
const MALE_NAMES = set(
  "vladimir volodymyr sergei sergey serhiy dmitry dmitri dmytro alexander aleksandr oleksandr alexei aleksey oleksiy andrei andrey andriy mikhail mykhailo mikhaylo nikolai nikolay mykola ivan igor ihor oleg oleh pavel pavlo petr pyotr petro roman ruslan viktor victor vitaly vitali vasily vasyl yuri yuriy yury yevgeny evgeny konstantin maksim maxim denis denys anton artem artyom boris bogdan bohdan gennady kirill kyrylo leonid valery valerii vadim vyacheslav stanislav joe john james robert michael mike david william bill richard thomas tom charles christopher chris daniel dan matthew mark donald steven stephen paul andrew kenneth george jens josep antony anthony lloyd boris rishi ben olaf emmanuel viktor recep mario pedro charles justin scott peter karl hans robert christian bruno gerard jean pekka lars ned jake ned pat ron rafael antonio elon jack jeff kevin larry lindsey mitch oliver patrick simon stefan tony tim ted xi zbigniew mateusz andrzej radoslaw radosław",
);

/** "Oleksiy Kuleba" is no Dmytro Kuleba: a given name right before a family name that is not the known person's. */
export function isNamesake(field: Field, mention: Mention): boolean {
  if (mention.actor?.type !== "person" || mention.fromWord === 0 || !joins(field, mention.fromWord)) return false;
  const before = field.norm[mention.fromWord - 1]!;
  if (field.words.capital[mention.fromWord - 1] !== true || !(FEMALE_NAMES.has(before) || MALE_NAMES.has(before)))
    return false;
  return ![mention.name, ...mention.actor.aliases].some((name) => name.toLowerCase().split(/[\s-]/u).includes(before));
}

/** Spelled as Ukrainian is: "Serhiy", "Oleksandr", not "Sergey", "Alexander". */
export const isUkrainianName = (given: string): boolean => UKRAINIAN_NAMES.has(given);
const UKRAINIAN_NAMES = set(
  "volodymyr serhiy serhii dmytro oleksandr oleksiy oleksii oleh andriy andrii mykhailo mykhaylo mykola ihor pavlo petro vasyl yuriy yurii yevhen bohdan kyrylo denys olha iryna kateryna yuliia nataliia halyna oksana valeriy valerii vitaliy vitalii anatoliy anatolii hryhoriy taras ostap lesia lyudmyla liudmyla mariia vladyslav viacheslav yaroslav danylo mykyta illia oleksandra",
);

/** Gender a person's name gives away: by the given name, else by the ending of a Slavic family name, or null. */
export function genderOfName(name: string): "f" | "m" | null {
  const known = genders.get(name);
  if (known !== undefined) return known;
  if (genders.size >= NAMES_KEPT) genders.clear();
  const gender = genderTold(name);
  genders.set(name, gender);
  return gender;
}
const genders = new Map<string, "f" | "m" | null>();
/** Names remembered before all are forgotten: the same ones come back article after article. */
export const NAMES_KEPT = 10_000;

function genderTold(name: string): "f" | "m" | null {
  const words = name.toLowerCase().split(/\s+/u);
  const given = words.length > 1 ? words[0]! : "";
  if (FEMALE_NAMES.has(given)) return "f";
  if (MALE_NAMES.has(given)) return "m";
  const family = words.at(-1)!;
  if (/(?:[oe]va|[^aeiou]ina|skaya|skaia|ska)$/.test(family) && family.length > 5) return "f";
  return /(?:[oe]v|sky|skiy|ski|skyi)$/.test(family) && family.length > 4 ? "m" : null;
}

const FEMALE = set(
  "she her spokeswoman woman mother wife daughter mrs ms miss lady queen bride chairwoman mum congresswoman sister girl",
);
const MALE = set("he his spokesman man father husband son mr sir king groom chairman dad congressman brother boy");

const WOMAN = 1;
const MAN = 2;
const kinds = new Remembered(numbering, (norm) => (FEMALE.has(norm) ? WOMAN : 0) + (MALE.has(norm) ? MAN : 0));

/** Gender the words of a source give away, or null. */
export function genderOf(field: Field, range: WordRange): "f" | "m" | null {
  // "her husband": whose, not who.
  const owned = range.to - range.from > 1 && /^(?:his|her)$/.test(field.norm[range.from]!);
  for (let i = range.from + (owned ? 1 : 0); i < range.to; i++) {
    const kind = kinds.get(field.words.id[i]!);
    if ((kind & WOMAN) !== 0) return "f";
    if ((kind & MAN) !== 0) return "m";
  }
  return null;
}
