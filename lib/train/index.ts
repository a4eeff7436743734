import { baseline } from "./baseline.ts";
import { entityRoles } from "./entityRoles.ts";
import { frames } from "./frames.ts";
import { narrativeFrames } from "./narrativeFrames.ts";
import { stance } from "./stance.ts";
import { targetSentiment } from "./targetSentiment.ts";
import type { Trainer } from "./trainer.ts";

/** Every model that can be trained, by name; one line adds one. */
export const trainers: ReadonlyMap<string, Trainer> = new Map(
  [baseline, entityRoles, frames, narrativeFrames, stance, targetSentiment].map((trainer) => [trainer.name, trainer]),
);
