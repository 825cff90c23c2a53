"use client";

import { Undo2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { currentToast, hideToast, subscribeToToast, TOAST_MS, type Toast } from "./toast-store";

export { showToast } from "./toast-store";

/** One place for all toasts: above the bar, read out politely. */
export function Toasts() {
  const toast = useSyncExternalStore(subscribeToToast, currentToast, () => null);
  return (
    <output className="pointer-events-none fixed inset-x-0 bottom-[calc(84px+env(safe-area-inset-bottom))] z-50 flex justify-center px-5 desk:bottom-6">
      {toast !== null && <ToastLine key={toast.id} toast={toast} />}
    </output>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const t = useTranslations("ui");
  return (
    <div className="pointer-events-auto relative flex min-h-14 w-full max-w-[400px] items-center gap-3 overflow-hidden rounded-control bg-ink pl-5 text-row text-paper shadow-raised">
      <span className="grow py-2">{toast.text}</span>
      {toast.undo !== undefined && (
        <button
          type="button"
          className="flex min-h-12 items-center gap-2 px-4 font-strong -outline-offset-4 focus-visible:outline-paper"
          onClick={() => {
            toast.undo?.();
            hideToast();
          }}
        >
          <Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />
          {t("undo")}
        </button>
      )}
      <span
        className="absolute bottom-0 left-0 h-0.5 w-full origin-left animate-[toast-time_linear_forwards] bg-line"
        style={{ animationDuration: `${TOAST_MS}ms` }}
        aria-hidden="true"
      />
    </div>
  );
}
