/**
 * Reads `key: value` lines between two "---" lines. Values: plain or quoted text, true / false, JSON on one line
 * (`intended: {"frames": ["political"]}`), "|" or ">" with indented lines, "- item" lists.
 * The YAML package belongs to the codebook; an article's front matter needs no more than this.
 */
export function frontMatter(text: string): { fields: Record<string, unknown>; body: string; bodyLine: number } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { fields: {}, body: text, bodyLine: 1 };
  const fields: Record<string, unknown> = {};
  const lines = (match[1] as string).split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const pair = /^([A-Za-z][\w -]*?)\s*:(?:\s+(.*))?$/.exec(lines[i] as string);
    if (!pair) continue;
    const indented: string[] = [];
    while (/^\s+\S|^-\s/.test(lines[i + 1] ?? "")) indented.push((lines[++i] as string).trim());
    fields[pair[1] as string] = valueOf((pair[2] ?? "").trim(), indented);
  }
  const bodyLine = match[0].split("\n").length;
  return { fields, body: text.slice(match[0].length), bodyLine };
}

function valueOf(value: string, indented: string[]): unknown {
  if (/^[|>][+-]?$/.test(value)) return indented.join(value.startsWith("|") ? "\n" : " ");
  if (value === "" && indented.length > 0) return indented.map((line) => scalar(line.replace(/^-\s*/, "")));
  return scalar([value, ...indented].join(" ").trim());
}

function scalar(value: string): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (/^[{["]/.test(value)) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value.replace(/^"(.*)"$/, "$1");
    }
  }
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replace(/''/g, "'");
  return value.replace(/\s+#.*$/, "");
}
