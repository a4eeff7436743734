"use client";
import { useRef, useState, type DragEvent } from "react";

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Files chosen or dropped; they stay in the form's own field, so that they travel with it. */
export function FilesWay() {
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    setFiles([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is an extra; the field inside takes keys */}
      <div
        className={`drop${over ? " drop-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <p>
          <label htmlFor="import-files">Drop files here, or choose them</label>
        </p>
        <input
          ref={input}
          id="import-files"
          type="file"
          name="file"
          multiple
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
        <p className="hint">
          Text, Markdown with front matter, HTML, CSV or TSV, JSON, JSON Lines; packed with gzip or not. Encoding and
          columns are found out.
        </p>
      </div>
      {files.length > 0 ? (
        <ul className="chosen-files" aria-label="Chosen files">
          {files.map((file) => (
            <li key={file.name}>
              {file.name} <span className="quiet">{size(file.size)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
