/** Names of columns and blocks with other reports, as whole words of a class: "commentary" is none. */
const BESIDE =
  /(?:^|[\s_-])(?:comments?(?:-?(?:list|section|thread|area))?|related|recommend(?:ed|ations?)?|side-?bar|most-?(?:read|popular)|trending)(?:$|[\s_-])/i;

/** True for what stands in navigation, a side column, remarks or links to other reports. */
export function besideReport(node: Element): boolean {
  for (let up: Element | null = node; up && up.localName !== "body"; up = up.parentElement) {
    if (/^(?:main|article|header)$/.test(up.localName)) return false;
    if (/^(?:nav|aside)$/.test(up.localName)) return true;
    // A footer inside a report's head or text holds its writers.
    if (up.localName === "footer" && up.closest("article, header, main") === null) return true;
    if (BESIDE.test(up.getAttribute("class") ?? "")) return true;
  }
  return false;
}
