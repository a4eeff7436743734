import { codingTask, inText, pair } from "./shared.ts";

export const frames = codingTask({
  name: "frames",
  describe: "{id, title?, text} -> + frames {id: probability}, present [ids], evidence {id: [[start, end]]}",
  withTitle: true,
  answer(codebook) {
    const generic = codebook.frames.filter((f) => f.layer === "generic");
    return (coding) => {
      const tags = coding.tags.filter((t) => t.kind === "frame");
      const of = (id: string) => tags.find((t) => t.frame === id);
      return {
        frames: Object.fromEntries(generic.map((f) => [f.id, of(f.id)?.probability ?? 0])),
        present: generic.filter((f) => of(f.id)?.present === true).map((f) => f.id),
        evidence: Object.fromEntries(
          generic.map((f) => [f.id, (of(f.id)?.evidence ?? []).filter(inText).map((e) => pair(e.span))]),
        ),
      };
    };
  },
});
