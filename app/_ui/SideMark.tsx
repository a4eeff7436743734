import { sideLabel } from "./words.ts";

const SHAPES: Record<string, string> = {
  circle: "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
  diamond: "M6 0l6 6l-6 6l-6-6z",
  triangle: "M6 .5l5.8 10.5h-11.6z",
  square: "M1 1h10v10h-10z",
};

/** The family of a side: its colour class and shape. Teaching sides look like the side they stand for. */
export function sideLook(side: string): { family: string; shape: string } {
  if (side.startsWith("western")) return { family: "western", shape: "circle" };
  if (side.startsWith("russian")) return { family: "russian", shape: "diamond" };
  if (side === "ukrainian") return { family: "ukrainian", shape: "triangle" };
  return { family: "other", shape: "square" };
}

/** A side as shape and word; colour is never the only sign. */
export function SideMark({ side, label }: { side: string; label?: string }) {
  const { family, shape } = sideLook(side);
  return (
    <span className={`side side-${family}`}>
      <svg className="side-shape" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={SHAPES[shape]} />
      </svg>
      {label ?? sideLabel(side)}
    </span>
  );
}
