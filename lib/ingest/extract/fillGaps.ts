import type { Block } from "./blockText.ts";

/** A paragraph of running text: long enough, and it ends as sentences do. Characters. */
const RUNNING = 60;
const ENDS = /[.!?:…][”"’')\]]*$/;
/** Below this share of the found text among the page's blocks, the two do not compare. */
const COMPARABLE = 0.6;
/** A subheading. Characters. */
const HEADING = 140;

/**
 * Puts back what a reader dropped from the middle of a report: paragraphs and subheadings that stand between found
 * ones, in the same kind of container. `page` holds the blocks of the whole page in reading order.
 */
export function fillGaps(found: readonly Block[], page: readonly Block[], containers: readonly Container[]): Block[] {
  const texts = new Map(found.map((block, i) => [block.text, i]));
  const places = page.map(({ text }) => texts.get(text) ?? -1);
  const isText = (i: number): boolean => (places[i] as number) >= 0 && (page[i] as Block).text.length >= RUNNING;
  const matched = containers.filter((_, i) => isText(i));
  const running = found.filter(({ text }) => text.length >= RUNNING);
  if (matched.length < 2 || matched.length < running.length * COMPARABLE) return [...found];
  const kinds = new Map<string, number>();
  for (const { kind } of matched) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const first = page.findIndex((_, i) => isText(i));
  const last = page.findLastIndex((_, i) => isText(i));
  const added = new Map<number, Block[]>();
  let after = -1;
  for (let i = first; i <= last; i++) {
    const block = page[i] as Block;
    const place = places[i] as number;
    if (place >= 0) after = Math.max(after, place);
    else if (after >= 0 && belongs(block, containers[i] as Container)) {
      added.set(after, [...(added.get(after) ?? []), block]);
    }
  }
  return found.flatMap((block, i) => [block, ...(added.get(i) ?? [])]);

  function belongs({ text, tag }: Block, { kind, linked }: Container): boolean {
    const alike = kinds.get(kind) ?? 0;
    if (linked) return false;
    if (/^h[2-4]$/.test(tag)) return text.length <= HEADING && alike >= 1;
    return (tag === "p" || tag === "li") && text.length >= RUNNING && ENDS.test(text) && alike >= 2;
  }
}

/** Where a block stands: the two elements around it by name and class, and whether it is mostly links. */
export interface Container {
  kind: string;
  linked: boolean;
}

/** Read before anything takes the document apart. */
export const containersOf = (blocks: readonly Block[]): Container[] =>
  blocks.map(({ element, text }) => {
    const parent = element?.parentElement ?? null;
    const kind = [parent, parent?.parentElement ?? null]
      .map((node) => (node ? `${node.localName}.${node.getAttribute("class") ?? ""}` : ""))
      .join("<");
    let links = 0;
    if (element && text.length < 400)
      for (const link of element.querySelectorAll("a")) links += (link.textContent ?? "").length;
    return { kind, linked: links > text.length * 0.5 };
  });
