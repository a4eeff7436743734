"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { count } from "#app/_ui/words.ts";
import { sendUndo } from "./send.ts";

/** Takes an import back after a second press. */
export function UndoButton({ importId, articles }: { importId: string; articles: number }) {
  const router = useRouter();
  const [said, setSaid] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const undo = async (): Promise<void> => {
    if (!sure) {
      setSure(true);
      return;
    }
    const answer = await sendUndo(importId);
    setSaid("problem" in answer ? answer.problem : `Taken back: ${count(answer.removed, "article")} removed.`);
    setSure(false);
    router.refresh();
  };
  if (said !== null) return <span role="status">{said}</span>;
  return (
    <button type="button" className="second" onClick={() => void undo()}>
      {sure ? `Yes, remove ${count(articles, "article")} again` : "Take this import back"}
    </button>
  );
}
