"use client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Behind, Group } from "#lib/domain/series.ts";
import { articlesHref, type Narrowing } from "./addresses.ts";
import { looksOf, type Look } from "./looks.ts";

interface ChartScene {
  groups: readonly Group[];
  looks: readonly Look[];
  narrowing: Narrowing;
}
const Scene = createContext<ChartScene | null>(null);
export const ChartScene = Scene.Provider;

export function sceneOf(groups: readonly Group[], narrowing: Narrowing): ChartScene {
  return { groups, looks: looksOf(groups), narrowing };
}

/** Groups, their looks, and the addresses behind marks, for every shape. */
export function useScene() {
  const scene = useContext(Scene);
  if (!scene) throw new Error("A chart shape stands outside its ChartScene.");
  return {
    ...scene,
    lookOf: (group: string): Look =>
      scene.looks[scene.groups.findIndex((each) => each.id === group)] ?? { family: "other", shape: "square" },
    groupOf: (group: string) => scene.groups.find((each) => each.id === group),
    href: (group: string, behind: Behind | null, more: Record<string, string> = {}) =>
      articlesHref(scene.narrowing, { id: group }, behind, more),
  };
}

const NARROW = "(max-width: 640px)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** True on screens too narrow for labels beside the plot. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
