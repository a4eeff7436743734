import { Readability } from "@mozilla/readability";

/** Readability's main content of a document, which it takes apart; null when it finds none. */
export function readContent(document: Document): Element | null {
  const reader = new Readability<Element>(document, {
    serializer: (node) => node as unknown as Element,
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
  });
  return reader.parse()?.content ?? null;
}
