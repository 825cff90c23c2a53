import dynamic from "next/dynamic";
import { useState } from "react";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import { useDeviceValue, useRecords, useSafety, writeDeviceValue } from "@/data";
import { morningOf, type Morning } from "./morning";

const MorningCard = dynamic(() => import("./morning-card").then((module) => module.MorningCard));

/** Once, on the morning after a pain: how it is. */
export function MorningPlace({ today }: { today: LocalDate }) {
  const { health } = useSafety();
  const logs = useRecords("session_log", { from: addDays(today, -1) }).value;
  const open = morningOf({ today, health, sessions: logs.map(({ id }) => id) });
  const [answered, setAnswered] = useState<Morning | null>(null);
  const morning = answered ?? open;
  const skipped = useDeviceValue(`notNow/${morning?.id ?? ""}`);
  if (morning === null || skipped.status !== "ready" || skipped.value === true) return null;
  return (
    <MorningCard
      key={morning.id}
      morning={morning}
      onAnswered={() => setAnswered(morning)}
      onSkip={() => void writeDeviceValue(`notNow/${morning.id}`, true)}
      onClose={() => setAnswered(null)}
    />
  );
}
