import { Readability } from "@mozilla/readability";
import { holdsText, textUpTo } from "./textUpTo.ts";

/** Longest line Readability takes for writers' names. Characters. */
const BYLINE = 100;

/** Readability's main content of a document, which it takes apart; null when it finds none. */
export function readContent(document: Document): Element | null {
  const reader = new LinearReadability(document, {
    serializer: (node) => node as unknown as Element,
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
  });
  return reader.parse()?.content ?? null;
}

/**
 * Readability with the same answers and less work: its own questions collect the whole text under every element, which
 * costs depth times size. These stop at the first characters that decide.
 */
class LinearReadability extends Readability<Element> {
  declare readonly REGEXPS: { byline: RegExp };

  _isValidByline(node: Element, names: string): boolean {
    const named =
      node.getAttribute("rel") === "author" ||
      node.getAttribute("itemprop")?.includes("author") === true ||
      this.REGEXPS.byline.test(names);
    const text = named ? textUpTo(node, 10_000)?.trim() : undefined;
    return text !== undefined && text !== "" && text.length < BYLINE;
  }

  _isElementWithoutContent(node: Element): boolean {
    if (node.nodeType !== 1 || holdsText(node)) return false;
    const { length } = node.children;
    return length === 0 || length === node.querySelectorAll("br, hr").length;
  }

  _isProbablyVisible(node: Element): boolean {
    const style = node.getAttribute("style");
    const styled = style !== null && /display|visibility/i.test(style) ? (node as HTMLElement).style : null;
    return (
      styled?.display !== "none" &&
      styled?.visibility !== "hidden" &&
      !node.hasAttribute("hidden") &&
      (node.getAttribute("aria-hidden") !== "true" || (node.getAttribute("class") ?? "").includes("fallback-image"))
    );
  }
}
