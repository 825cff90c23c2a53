import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useChangeEmail, useConfirmEmailChange } from "@/data";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { CodeField, EmailField, PasswordField } from "./account-fields";
import { isEmail } from "./account-form";
import { FormButtons } from "./form-buttons";
import { Refusal } from "./refusal";

type Step = "closed" | "asking" | "confirming";

/** The e-mail to sign in with, and another one under the password. */
export function EmailSection({ email }: { email: string }) {
  const t = useTranslations("account.manage");
  const [step, setStep] = useState<Step>("closed");
  const [next, setNext] = useState("");
  const done = () => {
    showToast(t("email.changed", { email: next.trim() }));
    setStep("closed");
  };
  return (
    <section>
      <SectionTitle>{t("email.title")}</SectionTitle>
      <p className="mb-3 text-body break-words">{t("email.now", { email })}</p>
      {step === "closed" && (
        <Button look="quiet" onClick={() => setStep("asking")}>
          {t("email.change")}
        </Button>
      )}
      {step === "asking" && (
        <AskForm
          email={email}
          next={next}
          onNext={setNext}
          onCancel={() => setStep("closed")}
          onDone={(status) => (status === "changed" ? done() : setStep("confirming"))}
        />
      )}
      {step === "confirming" && <ConfirmForm next={next.trim()} onCancel={() => setStep("closed")} onDone={done} />}
    </section>
  );
}

interface AskFormProps {
  readonly email: string;
  readonly next: string;
  readonly onNext: (next: string) => void;
  readonly onCancel: () => void;
  readonly onDone: (status: "changed" | "codeSent") => void;
}

function AskForm({ email, next, onNext, onCancel, onDone }: AskFormProps) {
  const t = useTranslations("account");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const change = useChangeEmail();
  const fault = !isEmail(next)
    ? t("emailMissing")
    : next.trim().toLowerCase() === email
      ? t("manage.email.same")
      : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (fault !== null || password === "") return;
    change.mutate({ email: next.trim(), password }, { onSuccess: ({ status }) => onDone(status) });
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <EmailField label={t("manage.email.next")} value={next} problem={tried ? fault : null} onChange={onNext} />
      <PasswordField
        kind="current"
        label={t("manage.password.current")}
        value={password}
        problem={tried && password === "" ? t("passwordMissing") : null}
        onChange={setPassword}
      />
      <Refusal error={change.error} />
      <FormButtons text={t("manage.email.save")} working={change.isPending} onCancel={onCancel} />
    </form>
  );
}

function ConfirmForm({ next, onCancel, onDone }: { next: string; onCancel: () => void; onDone: () => void }) {
  const t = useTranslations("account");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = useConfirmEmailChange();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== "") confirm.mutate({ email: next, code: code.trim() }, { onSuccess: onDone });
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <output className="block text-row text-ink2">{t("manage.email.sent", { email: next })}</output>
      <CodeField
        label={t("code.code")}
        value={code}
        problem={tried && code.trim() === "" ? t("code.codeMissing") : null}
        onChange={setCode}
      />
      <Refusal error={confirm.error} />
      <FormButtons text={t("manage.email.confirm")} working={confirm.isPending} onCancel={onCancel} />
    </form>
  );
}
