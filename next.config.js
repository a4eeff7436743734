/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  devIndicators: false,
  typedRoutes: false,
  // The dashboard runs from its own folder and reads its corpus there: no list of files for a deployment is made of it.
  turbopack: { ignoreIssue: [{ path: /./, title: /^Dynamic filesystem access causes tracing/ }] },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg",
    "piscina",
    "wink-nlp",
    "wink-eng-lite-web-model",
    "linkedom",
    "@mozilla/readability",
  ],
};
