"use client";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import type { Series } from "#lib/domain/series.ts";
import type { Narrowing } from "./addresses.ts";
import { ChartScene, sceneOf } from "./ChartContext.ts";
import { unpackSeries } from "./packed.ts";

/** Recharts loads with the shape that needs it, and on no page without a chart. */
const PairedDots = dynamic(() => import("./shapes/PairedDots.tsx").then((module) => module.PairedDots));
const Diverging = dynamic(() => import("./shapes/Diverging.tsx").then((module) => module.Diverging));
const Heatmap = dynamic(() => import("./shapes/Heatmap.tsx").then((module) => module.Heatmap));
const Timeline = dynamic(() => import("./shapes/Timeline.tsx").then((module) => module.Timeline));
const Words = dynamic(() => import("./shapes/Words.tsx").then((module) => module.Words));

function Shape({ series, alt }: { series: Series; alt: string }) {
  switch (series.shape) {
    case "paired":
      return <PairedDots series={series} alt={alt} />;
    case "diverging":
      return <Diverging series={series} alt={alt} />;
    case "heatmap":
      return <Heatmap series={series} alt={alt} />;
    case "timeline":
      return <Timeline series={series} alt={alt} />;
    case "words":
      return <Words series={series} alt={alt} />;
    default:
      return series satisfies never;
  }
}

/** Draws any packed series. The table beside it carries the same numbers for readers without scripts. */
export function ChartDrawing({ packed, narrowing, alt }: { packed: string; narrowing: Narrowing; alt: string }) {
  const series = useMemo(() => unpackSeries(packed), [packed]);
  return (
    <ChartScene value={sceneOf(series.groups, narrowing)}>
      <Shape series={series} alt={alt} />
    </ChartScene>
  );
}
