"use client";
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { KIND_LABELS, KINDS, type Mark } from "#app/_ui/marks.ts";
import { MarkPanel } from "#app/_ui/MarkPanel.tsx";
import { readPacked, unpackMarks } from "#app/_ui/readerData.ts";
import { useMarks } from "#app/_ui/useMarks.ts";

interface Side {
  id: string;
  name: string;
  packed: string;
  text: ReactNode;
  kinds: readonly Mark["kind"][];
  head: ReactNode;
  strip: ReactNode;
}

function Column({
  side,
  wanted,
  dataOff,
  onOther,
}: {
  side: Side;
  wanted: (mark: Mark) => boolean;
  dataOff: string;
  onOther: () => void;
}) {
  const text = useRef<HTMLDivElement>(null);
  const { packed } = side;
  const data = useMemo(() => readPacked(packed), [packed]);
  const marks = useMemo(() => unpackMarks(data), [data]);
  const { open, close } = useMarks(text, marks, wanted);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onOther();
  };
  return (
    <div className="twin">
      {side.head}
      {side.strip}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a reading region with its own keys */}
      <div
        ref={text}
        className="reader-text twin-text"
        data-off={dataOff}
        role="region"
        aria-label={`Text of ${side.name}; j and k walk its marks, x goes to the other text`}
        tabIndex={0}
        onKeyDown={pressed}
      >
        {side.text}
      </div>
      <div aria-live="polite" className="no-print">
        <MarkPanel marks={open} onClose={close} />
      </div>
    </div>
  );
}

/** Two texts with one legend for both. */
export function PairReader({ sides }: { sides: Side[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set(["weak"]));
  const wanted = useCallback((mark: Mark) => !off.has(mark.kind) && !(mark.weak && off.has("weak")), [off]);
  const kinds = KINDS.filter((kind) => sides.some((side) => side.kinds.includes(kind)));
  const toggle = (kind: string): void => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  const focusOn = (index: number): void => {
    frame.current?.querySelectorAll<HTMLElement>(".twin-text")[index]?.focus();
  };
  return (
    <>
      <fieldset className="legend legend-row no-print">
        <legend>Marks</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} />
            <span className={`mark mark-${kind}`}>{KIND_LABELS[kind]}</span>
          </label>
        ))}
        <label title="Words of frames that are not there, single learned words, stance evidence that settles nothing">
          <input type="checkbox" checked={!off.has("weak")} onChange={() => toggle("weak")} />
          Weak evidence too
        </label>
        <span className="quiet">Keys in a text: j and k walk the marks, x goes to the other text.</span>
      </fieldset>
      <div ref={frame} className="twins">
        {sides.map((side, index) => (
          <Column
            key={side.id}
            side={side}
            wanted={wanted}
            dataOff={[...off].join(" ")}
            onOther={() => focusOn(1 - index)}
          />
        ))}
      </div>
    </>
  );
}
