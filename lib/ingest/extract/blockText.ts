/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Elements whose text is not for readers. */
const SILENT = new Set(
  "script style noscript template iframe object embed svg math canvas audio video select option button input textarea head title link meta".split(
    " ",
  ),
);
const ELEMENT = 1;
const TEXT = 3;

export interface Block {
  text: string;
  /** The block element it stands in directly, e.g. "p", "h2", "li", "div". */
  tag: string;
  /** That element. */
  element: Element | null;
}

/**
 * Blocks of text in reading order, spaces collapsed; <br><br> parts them too. `textContent` would glue the last word
 * of one to the next. `spaced` puts a space between inline elements. Walks without recursion, however deep.
 */
export function blocksOf(root: Node, spaced = false): Block[] {
  const blocks: Block[] = [];
  let current = "";
  let element = root.nodeType === ELEMENT ? (root as Element) : null;
  const flush = (next: Node | null): void => {
    const tag = element?.localName ?? "div";
    for (const text of partsOf(current)) blocks.push({ text, tag, element });
    current = "";
    element = next?.nodeType === ELEMENT ? (next as Element) : null;
  };
  let node: Node | null = root;
  while (node) {
    const name = node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : "";
    let enter = false;
    if (node.nodeType === TEXT) current += (node.nodeValue ?? "").replace(/\s+/g, " ");
    else if (name === "br") current += "\n";
    else if (name !== "" && !SILENT.has(name)) {
      if (BLOCKS.has(name)) flush(node);
      else if (spaced) current += " ";
      enter = true;
    }
    if (enter && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has(node.nodeName.toLowerCase())) flush(node.parentNode);
    }
    if (!node || node === root) break;
    if (BLOCKS.has(node.nodeName.toLowerCase())) flush(node.parentNode);
    else if (spaced && node.nodeType === ELEMENT) current += " ";
    node = node.nextSibling;
  }
  flush(null);
  return blocks;
}

export const paragraphsOf = (root: Node, spaced = false): string[] => blocksOf(root, spaced).map(({ text }) => text);

/** Parts at empty lines, and at single line breaks after a whole sentence of some length. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const piece of text.split("\n")) {
    const line = piece.replace(/\s+/g, " ").trim();
    if (line === "" || (part.length > 50 && /[.!?][”"’)]?$/.test(part))) {
      if (part !== "") parts.push(part);
      part = line;
    } else part = part === "" ? line : `${part} ${line}`;
  }
  return part === "" ? parts : [...parts, part];
}
