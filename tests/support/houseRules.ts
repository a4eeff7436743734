import type { Import } from "./imports.ts";

/** What each layer of lib may import from other layers. */
const LAYERS: Record<string, readonly string[]> = {
  domain: [],
  codebook: ["domain"],
  ingest: ["domain"],
  tag: ["domain"],
  group: ["domain"],
  store: ["domain"],
  compare: ["domain"],
  chart: ["domain", "compare", "store"],
  operations: ["domain", "codebook", "ingest", "tag", "group", "store", "compare"],
  train: ["domain", "codebook", "tag", "compare"],
  cli: ["domain", "codebook", "operations", "train", "store", "chart", "settings"],
  settings: [],
  app: ["domain", "codebook", "compare", "chart", "operations", "store", "settings", "app"],
};

/** Packages that only one layer may touch. */
const OWNERS: readonly [RegExp, string][] = [
  [/^(@electric-sql\/|pg$|pg\/)/, "store"],
  [/^yaml$/, "codebook"],
  [/^wink-/, "tag"],
  [/^(recharts|react|react-dom|server-only)(\/|$)/, "app"],
];

/** What a pure layer may not reach: files, network, processes, clocks of the system, environment. */
const IMPURE = /^(node:|fs|path|os|http|https|net|child_process|worker_threads|crypto)/;
const PURE = new Set(["tag", "group", "compare", "domain"]);

/** The layer of a file or of an import's target: a folder of lib, "settings", or "app". */
function layerOf(path: string): string | null {
  const lib = /^#?lib\/([^/.]+)/.exec(path);
  if (lib) return lib[1]!;
  return /^#?app\//.test(path) ? "app" : null;
}

/** The sentence a forbidden import earns, or null when it is allowed. */
export function violation({ file, from }: Import): string | null {
  const layer = layerOf(file);
  if (layer === null) return `${file} is in no layer.`;
  if (from.startsWith("../")) return `${file} leaves its folder with ${from}; write #lib/ or #app/.`;
  const target = layerOf(from);
  if (target !== null && target !== layer && !(LAYERS[layer] ?? []).includes(target)) {
    return `${file}: ${layer} may not import ${from}.`;
  }
  const owner = OWNERS.find(([name]) => name.test(from))?.[1];
  if (owner !== undefined && owner !== layer) return `${file}: only ${owner} may import ${from}.`;
  if (PURE.has(layer) && IMPURE.test(from)) return `${file}: ${layer} is pure and may not import ${from}.`;
  return null;
}
