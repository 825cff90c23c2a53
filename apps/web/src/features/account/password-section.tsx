import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useChangePassword } from "@/data";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { PasswordField } from "./account-fields";
import { PASSWORD_MIN } from "./account-form";
import { FormButtons } from "./form-buttons";
import { Refusal } from "./refusal";

/** Another password under the one there is; it ends every other session and says so before. */
export function PasswordSection({ email }: { email: string }) {
  const t = useTranslations("account.manage.password");
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      {isOpen ? (
        <PasswordForm email={email} onClose={() => setOpen(false)} />
      ) : (
        <Button look="quiet" className="mt-2" onClick={() => setOpen(true)}>
          {t("change")}
        </Button>
      )}
    </section>
  );
}

function PasswordForm({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTranslations("account");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [tried, setTried] = useState(false);
  const change = useChangePassword();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (current === "" || next.length < PASSWORD_MIN) return;
    const onSuccess = () => {
      showToast(t("manage.password.changed"));
      onClose();
    };
    change.mutate({ current, password: next }, { onSuccess });
  }

  return (
    <form noValidate onSubmit={submit} className="mt-2 grid gap-4">
      {/* So that a password keeper knows whose it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        kind="current"
        label={t("manage.password.current")}
        value={current}
        problem={tried && current === "" ? t("passwordMissing") : null}
        onChange={setCurrent}
      />
      <PasswordField
        kind="new"
        label={t("manage.password.next")}
        value={next}
        problem={tried && next.length < PASSWORD_MIN ? t("passwordShort") : null}
        onChange={setNext}
      />
      <p className="text-row text-ink2">{t("manage.password.below")}</p>
      <Refusal error={change.error} />
      <FormButtons text={t("manage.password.save")} working={change.isPending} onCancel={onClose} />
    </form>
  );
}
