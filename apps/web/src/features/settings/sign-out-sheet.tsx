import { useTranslations } from "use-intl";
import { type useSignOut, useProblemText } from "@/data";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";

interface SignOutSheetProps {
  readonly email: string;
  /** Records of which something is only on this phone. */
  readonly onlyHere: number;
  readonly signOut: ReturnType<typeof useSignOut>;
  readonly onSignOut: (copy: "stays" | "remove") => void;
  readonly onClose: () => void;
}

/** Says what would stay here before anybody is signed out; on a shared phone the copy can be taken away. */
export function SignOutSheet({ email, onlyHere, signOut, onSignOut, onClose }: SignOutSheetProps) {
  const t = useTranslations("settings.account");
  const problemText = useProblemText();
  return (
    <Sheet open onClose={onClose} title={t("signOutAsk", { email })}>
      <p className="py-4 text-body text-ink2">{t("signOutStays", { count: onlyHere })}</p>
      <div className="flex flex-col gap-3">
        <Button wide disabled={signOut.isPending} onClick={() => onSignOut("stays")}>
          {t("signOutKeep")}
        </Button>
        {onlyHere === 0 && (
          <Button look="quiet" wide disabled={signOut.isPending} onClick={() => onSignOut("remove")}>
            {t("signOutRemove")}
          </Button>
        )}
        <Button look="quiet" wide onClick={onClose}>
          {t("staySignedIn")}
        </Button>
      </div>
      {signOut.isError && (
        <p role="alert" className="mt-3 text-row text-amber">
          {problemText(signOut.error)}
        </p>
      )}
    </Sheet>
  );
}
