import { Check, Clock, HardDrive, Lock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { LightFacts, SyncView } from "@/data";
import { useDates } from "@/i18n/use-dates";
import type { StorageFacts } from "@/platform/storage-facts";
import { useMinute } from "@/platform/use-minute";

interface SafetyFactsProps {
  readonly sync: SyncView;
  readonly light: LightFacts;
  readonly facts: StorageFacts;
}

/** How old, when confirmed, whether kept, what refused. */
export function SafetyFacts({ sync, light, facts }: SafetyFactsProps) {
  const t = useTranslations("settings.safety");
  const dates = useDates();
  const minute = useMinute();
  const ago = (at: number) => dates.ago(Math.min(at, minute), minute);
  return (
    <dl className="py-2">
      {light.oldestAt !== null && <Fact icon={<Clock {...ICON} />} name={t("oldest")} value={ago(light.oldestAt)} />}
      <Fact
        icon={<HardDrive {...ICON} />}
        name={t("confirmed")}
        value={sync.acknowledgedAt === null ? t("never") : ago(sync.acknowledgedAt)}
      />
      <Fact
        icon={<Lock {...ICON} />}
        name={t("kept")}
        value={t(facts.kept === null ? "keptUnknown" : facts.kept ? "keptYes" : "keptNo")}
      />
      <Fact
        icon={sync.refused > 0 ? <TriangleAlert {...ICON} className="text-amber" /> : <Check {...ICON} />}
        name={t("refused")}
        value={sync.refused > 0 ? String(sync.refused) : t("none")}
      />
    </dl>
  );
}

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

function Fact({ icon, name, value }: { icon: ReactNode; name: string; value: string }) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2.5">
      <dt className="flex items-center gap-4 text-body">
        <span className="flex w-8 shrink-0 justify-center">{icon}</span>
        {name}
      </dt>
      <dd className="text-right text-row font-strong">{value}</dd>
    </div>
  );
}
