import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useAskCode, useDeleteAccount, useSignInWays } from "@/data";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { CodeField, PasswordField } from "./account-fields";
import { Refusal } from "./refusal";
import { SaveFiles } from "./save-files";

/** The way out: what is lost, the files first, and a proof; never one tap. */
export function DeleteSection({ email }: { email: string }) {
  const t = useTranslations("account.manage.delete");
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      <p className="text-body text-ink2">{t("below")}</p>
      {isOpen ? (
        <Notice>
          <p className="text-body">{t("phones")}</p>
          <SaveFiles />
          <DeleteForm email={email} onClose={() => setOpen(false)} />
        </Notice>
      ) : (
        <Button look="quiet" className="mt-3" onClick={() => setOpen(true)}>
          {t("open")}
        </Button>
      )}
    </section>
  );
}

function DeleteForm({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTranslations("account");
  const router = useRouter();
  const ways = useSignInWays();
  const [by, setBy] = useState<"password" | "code">("password");
  const [proof, setProof] = useState("");
  const [tried, setTried] = useState(false);
  const askCode = useAskCode();
  const remove = useDeleteAccount();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (proof.trim() === "") return;
    const deleted = () => {
      showToast(t("manage.delete.deleted"));
      router.push("/about-data");
    };
    // By its promise: this form goes as soon as the phone hears of the deletion, and callbacks of a form that is gone are not called.
    remove.mutateAsync(by === "password" ? { password: proof } : { code: proof.trim() }).then(deleted, () => undefined);
  }

  function change(next: "password" | "code") {
    setBy(next);
    setProof("");
    setTried(false);
    if (next === "code") askCode.mutate({ email, purpose: "signIn" });
  }

  const missing = tried && proof.trim() === "";
  return (
    <form noValidate onSubmit={submit} className="grid gap-4 pt-2">
      {by === "password" ? (
        <PasswordField
          kind="current"
          label={t("manage.delete.password")}
          value={proof}
          problem={missing ? t("passwordMissing") : null}
          onChange={setProof}
        />
      ) : (
        <CodeField
          label={t("code.code")}
          value={proof}
          problem={missing ? t("code.codeMissing") : null}
          onChange={setProof}
        />
      )}
      {ways.emailCode && (
        <Button
          look="text"
          className="-ml-4 justify-self-start text-left"
          onClick={() => change(by === "password" ? "code" : "password")}
        >
          {t(by === "password" ? "manage.delete.byCode" : "manage.delete.byPassword")}
        </Button>
      )}
      <Refusal error={remove.error ?? askCode.error} />
      <div className="flex flex-wrap gap-2">
        <Button size={48} onClick={onClose}>
          {t("manage.delete.keep")}
        </Button>
        <Button type="submit" look="quiet" disabled={remove.isPending}>
          {remove.isPending ? t("working") : t("manage.delete.delete")}
        </Button>
      </div>
    </form>
  );
}
