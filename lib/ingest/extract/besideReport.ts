/** True for what stands in navigation, a side column, remarks or links to other reports. */
export function besideReport(node: Element): boolean {
  for (let up: Element | null = node; up && up.localName !== "body"; up = up.parentElement) {
    if (/^(?:nav|footer|aside)$/.test(up.localName)) return true;
    if (/comment|related|recommend|sidebar|most-?read|trending/i.test(up.getAttribute("class") ?? "")) {
      return up.localName !== "main" && up.localName !== "article";
    }
  }
  return false;
}
