import { programmeId, type ProgrammeFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRecords, useWriteRecord } from "@/data";
import { showToast } from "@/ui/toast";
import { patchBack, type ProgrammePatch } from "./programme-patch";

/** Writes a change of the programme, says so and offers the way back. Resolves with false when nothing could be kept. */
export type ChangeProgramme = (patch: ProgrammePatch, said: string) => Promise<boolean>;

export type ProgrammeState =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly programme: ProgrammeFields; readonly change: ChangeProgramme };

/** The programme and the one way to change it. */
export function useProgramme(): ProgrammeState {
  const t = useTranslations("around");
  const write = useWriteRecord();
  const programme = useRecords("programme").value[0]?.fields;
  if (programme === undefined) return { status: "loading" };
  const put = (patch: ProgrammePatch) => write((runner) => [{ id: programmeId(runner), kind: "programme", patch }]);
  return {
    status: "ready",
    programme,
    async change(patch, said) {
      const back = patchBack(programme, patch);
      try {
        await put(patch);
      } catch {
        showToast(t("notSaved"));
        return false;
      }
      showToast(said, () => void put(back));
      return true;
    },
  };
}
