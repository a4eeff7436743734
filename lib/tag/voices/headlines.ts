import type { Bloc } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { officeOf } from "./offices.ts";
import { headEnd } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";

/** An office as texts write it: the last word, and the word before it where there is one. */
interface Office {
  heads: RegExp;
  domain: RegExp | null;
}

/** Words from an office to the name or country of who holds it: "Defence Minister Ana Rojas of Chile". */
const REACH = 5;

/** The bloc of whoever holds a headline's bare office, "defence chief", "PM", in the text; null where none or several do. */
export function heldInText(texts: readonly Field[], title: Field, range: WordRange): Bloc | null {
  const office = officeIn(title, range);
  if (!office) return null;
  const blocs = new Set<Bloc>();
  for (const text of texts) {
    if (text.in !== "text") continue;
    for (const m of text.mentions) if (holds(text, m, office)) blocs.add(m.bloc);
  }
  const [only] = blocs;
  return blocs.size === 1 ? only! : null;
}

function officeIn(title: Field, range: WordRange): Office | null {
  const last = headEnd(title, range) - 1;
  const noun = title.norm[last]!;
  const before = last > range.from ? title.norm[last - 1]! : "";
  if (noun === "pm" || noun === "premier" || (noun === "minister" && before === "prime"))
    return { heads: /^(?:minister|pm|premier)$/, domain: /^(?:prime|the|deputy)$/ };
  if (!/^(?:chief|minister|secretary|president|chancellor)$/.test(noun)) return null;
  const domain = DOMAINS.exec(before)?.[0];
  if (noun === "chief" && domain === undefined) return null;
  return {
    heads: noun === "chief" ? /^(?:minister|secretary|chief)$/ : new RegExp(`^${noun}$`),
    domain: domain === undefined ? null : /^defen[cs]e$/.test(domain) ? /^defen[cs]e$/ : new RegExp(`^${domain}$`),
  };
}
const DOMAINS =
  /^(?:defen[cs]e|foreign|interior|energy|finance|economy|health|security|intelligence|army|navy|police|home)$/;

/** A person by the office the codebook gives them, or who the words right before or behind the mention give it to. */
function holds({ norm, mentions, pos }: Field, m: Mention, { heads, domain }: Office): boolean {
  const named = (words: readonly string[], i: number): boolean =>
    heads.test(words[i]!) && (domain === null || words[i] === "pm" || domain.test(words[i - 1] ?? ""));
  if (m.kind === "media") return false;
  if (m.actor?.type === "person") {
    const role = officeOf(m.actor.role);
    if (role.some((_, i) => named(role, i))) return true;
    return [m.fromWord - 1, m.fromWord - 2].some((i) => i >= 0 && named(norm, i));
  }
  // "Chile's defence minister", "the Chilean minister".
  for (let i = m.endWord; i < Math.min(norm.length, m.endWord + 3); i++) {
    if (named(norm, i)) return true;
    if (mentions.some((other) => other.fromWord === i) || !/^(?:NOUN|ADJ|PROPN|PART)$/.test(pos[i]!)) break;
  }
  if (!/^(?:of|for)$/.test(norm[m.fromWord - 1] ?? "")) return false;
  for (let i = m.fromWord - 2; i >= Math.max(0, m.fromWord - REACH); i--) if (named(norm, i)) return true;
  return false;
}
