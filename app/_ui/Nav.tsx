"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  ["/", "Overview"],
  ["/charts/frames", "Frames by side"],
  ["/charts/voices", "Voices"],
  ["/charts/stance", "Stance"],
  ["/articles", "Articles"],
  ["/outlets", "Outlets"],
  ["/codebook", "Codebook"],
  ["/import", "Import"],
] as const;

export function Nav() {
  const path = usePathname();
  return (
    <nav aria-label="Pages">
      <ul>
        {PAGES.map(([href, label]) => {
          const here = href === "/" ? path === "/" : path.startsWith(href);
          return (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={here ? "page" : undefined}>
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
