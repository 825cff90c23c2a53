"use client";

import { ArrowLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { Suspense, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useSignIn, useSignInWays, useSignUp } from "@/data";
import { Button, IconButton } from "@/ui/button";
import { Field } from "@/ui/field";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { SegmentedControl } from "@/ui/segmented-control";
import { showToast } from "@/ui/toast";
import { EmailField, PasswordField } from "./account-fields";
import { type AccountForm, type AccountMode, faultsOf } from "./account-form";
import { placeAfter } from "./place-after";
import { Refusal } from "./refusal";

const CodeForm = dynamic(() => import("./code-form").then((module) => module.CodeForm));

const EMPTY: AccountForm = { name: "", email: "", password: "" };

/** `/account?mode=signIn&next=/invitation?code=…`: make an account or sign in. */
export function AccountScreen() {
  return (
    <Suspense fallback={<ScreenSkeleton fullScreen />}>
      <AccountPage />
    </Suspense>
  );
}

function AccountPage() {
  const t = useTranslations("account");
  const params = useSearchParams();
  const router = useRouter();
  const [mode, setMode] = useState<AccountMode>(params.get("mode") === "signIn" ? "signIn" : "create");
  const next = placeAfter(params.get("next"));
  const ways = useSignInWays();
  const [byCode, setByCode] = useState(false);
  const done = () => router.push(next);

  return (
    <Screen fullScreen>
      <div className="-mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("back")} onClick={() => router.push(next)}>
          <ArrowLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <h1 className="type-title mt-3">{t("title")}</h1>
      <p className="mt-2 mb-5 text-body text-ink2">{t("why")}</p>
      <SegmentedControl
        label={t("mode")}
        value={mode}
        onChange={(chosen) => {
          setMode(chosen);
          setByCode(false);
        }}
        options={[
          { value: "create", text: t("create") },
          { value: "signIn", text: t("signIn") },
        ]}
      />
      {byCode ? (
        <CodeForm
          onBack={() => setByCode(false)}
          onDone={() => {
            showToast(t("signedIn"));
            done();
          }}
        />
      ) : (
        <AccountFields mode={mode} onDone={done} />
      )}
      {mode === "signIn" && ways.emailCode && !byCode && (
        <Button look="text" wide className="mt-2" onClick={() => setByCode(true)}>
          {t("forgot")}
        </Button>
      )}
    </Screen>
  );
}

function AccountFields({ mode, onDone }: { mode: AccountMode; onDone: () => void }) {
  const t = useTranslations("account");
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const signUp = useSignUp();
  const signIn = useSignIn();
  const change = mode === "create" ? signUp : signIn;
  const faults = faultsOf(form, mode);
  const said = (field: keyof AccountForm) => {
    const fault = tried ? faults[field] : undefined;
    return fault === undefined ? null : t(fault);
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const account = { name: form.name.trim(), email: form.email.trim(), password: form.password };
    const onSuccess = () => {
      showToast(t(mode === "create" ? "created" : "signedIn"));
      onDone();
    };
    if (mode === "create") signUp.mutate(account, { onSuccess });
    else signIn.mutate(account, { onSuccess });
  }

  return (
    <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
      {mode === "create" && (
        <Field
          label={t("name")}
          autoComplete="name"
          maxLength={80}
          value={form.name}
          problem={said("name")}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      )}
      <EmailField
        label={t("email")}
        value={form.email}
        problem={said("email")}
        onChange={(email) => setForm({ ...form, email })}
      />
      <PasswordField
        kind={mode === "create" ? "new" : "current"}
        label={t("password")}
        value={form.password}
        problem={said("password")}
        onChange={(password) => setForm({ ...form, password })}
      />
      <Refusal error={change.error} />
      <Button type="submit" size={64} wide disabled={change.isPending}>
        {change.isPending ? t("working") : t(mode)}
      </Button>
      <p className="text-row text-ink2">{t(mode === "create" ? "keeps" : "joins")}</p>
    </form>
  );
}
