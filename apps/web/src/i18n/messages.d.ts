import type { base, parts } from "./en";

type Parts = { readonly [Name in keyof typeof parts]: Awaited<ReturnType<(typeof parts)[Name]>>["default"] };

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof base & Parts;
  }
}
