import { frames } from "./frames.ts";
import type { Trainer } from "./trainer.ts";

/** Every model that can be trained, by name; one line adds one. */
export const trainers: ReadonlyMap<string, Trainer> = new Map([frames].map((trainer) => [trainer.name, trainer]));
