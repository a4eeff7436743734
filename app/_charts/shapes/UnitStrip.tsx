import { markPath, type Look } from "#app/_charts/looks.ts";

/** Marks a full strip has: from thirty articles on, shares are drawn instead. */
const FULL = 30;

/** One mark an article, the first k filled: what a share looks like where it may not be called one. */
export function UnitStrip({
  k,
  n,
  x,
  y,
  width,
  look,
  href,
  said,
}: {
  k: number;
  n: number;
  x: number;
  y: number;
  width: number;
  look: Look;
  href: string;
  said: string;
}) {
  const step = Math.min(22, width / FULL);
  const size = Math.min(5, step * 0.36);
  return (
    <a href={href} aria-label={`${said}: open the articles`} className={`mark-link side-${look.family}`}>
      <rect x={x - 7} y={y - 8} width={step * n + 4} height={16} rx={8} className="dot-area" />
      {Array.from({ length: n }, (_, at) => (
        <path
          key={at}
          d={markPath(look.shape, x + at * step, y, size)}
          className={at < k ? "unit" : "unit unit-open"}
        />
      ))}
      <title>{said}</title>
    </a>
  );
}
