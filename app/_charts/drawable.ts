import type { Series } from "#lib/domain/series.ts";

/** A series without what only its page, table and files say: half the bytes a browser has to read. */
export function drawable(series: Series): Series {
  const bare = {
    method: "",
    intervalMethod: "",
    warnings: [],
    coverage: { weeks: [], outlets: [], asked: "", missing: [] },
    sources: { ...series.sources, outlets: [], text: "" },
    trust: series.trust && {
      tasks: series.trust.tasks.map((task) => ({ ...task, text: "", sides: [], rows: [] })),
      unmeasured: [],
    },
  };
  const row = {
    sentence: "",
    note: "",
    effect: null,
    test: null,
    leaveOneOut: null,
    shuffle: null,
    within: { a: null, b: null },
  };
  switch (series.shape) {
    case "paired":
      return { ...series, ...bare, rows: series.rows.map((each) => ({ ...each, ...row })) };
    case "diverging":
      return { ...series, ...bare, rows: series.rows.map((each) => ({ ...each, ...row, outlets: [] })) };
    default:
      return { ...series, ...bare };
  }
}
