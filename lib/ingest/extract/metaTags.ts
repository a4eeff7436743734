/** The first filled <meta> of a page with one of these names (name, property, itemprop or http-equiv), any case. */
export function meta(document: Document, ...names: string[]): string | null {
  const table = tableOf(document);
  for (const name of names) {
    const value = table.get(name.toLowerCase());
    if (value !== undefined) return value[0] ?? null;
  }
  return null;
}

/** All values of one name, e.g. several article:author. */
export const metaAll = (document: Document, name: string): string[] => tableOf(document).get(name.toLowerCase()) ?? [];

const tables = new WeakMap<Document, Map<string, string[]>>();

function tableOf(document: Document): Map<string, string[]> {
  const known = tables.get(document);
  if (known) return known;
  const table = new Map<string, string[]>();
  for (const tag of document.querySelectorAll("meta")) {
    // Some archives and content systems write value= for content=.
    const content = (tag.getAttribute("content") ?? tag.getAttribute("value") ?? "").trim();
    if (content === "") continue;
    for (const key of ["name", "property", "itemprop", "http-equiv"]) {
      for (const name of (tag.getAttribute(key) ?? "").toLowerCase().split(/\s+/)) {
        if (name !== "") table.set(name, [...(table.get(name) ?? []), content]);
      }
    }
  }
  tables.set(document, table);
  return table;
}
