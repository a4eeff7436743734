import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import type { Mark } from "./marks.ts";

export interface MarkWalk {
  /** Marks of the stretch that is open. */
  open: Mark[];
  walk: (by: 1 | -1) => void;
  close: () => void;
}

/**
 * Opening and walking the marks of a text the server rendered. Keys work while the text has the focus: j or → next mark,
 * k or ← the one before, Enter opens, Escape closes. `wanted` says which marks count at present.
 */
export function useMarks(
  text: RefObject<HTMLElement | null>,
  marks: readonly Mark[],
  wanted: (mark: Mark) => boolean,
): MarkWalk {
  const [open, setOpen] = useState<string[]>([]);
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const visible = useCallback(
    (ids: string | undefined) =>
      (ids ?? "").split(" ").filter((id) => {
        const mark = byId.get(id);
        return mark !== undefined && wanted(mark);
      }),
    [byId, wanted],
  );
  const close = useCallback(() => {
    const left = text.current?.querySelector<HTMLElement>(".current");
    left?.classList.remove("current");
    setOpen([]);
    // The panel goes away and would take the focus with it: back to the words it explained.
    if (!left || text.current?.contains(document.activeElement)) return;
    left.tabIndex = -1;
    left.focus({ preventScroll: true });
  }, [text]);
  const show = useCallback(
    (stretch: HTMLElement) => {
      text.current?.querySelector(".current")?.classList.remove("current");
      stretch.classList.add("current");
      // What was opened can have the focus, so that walking goes on from there.
      stretch.tabIndex = -1;
      setOpen(visible(stretch.dataset["marks"]));
    },
    [text, visible],
  );
  const walk = useCallback(
    (by: 1 | -1) => {
      const all = [...(text.current?.querySelectorAll<HTMLElement>("[data-begins]") ?? [])];
      const stops = all.filter((each) => visible(each.dataset["begins"]).length > 0);
      const now = stops.findIndex((each) => each.classList.contains("current") || each === document.activeElement);
      const next = stops[now < 0 ? (by > 0 ? 0 : stops.length - 1) : (now + by + stops.length) % stops.length];
      if (!next) return;
      show(next);
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    },
    [show, text, visible],
  );

  useEffect(() => {
    for (const stretch of text.current?.querySelectorAll<HTMLElement>("[data-marks]") ?? []) {
      stretch.classList.toggle("not-wanted", visible(stretch.dataset["marks"]).length === 0);
    }
  }, [text, visible]);

  useEffect(() => {
    const toHash = (): void => {
      const id = /^#mark-(.+)$/.exec(window.location.hash)?.[1];
      const stretch = id ? text.current?.querySelector<HTMLElement>(`[data-begins~="${CSS.escape(id)}"]`) : null;
      if (!stretch) return;
      text.current?.querySelector(".current")?.classList.remove("current");
      stretch.classList.add("current");
      stretch.scrollIntoView({ block: "center" });
      setOpen((stretch.dataset["marks"] ?? "").split(" "));
    };
    toHash();
    window.addEventListener("hashchange", toHash);
    return () => window.removeEventListener("hashchange", toHash);
  }, [text]);

  useEffect(() => {
    const element = text.current;
    if (!element) return undefined;
    const stretchOf = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-marks]") : null;
    const clicked = (event: Event): void => {
      const stretch = stretchOf(event);
      if (stretch && !stretch.classList.contains("not-wanted")) show(stretch);
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
  }, [close, show, text, walk]);

  return { open: marks.filter((mark) => open.includes(mark.id)), walk, close };
}
