"use client";
import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { KIND_LABELS, KINDS, VOICE_LABELS, type Mark, type VoiceKey } from "#app/_ui/marks.ts";
import { MarkPanel } from "#app/_ui/MarkPanel.tsx";
import { readPacked, unpackMarks } from "#app/_ui/readerData.ts";
import { useMarks } from "#app/_ui/useMarks.ts";

/** Tags in the order of their kinds, each once. */
function tagsOf(marks: readonly Mark[]): { tag: string; label: string; kind: Mark["kind"]; count: number }[] {
  const tags = new Map<string, { tag: string; label: string; kind: Mark["kind"]; count: number }>();
  for (const { tag, label, kind } of marks) {
    const known = tags.get(tag) ?? { tag, label, kind, count: 0 };
    known.count += 1;
    tags.set(tag, known);
  }
  return [...tags.values()].toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}

/**
 * Lets a reader choose which marks and voices show, walk the marks and open one. The text is in the page without scripts
 * as well; `packed` is what its marks are explained from.
 */
export function Reader({ packed, text: drawn, voices }: { packed: string; text: ReactNode; voices: VoiceKey[] }) {
  const data = useMemo(() => readPacked(packed), [packed]);
  const marks = useMemo(() => unpackMarks(data), [data]);
  const text = useRef<HTMLDivElement>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set(["weak"]));
  const [only, setOnly] = useState("");
  const wanted = useCallback(
    (mark: Mark) =>
      !off.has(mark.kind) &&
      !off.has(mark.voiceKey) &&
      !(mark.weak && off.has("weak") && only === "") &&
      (only === "" || mark.tag === only),
    [off, only],
  );
  const { open, walk, close } = useMarks(text, marks, wanted);
  const kinds = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const tags = tagsOf(marks);
  const shown = marks.filter(wanted).length;
  const weak = marks.filter((mark) => mark.weak).length;

  const toggle = (key: string): void => {
    const next = new Set(off);
    if (!next.delete(key)) next.add(key);
    setOff(next);
  };

  return (
    <div className="reader">
      <div
        ref={text}
        className="reader-text"
        data-off={[...off].filter((each) => each !== "weak" || only === "").join(" ")}
        role="region"
        aria-label="Text with its marks; j and k walk them"
        tabIndex={0}
      >
        {drawn}
      </div>
      <div className="reader-side">
        {marks.length > 0 ? (
          <div className="walk">
            <button type="button" className="second" onClick={() => walk(-1)}>
              ← Mark
            </button>
            <button type="button" className="second" onClick={() => walk(1)}>
              Mark →
            </button>
            <span className="quiet">
              {shown} {shown === 1 ? "mark" : "marks"}; in the text the keys k and j step too
            </span>
          </div>
        ) : null}
        <div aria-live="polite">
          <MarkPanel marks={open} onClose={close} />
        </div>
        <fieldset className="legend">
          <legend>Marks</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} />
              <span className={`mark mark-${kind}`}>{KIND_LABELS[kind]}</span>
            </label>
          ))}
          {weak > 0 ? (
            <label title="Words of frames that are not there, single learned words, stance evidence that settles nothing">
              <input type="checkbox" checked={!off.has("weak")} onChange={() => toggle("weak")} />
              Weak evidence too ({weak})
            </label>
          ) : null}
          {kinds.length === 0 ? <span className="quiet">No words here earned a tag.</span> : null}
          {tags.length > 1 ? (
            <select aria-label="Only one tag" value={only} onChange={(event) => setOnly(event.target.value)}>
              <option value="">All tags</option>
              {kinds.map((kind) => (
                <optgroup key={kind} label={KIND_LABELS[kind]}>
                  {tags
                    .filter((each) => each.kind === kind)
                    .map(({ tag, label, count }) => (
                      <option key={tag} value={tag}>
                        {label} ({count})
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          ) : null}
        </fieldset>
        <fieldset className="legend">
          <legend>Whose words</legend>
          {voices.map((voice) => (
            <label key={voice}>
              <input type="checkbox" checked={!off.has(voice)} onChange={() => toggle(voice)} />
              <span className={`voice voice-${voice}`}>{VOICE_LABELS[voice]}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </div>
  );
}
