"use client";
import { useLayoutEffect, useRef } from "react";

/** Pieces of pages left by the router's links, for the way back. */
const left = new Map<string, string>();
const MOST_LEFT = 12;

/** What the server kept under this id; in the browser the piece stands in the page already. */
function written(id: string): string {
  if (typeof window !== "undefined") return "";
  const shelf = (globalThis as { parallaxPieces?: { pieces: Map<string, string> } }).parallaxPieces;
  return shelf?.pieces.get(id) ?? "";
}

async function fetched(name: string): Promise<string> {
  const page = await (await fetch(window.location.href, { headers: { accept: "text/html" } })).text();
  return new DOMParser().parseFromString(page, "text/html").querySelector(`[data-kept="${name}"]`)?.innerHTML ?? "";
}

/**
 * A long piece of HTML the server made once (see `keep`), sent once: not again as data, as children of components are.
 * React leaves it alone when it takes over the page. `name` is unique on a page; give `id` as key too.
 */
export function Kept({ id, name, className }: { id: string; name: string; className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    if (!element.firstChild) {
      element.innerHTML = left.get(id) ?? "";
      if (!left.has(id)) {
        fetched(name).then(
          (text) => (element.innerHTML = text),
          () => (element.textContent = "This part could not be fetched. Load the page again."),
        );
      }
    }
    return () => {
      left.set(id, element.innerHTML);
      if (left.size > MOST_LEFT) left.delete(left.keys().next().value ?? "");
    };
  }, [id, name]);
  return (
    <div
      ref={place}
      className={className}
      data-kept={name}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: written(id) }}
    />
  );
}
