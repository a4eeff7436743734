import type { ReactNode } from "react";

export function Badge({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "teaching" | "warn" | "good";
  children: ReactNode;
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** What a reader must know about an article before its numbers. */
export function ArticleFlags({
  teaching,
  machineTranslated,
  headlineOnly = false,
  wire = null,
  superseded = false,
}: {
  teaching: boolean;
  machineTranslated: boolean;
  headlineOnly?: boolean | undefined;
  /** Another's report, and whose. */
  wire?: { origin: string | null } | null | undefined;
  superseded?: boolean | undefined;
}) {
  return (
    <>
      {teaching ? <Badge tone="teaching">written for teaching</Badge> : null}
      {headlineOnly ? <Badge tone="warn">headline only</Badge> : null}
      {wire ? <Badge>{wire.origin ? `wire copy: ${wire.origin}` : "wire copy"}</Badge> : null}
      {superseded ? <Badge tone="warn">earlier version</Badge> : null}
      {machineTranslated ? <Badge tone="warn">machine-translated</Badge> : null}
    </>
  );
}

export function Checked({ checked }: { checked: boolean }) {
  return checked ? <Badge tone="good">verified</Badge> : <Badge tone="warn">unverified</Badge>;
}
