import type { en } from "./en";
import type { Locale } from "./locale";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof en;
    Locale: Locale;
  }
}
