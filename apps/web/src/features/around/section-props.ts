import type { ProgrammeFields } from "@legwork/core/record";
import type { ChangeProgramme } from "./use-programme";

/** What every section of the screen shows and changes. */
export interface SectionProps {
  readonly programme: ProgrammeFields;
  readonly change: ChangeProgramme;
}
