/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  devIndicators: false,
  typedRoutes: false,
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
