import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { sourceHash } from "./scripts/source-hash.mjs";

const workspace = fileURLToPath(new URL("../..", import.meta.url));

const developing = process.env.NODE_ENV === "development";

const config: NextConfig = {
  // While developing, the server of `npm run dev` answers behind the pages; built, it serves them itself.
  ...(developing
    ? { rewrites: async () => [{ source: "/api/:path*", destination: "http://localhost:3001/api/:path*" }] }
    : { output: "export" }),
  reactStrictMode: true,
  transpilePackages: ["@legwork/core"],
  turbopack: {
    root: workspace,
    // Messages are compiled here, so the ICU parser (10 kB) stays off the phone.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
    rules: {
      "**/{i18n,messages}/*/*.json": {
        loaders: [fileURLToPath(new URL("scripts/message-loader.mjs", import.meta.url))],
        as: "*.js",
      },
    },
  },
  // The same source must give the same files: a random id would make every phone download everything again.
  generateBuildId: () => sourceHash(workspace),
  // `pnpm types` checks the types; the first start should not wait for them twice.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
};

export default config;
