/** One attribution with spans as [start, end] pairs, in gold files and answers alike. */
export interface SpanAttribution {
  source: readonly (readonly [number, number])[];
  cue: readonly (readonly [number, number])[];
  content: readonly (readonly [number, number])[];
  type?: string | undefined;
  speaker?: string | null | undefined;
  bloc?: string | null | undefined;
}
/** One document: what the annotators found and what was predicted. */
export interface AttributionDocument {
  text: string;
  gold: readonly SpanAttribution[];
  predicted: readonly SpanAttribution[];
}
/** Words hit, predicted and true; counts of one document or a sum over many. */
export interface Counts {
  hit: number;
  predicted: number;
  gold: number;
}
/** What one document contributes to every figure; figures are ratios of sums. */
export interface DocumentCounts {
  content: Counts;
  source: Counts;
  cue: Counts;
  /** Gold content words found, by kind of speech. */
  byKind: Record<string, { hit: number; gold: number }>;
  /** Matched attributions whose speaker's bloc is right; trivial: the commonest bloc. */
  bloc: { right: number; n: number; predicted: string[]; gold: string[] };
  words: number;
  goldWords: number;
  predictedWords: number;
  /** Words in any span: content, source or cue. */
  goldSpanWords: number;
  predictedSpanWords: number;
}

const WORD = /[\p{L}\p{N}’'-]+/gu;

/**
 * Token counts of one document. A token is a run of letters, digits, apostrophes and hyphens; a span covers the tokens
 * that begin in it. Content and cue: tokens of the union over all attributions. Source: for every gold attribution and
 * the predicted one that shares most content tokens with it, tokens of the two source spans.
 */
export function countDocument(document: AttributionDocument): DocumentCounts {
  const starts = [...document.text.matchAll(WORD)].map((m) => m.index);
  const gold = document.gold.map((a) => tokens(a, starts));
  const predicted = document.predicted.map((a) => tokens(a, starts));
  const counts: DocumentCounts = {
    content: overlap(union(gold, "content"), union(predicted, "content")),
    source: { hit: 0, predicted: 0, gold: 0 },
    cue: overlap(union(gold, "cue"), union(predicted, "cue")),
    byKind: {},
    bloc: { right: 0, n: 0, predicted: [], gold: [] },
    words: starts.length,
    goldWords: union(gold, "content").size,
    predictedWords: union(predicted, "content").size,
    goldSpanWords: anySpan(gold),
    predictedSpanWords: anySpan(predicted),
  };
  const found = union(predicted, "content");
  gold.forEach((g, i) => {
    const kind = document.gold[i]!.type ?? kindOf(document.text, document.gold[i]!);
    const cell = (counts.byKind[kind] ??= { hit: 0, gold: 0 });
    cell.gold += g.content.size;
    cell.hit += [...g.content].filter((t) => found.has(t)).length;
    const at = best(g.content, predicted);
    if (at < 0) return;
    const source = overlap(g.source, predicted[at]!.source);
    counts.source.hit += source.hit;
    counts.source.predicted += source.predicted;
    counts.source.gold += source.gold;
    const bloc = document.gold[i]!.bloc;
    if (typeof bloc !== "string") return;
    counts.bloc.n += 1;
    counts.bloc.gold.push(bloc);
    counts.bloc.predicted.push(document.predicted[at]!.bloc ?? "other");
    if ((document.predicted[at]!.bloc ?? "other") === bloc) counts.bloc.right += 1;
  });
  return counts;
}

interface TokenSets {
  source: Set<number>;
  cue: Set<number>;
  content: Set<number>;
}

function tokens(a: SpanAttribution, starts: readonly number[]): TokenSets {
  const of = (spans: SpanAttribution["content"]): Set<number> => {
    const set = new Set<number>();
    for (const [from, to] of spans) starts.forEach((s, i) => s >= from && s < to && set.add(i));
    return set;
  };
  return { source: of(a.source), cue: of(a.cue), content: of(a.content) };
}

const union = (list: readonly TokenSets[], key: keyof TokenSets): Set<number> =>
  new Set(list.flatMap((a) => [...a[key]]));

const anySpan = (list: readonly TokenSets[]): number =>
  new Set(list.flatMap((a) => [...a.content, ...a.source, ...a.cue])).size;

function overlap(gold: ReadonlySet<number>, predicted: ReadonlySet<number>): Counts {
  let hit = 0;
  for (const t of predicted) if (gold.has(t)) hit++;
  return { hit, predicted: predicted.size, gold: gold.size };
}

/** The predicted attribution that shares most content tokens, the smaller one when they tie; -1 for none. */
function best(content: ReadonlySet<number>, predicted: readonly TokenSets[]): number {
  let at = -1;
  let most = 0;
  predicted.forEach((p, i) => {
    const shared = overlap(content, p.content).hit;
    const score = shared === 0 ? 0 : (2 * shared) / (content.size + p.content.size);
    if (score > most) {
      most = score;
      at = i;
    }
  });
  return at;
}

function kindOf(text: string, a: SpanAttribution): string {
  const quoted = a.content.map(([from, to]) => /["“”«»]/.test(text.slice(from, to)));
  const whole = a.content.map(([from, to]) => /^["“«]/.test(text.slice(from, to)));
  return whole.every(Boolean) ? "direct" : quoted.some(Boolean) ? "mixed" : "indirect";
}

export const zero = (): Counts => ({ hit: 0, predicted: 0, gold: 0 });
export const add = (a: Counts, b: Counts): Counts => ({
  hit: a.hit + b.hit,
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
});
/** The trivial line: every sentence that holds a quotation mark is content from end to end. */
export function wholeSentences(text: string): SpanAttribution[] {
  const found: SpanAttribution[] = [];
  for (const match of text.matchAll(/[^.!?\n]+[.!?”"’']*/g)) {
    if (!/["“”]/.test(match[0])) continue;
    found.push({ source: [], cue: [], content: [[match.index, match.index + match[0].length]] });
  }
  return found;
}
/** Precision, recall, F1 of summed counts; null where there is nothing to divide. */
export function ratios(c: Counts): { precision: number | null; recall: number | null; f1: number | null } {
  return {
    precision: c.predicted > 0 ? c.hit / c.predicted : null,
    recall: c.gold > 0 ? c.hit / c.gold : null,
    f1: c.predicted + c.gold > 0 ? (2 * c.hit) / (c.predicted + c.gold) : null,
  };
}
