import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useAskCode, useSetNewPassword, useSignIn, useSignInWithCode } from "@/data";
import { Button } from "@/ui/button";
import { SegmentedControl } from "@/ui/segmented-control";
import { CodeField, EmailField, PasswordField } from "./account-fields";
import { isEmail, PASSWORD_MIN } from "./account-form";
import { Refusal } from "./refusal";

type Purpose = "signIn" | "newPassword";

/** In without a password: a code by e-mail signs in, or sets a new password. */
export function CodeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const t = useTranslations("account");
  const [purpose, setPurpose] = useState<Purpose>("newPassword");
  const [email, setEmail] = useState("");
  const [tried, setTried] = useState(false);
  const [isSent, setSent] = useState(false);
  const askCode = useAskCode();

  function send(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (isEmail(email)) askCode.mutate({ email: email.trim(), purpose }, { onSuccess: () => setSent(true) });
  }

  return (
    <div className="mt-5 grid gap-4">
      <h2 className="text-section font-strong">{t("code.title")}</h2>
      <SegmentedControl
        label={t("code.purpose")}
        value={purpose}
        onChange={(next) => {
          setPurpose(next);
          setSent(false);
        }}
        options={[
          { value: "newPassword", text: t("code.newPassword") },
          { value: "signIn", text: t("code.signIn") },
        ]}
      />
      <p className="text-row text-ink2">{t(purpose === "signIn" ? "code.signInBelow" : "code.newPasswordBelow")}</p>
      <form noValidate onSubmit={send} className="grid gap-4">
        <EmailField
          label={t("email")}
          value={email}
          problem={tried && !isEmail(email) ? t("emailMissing") : null}
          onChange={(next) => {
            setEmail(next);
            setSent(false);
          }}
        />
        <output className="block text-row text-ink2">{t(isSent ? "code.sent" : "code.below")}</output>
        <Refusal error={askCode.error} />
        <Button type="submit" wide look={isSent ? "quiet" : "primary"} disabled={askCode.isPending}>
          {t(isSent ? "code.again" : "code.send")}
        </Button>
      </form>
      {isSent && <WithCode purpose={purpose} email={email.trim()} onDone={onDone} />}
      <Button look="text" onClick={onBack}>
        {t("code.withPassword")}
      </Button>
    </div>
  );
}

function WithCode({ purpose, email, onDone }: { purpose: Purpose; email: string; onDone: () => void }) {
  const t = useTranslations("account");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const byCode = useSignInWithCode();
  const byPassword = useSignIn();
  const setNew = useSetNewPassword();
  const isShort = purpose === "newPassword" && password.length < PASSWORD_MIN;
  const isWorking = byCode.isPending || byPassword.isPending || setNew.isPending;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (code.trim() === "" || isShort) return;
    if (purpose === "signIn") return byCode.mutate({ email, code: code.trim() }, { onSuccess: onDone });
    const onSuccess = () => byPassword.mutate({ email, password }, { onSuccess: onDone });
    setNew.mutate({ email, code: code.trim(), password }, { onSuccess });
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <CodeField
        label={t("code.code")}
        value={code}
        problem={tried && code.trim() === "" ? t("code.codeMissing") : null}
        onChange={setCode}
      />
      {purpose === "newPassword" && (
        <PasswordField
          kind="new"
          label={t("code.next")}
          value={password}
          problem={tried && isShort ? t("passwordShort") : null}
          onChange={setPassword}
        />
      )}
      <Refusal error={byCode.error ?? setNew.error ?? byPassword.error} />
      <Button type="submit" size={64} wide disabled={isWorking}>
        {isWorking ? t("working") : t(purpose === "signIn" ? "signIn" : "code.set")}
      </Button>
    </form>
  );
}
