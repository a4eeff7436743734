"use client";
import { useRef, useState } from "react";

interface Names {
  outlets: string[];
  events: string[];
}

/** Names to suggest in a form, fetched when a field is first entered; a form works without them. */
export function useNames(teaching: boolean): { names: Names; load: () => void } {
  const [names, setNames] = useState<Names>({ outlets: [], events: [] });
  const asked = useRef(false);
  const load = (): void => {
    if (asked.current) return;
    asked.current = true;
    fetch(`/api/names?teaching=${teaching ? "on" : "off"}`)
      .then(async (answer) => setNames((await answer.json()) as Names))
      .catch(() => {
        asked.current = false;
      });
  };
  return { names, load };
}
