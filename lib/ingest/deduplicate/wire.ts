import type { Article } from "#lib/domain/article.ts";

/** Agencies whose reports other outlets print, as credits name them. Names only; nothing here places an agency. */
const AGENCIES: readonly (readonly [string, RegExp])[] = [
  ["Associated Press", /(?:the )?associated press|AP/],
  ["Reuters", /(?:thomson )?reuters/],
  ["AFP", /agence france[- ]presse|AFP/],
  ["Press Association", /press association|PA(?: media| news agency)?/],
  ["TASS", /(?:itar[- ])?tass/],
  ["RIA Novosti", /ria novosti|ria/],
  ["Interfax", /interfax/],
  ["Ukrinform", /ukrinform/],
  ["Interfax-Ukraine", /interfax[- ]ukraine/],
  ["UNIAN", /unian/],
  ["dpa", /dpa|deutsche presse[- ]agentur/],
  ["EFE", /efe/],
  ["ANSA", /ansa/],
  ["Xinhua", /xinhua/],
  ["Anadolu", /anadolu(?: agency| ajans[ıi])?|AA/],
  ["Bloomberg", /bloomberg(?: news)?/],
  ["Kyodo", /kyodo(?: news)?/],
  ["UPI", /united press international|UPI/],
];

export interface Credit {
  agency: string;
  /** The words that say so. */
  exact: string;
}

/** Short capital names ("AP", "PA") only as written, long ones in any case. */
const source = (pattern: RegExp): string =>
  pattern.source.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`).replace(/\(\?:/g, "(?:");

const CREDITS = AGENCIES.map(([agency, pattern]) => ({ agency, name: source(pattern) }))
  .sort((a, b) => b.name.length - a.name.length)
  .map(({ agency, name }) => ({
    agency,
    author: new RegExp(`^(?:by )?(?:the )?(?:${name})(?: staff| reporters?)?$`, "i"),
    dateline: new RegExp(`^[^.!?“"]{0,90}?\\((?:${name})\\)\\s*[-–—:]+`),
    end: new RegExp(
      `(?:[-–—]\\s*|\\(|©\\s*(?:\\d{4}\\s*)?|[Cc]opyright (?:\\d{4} )?(?:[Tt]he )?|[Ss]ource: )(?:${name})\\)?[.]?\\s*(?:[Aa]ll rights reserved\\.?|This material may not be .*)?$`,
    ),
  }));

/**
 * The agency a report says it comes from: in its author, in the dateline ("KYIV, Ukraine (AP) — "), or in a credit
 * at its end ("(Reuters)", "Copyright 2022 The Associated Press"). "Contributed to this report" and "told Reuters" are
 * no credits.
 */
export function agencyCredit(article: { text: string; author: string | null }): Credit | null {
  const head = article.text.slice(0, 160);
  const tail = article.text.slice(-220);
  for (const { agency, author, dateline, end } of CREDITS) {
    const found = author.exec(article.author?.trim() ?? "") ?? dateline.exec(head) ?? end.exec(tail);
    if (found) return { agency, exact: found[0].trim() };
  }
  return null;
}

/** The agency's own site prints its reports as its own. */
export const isAgency = (outletName: string | null, agency: string): boolean =>
  outletName !== null && outletName.toLowerCase().replace(/^the /, "").includes(agency.toLowerCase());

/** Wire copy by its credit alone, as Article.wire; null for an outlet's own report. */
export function wireByCredit(
  article: Pick<Article, "text" | "author" | "outletName">,
): (Article["wire"] & object) | null {
  const credit = agencyCredit(article);
  if (credit === null || isAgency(article.outletName, credit.agency)) return null;
  return { origin: credit.agency, reason: creditReason(credit), copies: [] };
}

export const creditReason = ({ agency, exact }: Credit): string => `Credited to ${agency}: “${exact}”.`;
