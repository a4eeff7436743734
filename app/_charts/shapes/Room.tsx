"use client";
import { useSyncExternalStore, type ReactNode } from "react";
import { ResponsiveContainer } from "recharts";

const never = () => () => undefined;

/** False on the server and while the browser takes the page over: recharts would work there and draw nothing. */
export function useDrawing(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** A chart's room, px: kept from the first byte on, so that nothing moves when the chart fills it. */
export function Room({
  width,
  height,
  start,
  children,
}: {
  width?: number;
  height: number;
  /** Width to draw with until the real one is known. */
  start: number;
  children: ReactNode;
}) {
  if (!useDrawing()) return <div style={{ width: width ?? "100%", height }} />;
  return (
    <ResponsiveContainer width={width ?? "100%"} height={height} initialDimension={{ width: start, height }}>
      {children}
    </ResponsiveContainer>
  );
}
