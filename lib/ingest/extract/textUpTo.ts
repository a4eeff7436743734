const TEXT = 3;
const CDATA = 4;

/** The text under a node, or null when there is more of it than `most` characters; reads no further than that. */
export function textUpTo(root: Node, most: number): string | null {
  let text = "";
  for (const piece of textsOf(root)) {
    text += piece;
    if (text.length > most) return null;
  }
  return text;
}

/** Whether anything but white space stands under a node. */
export function holdsText(root: Node): boolean {
  for (const piece of textsOf(root)) if (/\S/.test(piece)) return true;
  return false;
}

/** Texts under a node in reading order, without recursion, however deep. */
function* textsOf(root: Node): Generator<string> {
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) yield node.nodeValue ?? "";
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}
