"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./button";

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly below?: ReactNode;
  /** Left of the title: the plate of the session it is about. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** From the lower edge on a phone, at the right on a desk. Load it with `next/dynamic`: it is heavy. */
export function Sheet({ open, onClose, title, below, mark, children, footer }: SheetProps) {
  const t = useTranslations("ui");
  return (
    // The content policy forbids style elements, and Base UI would write some.
    <CSPProvider disableStyleElements>
      <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[88dvh] flex-col rounded-t-sheet bg-raised shadow-raised transition-transform duration-200 ease-out outline-none data-ending-style:translate-y-full data-starting-style:translate-y-full desk:inset-y-0 desk:right-0 desk:left-auto desk:mx-0 desk:max-h-none desk:w-[440px] desk:rounded-none desk:data-ending-style:translate-x-full desk:data-ending-style:translate-y-0 desk:data-starting-style:translate-x-full desk:data-starting-style:translate-y-0">
            <div className="flex h-5 shrink-0 items-center justify-center desk:hidden" aria-hidden="true">
              <span className="h-1 w-9 rounded-full bg-line" />
            </div>
            <div className="flex items-center gap-4 border-b-[1.5px] border-ink pr-2 pb-3 pl-5 desk:pt-5">
              {mark}
              <div className="min-w-0 grow">
                <Dialog.Title className="text-section font-strong">{title}</Dialog.Title>
                {below !== undefined && <Dialog.Description className="text-row text-ink2">{below}</Dialog.Description>}
              </div>
              <Dialog.Close
                render={
                  <IconButton label={t("close")}>
                    <X size={24} strokeWidth={1.75} aria-hidden="true" />
                  </IconButton>
                }
              />
            </div>
            <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 pb-6">{children}</div>
            {footer !== undefined && (
              <div className="border-t border-rule px-5 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))]">{footer}</div>
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  );
}
