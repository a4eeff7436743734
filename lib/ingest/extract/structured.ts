/** What a page says of itself in JSON-LD, reduced to what an article needs. */
export interface StructuredArticle {
  types: string[];
  headline: string | null;
  authors: string[];
  published: string | null;
  language: string | null;
  url: string | null;
  publisher: string | null;
  body: string | null;
  /** isAccessibleForFree; null where it is not said. */
  free: boolean | null;
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** Kinds of schema.org that are one written piece. */
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|NewsStory|MedicalScholarlyArticle)$/;

/** Every node of every JSON-LD script of a page, nested ones too. Faults that publishers make are mended. */
export function structuredNodes(document: Document): Node[] {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll("script")) {
    if (!/ld\+json/i.test(script.getAttribute("type") ?? "")) continue;
    const value = parsed(script.textContent ?? "");
    const queue: [unknown, number][] = [[value, 0]];
    while (queue.length > 0 && nodes.length < 2000) {
      const [next, depth] = queue.shift() as [unknown, number];
      if (Array.isArray(next)) queue.push(...next.slice(0, 500).map((v): [unknown, number] => [v, depth]));
      else if (isNode(next)) {
        nodes.push(next);
        if (depth < 4)
          for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"])
            queue.push([next[key], depth + 1]);
      }
    }
  }
  return nodes;
}

function parsed(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$|^\s*<!--|-->\s*$/g, "").trim();
  for (const attempt of [bare, mended(bare)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: a page need not have structured data.
    }
  }
  return null;
}

/** Line breaks inside strings, trailing commas and semicolons. */
const mended = (text: string): string =>
  text
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (s) => s.replace(/[\n\r\t]/g, " ").replace(/[\p{Cc}]/gu, ""))
    .replace(/,(\s*[}\]])/g, "$1")
    .replace(/;\s*$/, "");

const typesOf = (node: Node): string[] => [node["@type"]].flat().filter((t): t is string => typeof t === "string");

/** The node that is this page's article: by address, else by headline, else the first. */
export function structuredArticle(
  nodes: readonly Node[],
  clues: { url: string | null; headlines: readonly string[] },
): StructuredArticle | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const byHeadline = articles.find((node) => {
    const headline = plain(node["headline"] ?? node["name"]);
    return headline !== null && clues.headlines.some((h) => same(h, headline));
  });
  const byUrl = articles.find((node) => clues.url !== null && samePage(addressOf(node), clues.url));
  const node = byHeadline ?? byUrl ?? articles[0];
  return node ? reduced(node, nodes) : null;
}

const same = (a: string, b: string): boolean => letters(a) === letters(b);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const samePage = (a: string | null, b: string): boolean => a !== null && bareAddress(a) === bareAddress(b);
const bareAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/[?#].*$|\/$/g, "");

function addressOf(node: Node): string | null {
  const main = node["mainEntityOfPage"];
  const value = isNode(main) ? (main["@id"] ?? main["url"]) : (main ?? node["url"] ?? node["@id"]);
  return typeof value === "string" ? value : null;
}

function reduced(node: Node, nodes: readonly Node[]): StructuredArticle {
  const publisher = named(node["publisher"], nodes)[0] ?? null;
  const free = node["isAccessibleForFree"];
  return {
    types: typesOf(node),
    headline: plain(node["headline"] ?? node["name"]),
    authors: named(node["author"] ?? node["creator"], nodes),
    published: plain(node["datePublished"] ?? node["dateCreated"] ?? node["uploadDate"]),
    language: plain(node["inLanguage"]),
    url: addressOf(node),
    publisher,
    body: plain(node["articleBody"]),
    free: free === undefined ? null : !/^(?:false|no|0)$/i.test(String(free)),
  };
}

/** Names of persons or organisations, followed through "@id" references. */
function named(value: unknown, nodes: readonly Node[]): string[] {
  return [value].flat().flatMap((one): string[] => {
    if (typeof one === "string") return [one];
    if (!isNode(one)) return [];
    const name = one["name"];
    if (name !== undefined) return [name].flat().filter((n): n is string => typeof n === "string");
    const target = nodes.find((n) => n !== one && n["@id"] === one["@id"] && n["name"] !== undefined);
    return target && one["@id"] !== undefined ? named(target, []) : [];
  });
}

function plain(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === "number") return String(first);
  return typeof first === "string" && first.trim() !== "" ? first.trim() : null;
}
