import type { ChartDefinition } from "#lib/chart/input.ts";
import { framesBySide } from "./framesBySide.ts";
import { stanceBySide } from "./stanceBySide.ts";
import { voicesBySide } from "./voicesBySide.ts";

/** Every chart by its address, in menu order. A new chart is one file here and one line below. */
export const definitions: ReadonlyMap<string, ChartDefinition> = new Map(
  [framesBySide, stanceBySide, voicesBySide].map((definition) => [definition.slug, definition]),
);
