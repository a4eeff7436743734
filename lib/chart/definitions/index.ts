import type { ChartDefinition } from "#lib/chart/input.ts";
import { framesBySide } from "./framesBySide.ts";
import { outletsByFrames, outletsByTargets } from "./heatmaps.ts";
import { naming } from "./naming.ts";
import { overTime } from "./overTime.ts";
import { reporting } from "./reporting.ts";
import { roles } from "./roles.ts";
import { stanceBySide } from "./stanceBySide.ts";
import { voicesBySide } from "./voicesBySide.ts";
import { words } from "./words.ts";

/** Every chart by its address, in menu order. A new chart is one file here and one line below. */
export const definitions: ReadonlyMap<string, ChartDefinition> = new Map(
  [
    framesBySide,
    stanceBySide,
    naming,
    voicesBySide,
    reporting,
    outletsByFrames,
    outletsByTargets,
    overTime,
    words,
    roles,
  ].map((definition) => [definition.slug, definition]),
);
