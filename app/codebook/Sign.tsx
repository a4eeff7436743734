import { Check, X } from "lucide-react";

/** Whether an example is tagged; with a sign, for or against. */
export function Sign({ is }: { is: "yes" | "no" | "for" | "against" | "neither" }) {
  const Icon = is === "yes" ? Check : X;
  const word = { yes: "Tagged: ", no: "Not tagged: ", for: "For: ", against: "Against: ", neither: "Neither: " }[is];
  // A tick and a cross would read as right and wrong, where an example is for or against somebody.
  if (is !== "yes" && is !== "no") return <span className="sign-word">{word}</span>;
  return (
    <>
      <Icon size={17} aria-hidden="true" />
      <span className="hidden">{word}</span>
    </>
  );
}
