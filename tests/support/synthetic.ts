import type { Side } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { CodedArticle } from "#lib/store/contract.ts";
import { randomIndex, seededRandom, type Random } from "#lib/compare/random.ts";
import { coded } from "./coded.ts";

const SIDES: readonly (readonly [Side, number])[] = [
  ["western", 24],
  ["russian", 12],
  ["ukrainian", 4],
];
const OUTLETS = SIDES.flatMap(([side, count]) =>
  Array.from({ length: count }, (_, at) => ({ side, outlet: `${side} outlet ${at + 1}` })),
);
const WEEKS = 104;
const VOCABULARY = 12_000;
const WORDS = 60;
const FIRST = Date.parse("2022-01-03");

interface Questions {
  frames: readonly string[];
  targets: readonly string[];
}

function measures(random: Random, side: Side, questions: Questions): Measure[] {
  const lean = side === "russian" ? 0.08 : 0;
  const found: Measure[] = [];
  for (const [at, target] of questions.frames.entries()) {
    const present = random() < 0.05 + (0.3 * at) / questions.frames.length + lean ? 1 : 0;
    found.push(
      { measure: "frame", target, voice: "own", value: present },
      { measure: "frame", target, voice: "all", value: present },
    );
  }
  for (const target of questions.targets) {
    if (random() < 0.4) continue;
    const level = (["against", "neutral", "for"] as const)[randomIndex(random, 3)] ?? "neutral";
    for (const voice of ["own", "all"] as const) {
      found.push({ measure: "stance", target, voice, value: (random() - 0.5) * 1.6 - lean });
      found.push({ measure: "stance_level", target: `${target}:${level}`, voice, value: 1 });
      found.push({ measure: "stance_level", target: `${target}:discussed`, voice, value: 1 });
      found.push({ measure: "role", target: `${target}:antagonist`, voice, value: random() < 0.2 ? 1 : 0 });
    }
  }
  const own = 0.5 + 0.3 * random();
  for (const [target, value] of [
    ["own", own],
    ["russia", (1 - own) * 0.5],
    ["west", (1 - own) * 0.3],
    ["ambiguous", (1 - own) * 0.2],
  ] as const) {
    found.push({ measure: "voice_share", target, voice: "all", value });
  }
  const words = new Map<string, number>();
  for (let word = 0; word < WORDS; word += 1) {
    // Squaring makes few words frequent and most rare, as in real text.
    const term = `word${Math.floor(random() ** 2 * VOCABULARY)}`;
    words.set(term, (words.get(term) ?? 0) + 1);
  }
  for (const [target, value] of words) found.push({ measure: "term", target, voice: "own", value });
  found.push({ measure: "term", target: "*", voice: "own", value: WORDS });
  return found;
}

/**
 * Made-up coded articles for measuring speed at scale: 40 outlets of three sides over two years, a third of them in one
 * of 200 events. Same seed, same articles; `from` and `count` cut a slice, so that batches can be made one by one.
 */
export function syntheticArticles(from: number, count: number, questions: Questions): CodedArticle[] {
  return Array.from({ length: count }, (_, at): CodedArticle => {
    const number = from + at;
    const random = seededRandom(number + 1);
    const place = OUTLETS[randomIndex(random, OUTLETS.length)] ?? {
      side: "western" as Side,
      outlet: "western outlet 1",
    };
    const day = new Date(FIRST + randomIndex(random, WEEKS * 7) * 86_400_000).toISOString().slice(0, 10);
    const made = coded({
      id: `synthetic-${number}`,
      title: `Synthetic report ${number}`,
      outletId: null,
      outletName: place.outlet,
      side: place.side,
      sideReason: "made up for measuring speed",
      event: random() < 0.33 ? `event_${randomIndex(random, 200)}` : null,
      date: { day, confidence: 1, from: "given" },
    });
    return { ...made, measures: measures(random, place.side, questions) };
  });
}
