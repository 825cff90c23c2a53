import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { NewSquad } from "@legwork/core/wire";
import * as v from "valibot";
import { useCreateSquad } from "@/data";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";

/** The first thing of a coach: a squad with a name. */
export function NewSquadForm() {
  const t = useTranslations("coach");
  const create = useCreateSquad();
  const [name, setName] = useState("");
  const [isTried, setTried] = useState(false);
  const checked = v.safeParse(NewSquad, { name });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (checked.success) create.mutate(checked.output.name);
  }

  return (
    <EmptyState
      title={t("noSquad.title")}
      actions={
        <form onSubmit={submit} className="w-full max-w-[420px] space-y-4">
          <Field
            label={t("noSquad.name")}
            hint={t("noSquad.hint")}
            problem={problemText()}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" disabled={create.isPending}>
            {t("noSquad.action")}
          </Button>
        </form>
      }
    >
      {t("noSquad.text")}
    </EmptyState>
  );

  function problemText(): string | null {
    if (create.isError) return t("offline.title");
    return isTried && !checked.success ? t("noSquad.problem") : null;
  }
}
