"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { IconButton } from "./button";

/** Above the title of a screen that another one leads to: back to it, or to More when the app opened here. */
export function BackRow() {
  const t = useTranslations("ui");
  const router = useRouter();
  return (
    <div className="-mx-3 flex h-12 items-center pt-1">
      <IconButton label={t("back")} onClick={() => (window.history.length > 1 ? router.back() : router.push("/more"))}>
        <ArrowLeft size={24} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
