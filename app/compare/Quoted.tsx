import type { Coding } from "#lib/domain/coding.ts";
import type { StoredArticle } from "#lib/store/contract.ts";
import { VOICE_LABELS, voiceKey, type VoiceKey } from "#app/_ui/marks.ts";
import { count } from "#app/_ui/words.ts";
import { TwoColumns } from "./TwoColumns.tsx";

const CAMPS: readonly VoiceKey[] = ["russia", "ukraine", "west", "other", "media", "ambiguous"];
const SHOWN = 6;

function speakers(coding: Coding, camp: VoiceKey): { name: string; words: number }[] {
  const names = new Map<string, number>();
  for (const { voice, words } of coding.voices) {
    if (voice.kind === "own" || voiceKey(voice) !== camp) continue;
    const name = voice.speaker?.name ?? "nobody named";
    names.set(name, (names.get(name) ?? 0) + words);
  }
  return [...names].map(([name, words]) => ({ name, words })).toSorted((x, y) => y.words - x.words);
}

function Speakers({ all }: { all: { name: string; words: number }[] }) {
  if (all.length === 0) return <span className="quiet">nobody</span>;
  return (
    <>
      {all.slice(0, SHOWN).map(({ name, words }) => (
        <span key={name} className="line">
          {name} <span className="quiet">{count(words, "word")}</span>
        </span>
      ))}
      {all.length > SHOWN ? <span className="quiet">and {all.length - SHOWN} more</span> : null}
    </>
  );
}

/** Who gets to speak in each, by camp, with words. */
export function Quoted({ a, b }: { a: StoredArticle; b: StoredArticle }) {
  const rows = CAMPS.map((camp) => ({
    camp,
    a: speakers(a.coding, camp),
    b: speakers(b.coding, camp),
  })).filter((row) => row.a.length + row.b.length > 0);
  if (rows.length === 0) return null;
  return (
    <TwoColumns
      id="quoted"
      title="Whom each lets speak"
      note="Quoted or reported, with the words given to them. Camp by office or nationality, never by opinion."
      first="Camp"
      a={a}
      b={b}
      rows={rows.map((row) => ({
        key: row.camp,
        label: VOICE_LABELS[row.camp],
        a: <Speakers all={row.a} />,
        b: <Speakers all={row.b} />,
      }))}
    />
  );
}
