"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  ["/", "Overview"],
  ["/charts", "Charts"],
  ["/articles", "Articles"],
  ["/compare", "Compare"],
  ["/outlets", "Outlets"],
  ["/codebook", "Codebook"],
  ["/methods", "Methods"],
  ["/import", "Import"],
  ["/feeds", "Sources"],
] as const;

export function Nav() {
  const path = usePathname();
  return (
    <nav aria-label="Pages">
      <ul className="menu">
        {PAGES.map(([href, label]) => {
          const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
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
