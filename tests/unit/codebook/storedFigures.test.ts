import { describe, expect, it } from "vitest";
import { loadEvents } from "#lib/codebook/loadEvents.ts";
import { loadNullGrid } from "#lib/codebook/loadNullGrid.ts";

describe("stored figures and marks", () => {
  it("hold the wording rule's false alarms under 5 % of charts and 20 % of rows on every cell of the grid", () => {
    const grid = loadNullGrid();
    expect(grid?.cells.length).toBeGreaterThanOrEqual(8);
    for (const cell of grid?.cells ?? []) {
      expect(cell.clearCharts).toBeLessThanOrEqual(0.05);
      expect(cell.claimRows).toBeLessThanOrEqual(0.2);
      expect(cell.charts).toBeGreaterThanOrEqual(1000);
    }
  });
  it("give every event mark a day and a source that was looked up", () => {
    for (const event of loadEvents()) {
      expect(event.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(event.source).toMatch(/^https:\/\//);
    }
    expect(loadEvents("/nowhere.yml")).toEqual([]);
  });
});
