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

/** Text of a node with a blank line between blocks; `textContent` would glue the last word of one to the next. */
export function blockText(root: Node): string {
  return paragraphsOf(root).join("\n\n");
}

/** Paragraphs in reading order, spaces collapsed; <br><br> parts them too. Walks with a stack, however deep. */
export function paragraphsOf(root: Node): string[] {
  const paragraphs: string[] = [];
  let current = "";
  const flush = (): void => {
    for (const part of current.split(/\n\s*\n/)) {
      const text = part.replace(/\s+/g, " ").trim();
      if (text !== "") paragraphs.push(text);
    }
    current = "";
  };
  let node: Node | null = root;
  while (node) {
    const name = node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : "";
    let enter = false;
    if (node.nodeType === TEXT) current += (node.nodeValue ?? "").replace(/\s+/g, " ");
    else if (name === "br") current += "\n";
    else if (name !== "" && !SILENT.has(name)) {
      if (BLOCKS.has(name)) flush();
      enter = true;
    }
    if (enter && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has(node.nodeName.toLowerCase())) flush();
    }
    if (!node || node === root) break;
    if (BLOCKS.has(node.nodeName.toLowerCase())) flush();
    node = node.nextSibling;
  }
  flush();
  return paragraphs;
}
