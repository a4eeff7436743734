import type { Found } from "./found.ts";
import { BREAK, GAP } from "./layout.ts";
import type { View, WordRange } from "./view.ts";
import { groupStart } from "./subject.ts";

/** What one cue reports ends where the next cue of the same sentence takes over: ", adding that", ", while Y said". */
export function cutAtNextCue(view: View, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (let k = 0; k < found.length; k++) {
    const a = found[k]!;
    const content: WordRange[] = [];
    for (const { from, to: end } of a.content) {
      let to = end;
      for (let next = k + 1; next < found.length; next++) {
        const b = found[next]!;
        if (b.cue.from <= from || b.cue.from >= to) continue;
        const start = Math.min(b.cue.from, b.source && b.source.from > a.cue.from ? b.source.from : b.cue.from);
        const cut = cutBefore(view, start);
        if (cut !== null && cut > from) to = Math.min(to, cut);
      }
      if (to > from) content.push({ from, to });
    }
    a.content = content;
    if (content.length > 0) kept.push(a);
  }
  return kept;
}

/** The word at which a new report starts: behind a comma or semicolon, with or without a conjunction; else null. */
function cutBefore(view: View, start: number): number | null {
  const { field, layout } = view;
  let at = groupStart(view, start);
  while (
    at > 0 &&
    /^(and|but|while|whereas|as|by|also|with)$/.test(field.norm[at - 1]!) &&
    (layout.gap[at]! & BREAK) === 0
  )
    at--;
  const conjunction = at < start && /^(and|but|while|whereas)$/.test(field.norm[at]!);
  if ((layout.gap[at]! & (GAP.comma | GAP.semicolon | GAP.quote | GAP.dash)) !== 0) return at;
  return conjunction ? at : null;
}
