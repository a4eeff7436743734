import { byPhrase, type Found } from "./found.ts";
import { GAP } from "./layout.ts";
import { phraseBeginning } from "./nounPhrase.ts";
import { groupStart, subjectOf } from "./subject.ts";
import type { View } from "./view.ts";

/** "For President Zelenskyy, the commitment represents …". */
export function forSomebody(view: View): Found | null {
  const { field, layout, sentence } = view;
  const first = sentence.fromWord;
  if (field.norm[first] !== "for" || first + 1 >= sentence.toWord) return null;
  const who = phraseBeginning(view, first + 1);
  if (!who || who.to >= sentence.toWord || (layout.gap[who.to]! & GAP.comma) === 0) return null;
  const named = field.mentions.some(
    (m) => m.fromWord >= who.from && m.endWord <= who.to && !m.adjective && m.actor?.type !== "place",
  );
  if (!named) return null;
  const content = [{ from: who.to, to: sentence.toWord }];
  return byPhrase(view, "viewpoint:for", 0.7, { source: who, cue: { from: first, to: first + 1 }, content });
}

/** "There is talk of a new alliance": somebody says so, and the text does not tell who. */
export function talkOf(view: View): Found | null {
  const { field, sentence } = view;
  for (let i = sentence.fromWord; i + 2 < sentence.toWord; i++) {
    if (!/^(talk|speculation|rumours|rumors)$/.test(field.norm[i]!) || !/^(of|that|about)$/.test(field.norm[i + 1]!))
      continue;
    if (
      !/^(is|was|are|were|been)$/.test(field.norm[i - 1] ?? "") ||
      !/^(there|has|have)$/.test(field.norm[i - 2] ?? "")
    )
      return null;
    const source = { from: i, to: i + 1 };
    return byPhrase(view, "unnamed:talk", 0.6, {
      source,
      cue: source,
      content: [{ from: i + 2, to: sentence.toWord }],
    });
  }
  return null;
}

/** "made the claim that C", "repeated an accusation that C": what is claimed follows the noun. */
export function madeClaim(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord + 3; i + 3 < sentence.toWord; i++) {
    if (field.norm[i + 1] !== "that" || layout.gap[i + 1] !== 0 || !CLAIM.test(field.norm[i]!)) continue;
    const made = field.pos[i - 1] === "DET" ? i - 2 : i - 3;
    if (!MADE.test(field.norm[made]!) || layout.quoteOf[i]! >= 0) continue;
    const source = subjectOf(view, groupStart(view, made));
    const content = [{ from: i + 2, to: sentence.toWord }];
    return source && byPhrase(view, `noun:${field.norm[i]!}`, 0.7, { source, cue: { from: made, to: i + 1 }, content });
  }
  return null;
}
const CLAIM = /^(?:claim|allegation|accusation|argument|point|warning|assertion|suggestion|remark|promise|pledge)$/;
const MADE = /^(?:made|makes|make|making|repeated|repeats|issued|voiced|raised|rejected|dismissed)$/;

/** "The two men signed a column calling to …". */
export function signed(view: View): Found | null {
  const { field, sentence } = view;
  for (let i = sentence.fromWord + 1; i + 3 < sentence.toWord; i++) {
    if (!/^(signed|published|penned)$/.test(field.norm[i]!) || !/^(a|an|the|joint)$/.test(field.norm[i + 1]!)) continue;
    if (!/^(column|letter|op|statement|petition|appeal|article|essay)$/.test(field.norm[i + 2]!)) continue;
    const source = subjectOf(view, groupStart(view, i));
    if (!source) return null;
    return byPhrase(view, "signed", 0.6, {
      source,
      cue: { from: i, to: i + 3 },
      content: [{ from: i + 3, to: sentence.toWord }],
    });
  }
  return null;
}

/** "In French political circles, …". */
export function inCircles(view: View): Found | null {
  const { field, layout, sentence } = view;
  if (field.norm[sentence.fromWord] !== "in" || sentence.fromWord + 1 >= sentence.toWord) return null;
  const who = phraseBeginning(view, sentence.fromWord + 1);
  if (!who || field.norm[who.to - 1] !== "circles" || who.to >= sentence.toWord) return null;
  if ((layout.gap[who.to]! & GAP.comma) === 0) return null;
  const cue = { from: sentence.fromWord, to: sentence.fromWord + 1 };
  return byPhrase(view, "viewpoint:in", 0.6, { source: who, cue, content: [{ from: who.to, to: sentence.toWord }] });
}

/** "In his view, …": the pronoun is the source. */
export function inTheirView(view: View): Found | null {
  const { field, layout, sentence } = view;
  for (let i = sentence.fromWord; i + 3 < sentence.toWord; i++) {
    if (field.norm[i] !== "in" || !/^(his|her|their|its)$/.test(field.norm[i + 1]!)) continue;
    if (!/^(view|opinion|words|eyes)$/.test(field.norm[i + 2]!) || (layout.gap[i + 3]! & (GAP.comma | GAP.colon)) === 0)
      continue;
    const content = [{ from: i + 3, to: sentence.toWord }];
    const source = { from: i + 1, to: i + 2 };
    return byPhrase(view, "viewpoint:in", 0.7, { source, cue: { from: i, to: i + 3 }, content });
  }
  return null;
}
