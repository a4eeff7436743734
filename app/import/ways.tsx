import type { ReactNode } from "react";
import { FilesWay } from "./FilesWay.tsx";
import { PasteWay } from "./PasteWay.tsx";
import { WebWay } from "./WebWay.tsx";

/** One way to give articles: its fields stand in the import form. A new way is a file here and a line below. */
export interface Way {
  id: string;
  label: string;
  fields: () => ReactNode;
}
export const WAYS: readonly [Way, ...Way[]] = [
  { id: "paste", label: "Paste a text", fields: () => <PasteWay /> },
  { id: "web", label: "From the web", fields: () => <WebWay /> },
  { id: "files", label: "Files", fields: () => <FilesWay /> },
];
