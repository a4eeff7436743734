import type { Codebook, Outlet } from "#lib/domain/codebook.ts";

/** Looks an outlet up by id, name, alias or address; null where the registry has no row. */
export function outletRegistry(codebook: Codebook): { findOutlet(nameOrUrl: string): Outlet | null } {
  const byName = new Map<string, Outlet>();
  const byDomain = new Map<string, Outlet>();
  for (const outlet of codebook.outlets) {
    for (const name of [outlet.id, outlet.name, ...outlet.aliases]) byName.set(fold(name), outlet);
    for (const { domain } of outlet.domains) byDomain.set(domain.toLowerCase().replace(/^www\./, ""), outlet);
  }
  return {
    findOutlet(nameOrUrl) {
      const named = byName.get(fold(nameOrUrl));
      if (named) return named;
      const host = hostOf(nameOrUrl);
      for (let rest = host; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
        const found = byDomain.get(rest);
        if (found) return found;
      }
      return null;
    },
  };
}

const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^the\s+/, "");

function hostOf(value: string): string {
  try {
    return new URL(value).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
