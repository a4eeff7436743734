"use client";
import { useState } from "react";
import { download, pictureOf, rasterOf } from "./picture.ts";

/** Links to the numbers and buttons that draw the picture with everything it needs to stand alone. */
export function Downloads({
  slug,
  query,
  question,
  finding,
  footer,
  cite,
}: {
  slug: string;
  query: string;
  question: string;
  finding: string;
  footer: readonly string[];
  cite: string;
}) {
  const [said, setSaid] = useState("");
  const address = `/charts/${slug}${query ? `?${query}` : ""}`;
  const draw = async (kind: "svg" | "png") => {
    const container = document.querySelector<HTMLElement>(".figure .chart");
    if (!container) {
      setSaid("There is no drawing to save.");
      return;
    }
    const lines = [...footer, `${window.location.origin}${address}`];
    const groups = [...document.querySelectorAll<HTMLElement>(".figure .key-group")];
    const ends = [...document.querySelectorAll<HTMLElement>(".figure .chart-ends > span")];
    const picture = pictureOf(container, { question, finding, groups, ends, footer: lines });
    if (kind === "svg") download(new Blob([picture.svg], { type: "image/svg+xml" }), `parallax-${slug}.svg`);
    else download(await rasterOf(picture), `parallax-${slug}.png`);
    setSaid(`Saved parallax-${slug}.${kind}.`);
  };
  const copy = async (text: string, what: string) => {
    const whole = text.replace(address, `${window.location.origin}${address}`);
    try {
      await navigator.clipboard.writeText(whole);
      setSaid(`${what} copied.`);
    } catch {
      // A school network without HTTPS has no clipboard: there the text stands to be copied by hand.
      setSaid(whole);
    }
  };
  const suffix = query ? `?${query}` : "";
  return (
    <div className="downloads">
      <p className="downloads-row">
        <span>Numbers</span>
        {(["csv", "json", "xlsx"] as const).map((kind) => (
          <a key={kind} href={`/charts/${slug}/${kind}${suffix}`} download>
            {kind.toUpperCase()}
          </a>
        ))}
        <span>Picture</span>
        <button type="button" className="link" onClick={() => void draw("png")}>
          PNG
        </button>
        <button type="button" className="link" onClick={() => void draw("svg")}>
          SVG
        </button>
        <span>This view</span>
        <a href={address}>Permalink</a>
        <button type="button" className="link" onClick={() => void copy(cite, "Citation")}>
          Cite this chart
        </button>
      </p>
      <p role="status" className="downloads-said">
        {said}
      </p>
    </div>
  );
}
