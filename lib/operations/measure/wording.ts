import { z } from "zod";
import { createReader, createTagger } from "#lib/tag/tagArticle.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { figures, sideOf, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  ...articleRow,
  /** Telling choices of words a coder marked. */
  codes: z
    .union([
      z.looseObject({ wording: z.array(spanOf()).optional() }),
      z.array(z.looseObject({ wording: z.array(spanOf()).optional() })),
    ])
    .optional(),
});
type GoldRow = z.infer<typeof goldRow>;

function spanOf() {
  return z.looseObject({ in: z.enum(["title", "text"]), start: z.number(), end: z.number() });
}

/** A coder's span, and whether a naming choice, a quoted label or a loaded word of ours meets it. */
interface Span {
  document: string;
  side: string | null;
  met: boolean;
}

interface Phrase {
  document: string;
  side: string | null;
  tag: string;
  phrase: string;
  fired: boolean;
}

const share = (items: readonly { fired: boolean }[]): number | null =>
  items.length === 0 ? null : items.filter((item) => item.fired).length / items.length;

/** Every phrase of the naming rows and loaded lists, as "tag: phrase". */
function phrasesOf(codebook: Codebook): { tag: string; phrase: string }[] {
  const naming = codebook.wording.flatMap((row) =>
    row.choices.flatMap((choice) =>
      [...choice.phrases, ...(choice.contextual ?? []).map((each) => each.phrase)].map((phrase) => ({
        tag: `${row.id}:${choice.choice}`,
        phrase,
      })),
    ),
  );
  const loaded = codebook.loaded.flatMap((list) =>
    list.groups.flatMap((group) =>
      [...group.phrases, ...group.contextual.map((each) => each.phrase)].map((phrase) => ({ tag: group.id, phrase })),
    ),
  );
  return [...naming, ...loaded];
}

/** How much of what coders marked is found, and which phrases never fire in these articles or their own examples. */
export const wording: MeasureTask<GoldRow> = {
  name: "wording",
  describe: "{id, title?, text, codes?: {wording: [{in, start, end}]}, side?, outlet?}; lists phrases that never fire",
  row: goldRow,
  async run(codebook, rows) {
    const read = createReader(codebook);
    const tag = createTagger(codebook);
    const fired = new Set<string>();
    const note = (title: string, text: string): void => {
      const { hits } = read({ title, text });
      for (const hit of hits) {
        if (hit.rule.layer === "wording")
          fired.add(`${hit.rule.row.id}:${hit.rule.choice.choice}|${hit.rule.phrase.phrase}`);
        if (hit.rule.layer === "loaded") fired.add(`${hit.rule.group.id}|${hit.rule.phrase.phrase}`);
      }
    };
    for (const { examples } of [...codebook.wording, ...codebook.loaded])
      for (const { text } of examples) note("", text);
    const spans: Span[] = [];
    for (const row of rows) {
      note(row.title ?? "", row.text);
      const coded = Array.isArray(row.codes) ? row.codes[0] : row.codes;
      if (!coded?.wording?.length) continue;
      const article = { id: String(row.id), title: row.title ?? "", text: row.text };
      const found = tag(article, { textHash: "", at: "" })
        .tags.filter((each) => each.kind === "wording" || each.kind === "label_quote" || each.kind === "loaded")
        .flatMap((each) => each.evidence.map((evidence) => evidence.span));
      for (const span of coded.wording)
        spans.push({
          document: article.id,
          side: sideOf(codebook, row),
          met: found.some((f) => f.in === span.in && f.start < span.end && span.start < f.end),
        });
    }
    const phrases = phrasesOf(codebook).map((each): Phrase => ({
      ...each,
      document: each.tag,
      side: null,
      fired: fired.has(`${each.tag}|${each.phrase}`),
    }));
    const silent = phrases.filter((each) => !each.fired);
    return {
      trivialLine: "none: what coders marked is compared with what is found",
      rows: [],
      figures: [
        ...figures("coders' spans that were found", spans, (chosen) =>
          chosen.length === 0 ? null : chosen.filter((each) => each.met).length / chosen.length,
        ),
        ...figures("phrases that fire here or in an example", phrases, share),
      ],
      confusion: null,
      mistakes: silent.map((each): Mistake => ({
        id: each.tag,
        tag: each.tag,
        truth: "fires",
        predicted: "never fires",
        surprise: 0,
        text: each.phrase,
      })),
    };
  },
};
