"use client";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { KIND_LABELS, KINDS, VOICE_LABELS, type Mark, type VoiceKey } from "#app/_ui/marks.ts";
import { MarkPanel } from "./MarkPanel.tsx";

/**
 * Lets a reader choose which marks and voices show, walk the marks and open one. The text itself comes from the server
 * as children, so that nothing is lost without scripts. Keys j, k, Enter and Escape work while the text has the focus.
 */
export function Reader({ marks, voices, children }: { marks: Mark[]; voices: VoiceKey[]; children: ReactNode }) {
  const text = useRef<HTMLDivElement>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string[]>([]);
  const kinds = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const byId = new Map(marks.map((mark) => [mark.id, mark]));

  const visible = useCallback(
    (ids: string | undefined) =>
      (ids ?? "").split(" ").filter((id) => {
        const mark = marks.find((each) => each.id === id);
        return mark !== undefined && !off.has(mark.kind) && !off.has(mark.voiceKey);
      }),
    [marks, off],
  );

  const show = useCallback(
    (stretch: HTMLElement) => {
      text.current?.querySelector(".current")?.classList.remove("current");
      stretch.classList.add("current");
      setOpen(visible(stretch.dataset["marks"]));
    },
    [visible],
  );

  const walk = useCallback(
    (by: 1 | -1) => {
      const all = [...(text.current?.querySelectorAll<HTMLElement>("[data-begins]:not([data-begins=''])") ?? [])];
      const stops = all.filter((each) => visible(each.dataset["begins"]).length > 0);
      const now = stops.findIndex((each) => each.classList.contains("current") || each === document.activeElement);
      const next = stops[now < 0 ? (by > 0 ? 0 : stops.length - 1) : (now + by + stops.length) % stops.length];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "center" });
      if (next) show(next);
    },
    [show, visible],
  );

  const close = useCallback(() => {
    text.current?.querySelector(".current")?.classList.remove("current");
    setOpen([]);
  }, []);

  useEffect(() => {
    const element = text.current;
    if (!element) return undefined;
    const stretchOf = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-marks]") : null;
    const clicked = (event: Event): void => {
      const stretch = stretchOf(event);
      if (stretch) show(stretch);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const stretch = stretchOf(event);
      if (event.key === "j" || event.key === "ArrowRight") walk(1);
      else if (event.key === "k" || event.key === "ArrowLeft") walk(-1);
      else if (event.key === "Enter" && stretch) show(stretch);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    };
    element.addEventListener("click", clicked);
    element.addEventListener("keydown", pressed);
    return () => {
      element.removeEventListener("click", clicked);
      element.removeEventListener("keydown", pressed);
    };
  }, [close, show, walk]);

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
        data-off={[...off].join(" ")}
        role="region"
        aria-label="Text with its marks"
        tabIndex={0}
      >
        {children}
      </div>
      <div className="reader-side">
        <fieldset className="legend">
          <legend>Marks</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} />
              <span className={`mark mark-${kind}`}>{KIND_LABELS[kind]}</span>
            </label>
          ))}
          {kinds.length === 0 ? <span className="quiet">No words here earned a tag.</span> : null}
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
        {marks.length > 0 ? (
          <div className="walk">
            <button type="button" className="second" onClick={() => walk(-1)}>
              ← Mark
            </button>
            <button type="button" className="second" onClick={() => walk(1)}>
              Mark →
            </button>
            <span className="quiet">or j and k in the text</span>
          </div>
        ) : null}
        <div aria-live="polite">
          <MarkPanel marks={open.flatMap((id) => byId.get(id) ?? [])} onClose={close} />
        </div>
      </div>
    </div>
  );
}
