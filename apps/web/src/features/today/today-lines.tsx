import type { Plan, PlanWeek } from "@legwork/core/plan";
import { MistakePlace } from "@/shell/mistake-place";
import { BesidePlan } from "./beside-plan";
import type { RoomOnToday } from "./room-on-today";
import { RunsToday } from "./runs-today";
import { TestsLine } from "./tests-line";

interface TodayLinesProps {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly room: RoomOnToday;
}

/** What stands under the answer: today's runs, tests in their weeks, other sessions, and a word on the last weeks. */
export function TodayLines({ plan, week, room }: TodayLinesProps) {
  return (
    <>
      <div className="mt-2 border-b border-rule">
        <RunsToday plan={plan} />
        {room.tests && <TestsLine week={week} />}
        <BesidePlan today={plan.today} />
      </div>
      {room.mistake && <MistakePlace plan={plan} />}
    </>
  );
}
