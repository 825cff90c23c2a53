import type { CSSProperties, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "@/ui/class-names";
import { kindColour, kindTint, type ColouredKind } from "./kind-colour";
import { Plate } from "./plate";
import { hourPosition } from "./ribbon-geometry";
import type { RibbonRun, RibbonSession } from "./ribbon-week";
import { RunGlyph } from "./run-glyph";

const CHIP = 48;
/** The chip's edge and the hour it stands for may differ by this much, for the border's sake. */
const EDGE = 2;

interface ChipPlace {
  readonly dayHeight: number;
  /** Several on one day stand side by side. */
  readonly share: { readonly index: number; readonly of: number };
}

interface RunChipProps extends ChipPlace {
  readonly run: RibbonRun;
  readonly onPress?: (key: string) => void;
}

/** A run: its top edge is its start. */
export function RunChip({ run, dayHeight, share, onPress }: RunChipProps) {
  const t = useTranslations("drawing");
  const words = useTranslations("run");
  const top = Math.min(dayHeight - CHIP, Math.max(0, hourPosition(run.hour) * dayHeight - EDGE));
  return (
    <Chip
      kind={run.kind}
      solid={run.done}
      style={sideBySide(share, top)}
      {...(onPress === undefined ? {} : { onPress: () => onPress(run.key) })}
    >
      <RunGlyph kind={run.kind} size={18} {...(run.done ? { colour: "var(--paper)" } : {})} />
      <ChipWords name={share.of > 1 ? words(`short.${run.kind}`) : words(`kind.${run.kind}`)} solid={run.done}>
        {run.minutes > 0 &&
          (share.of > 1 ? (
            t("minutes", { minutes: run.minutes })
          ) : (
            <WithTime minutes={run.minutes} time={run.startTime} />
          ))}
      </ChipWords>
    </Chip>
  );
}

interface SessionChipProps extends ChipPlace {
  readonly session: RibbonSession;
  readonly onPress?: (key: string) => void;
}

/** A strength session: its lower edge is its end. */
export function SessionChip({ session, dayHeight, share, onPress }: SessionChipProps) {
  const t = useTranslations("drawing");
  const words = useTranslations("programme");
  const bottom = Math.min(dayHeight, Math.max(CHIP, hourPosition(session.endHour) * dayHeight + EDGE));
  const solid = session.state === "done" || session.state === "moved";
  const gone = session.state === "missed" || session.state === "excused";
  return (
    <Chip
      kind="strength"
      solid={solid}
      gone={gone}
      style={sideBySide(share, bottom - CHIP)}
      {...(onPress === undefined ? {} : { onPress: () => onPress(session.key) })}
    >
      <Plate letter={session.letter} state={session.state} dose={session.dose} width={34} height={25} cutOut={solid} />
      <ChipWords name={words(`session.${session.kind}.short`)} solid={solid}>
        {share.of > 1 ? (
          t("minutes", { minutes: session.minutes })
        ) : (
          <WithTime minutes={session.minutes} time={session.startTime} />
        )}
      </ChipWords>
    </Chip>
  );
}

// Below 360 px the time leaves the chip; kind and minutes stay.
function WithTime({ minutes, time }: { minutes: number; time: string }) {
  const t = useTranslations("drawing");
  return (
    <>
      <span className="max-wide:hidden">{t("minutesAt", { minutes, time })}</span>
      <span className="wide:hidden">{t("minutes", { minutes })}</span>
    </>
  );
}

function ChipWords({ name, solid, children }: { name: string; solid: boolean; children: ReactNode }) {
  return (
    <span className="min-w-0 text-left">
      <span className="block truncate text-row leading-[1.125rem] font-strong">{name}</span>
      <span className={classNames("block truncate text-caption", solid ? "text-paper" : "text-ink2")}>{children}</span>
    </span>
  );
}

interface ChipProps {
  readonly kind: ColouredKind;
  readonly solid: boolean;
  readonly gone?: boolean;
  readonly style: CSSProperties;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

function Chip({ kind, solid, gone = false, style, onPress, children }: ChipProps) {
  const look = classNames(
    "absolute flex h-12 items-center gap-2 overflow-hidden rounded-chip border-[1.5px] px-2",
    solid ? "text-paper" : "text-ink",
    gone && "border-dashed",
  );
  const colours = gone
    ? { borderColor: "var(--line)", background: "var(--paper)" }
    : { borderColor: kindColour(kind), background: solid ? kindColour(kind) : kindTint(kind) };
  if (onPress === undefined)
    return (
      <span className={look} style={{ ...style, ...colours }}>
        {children}
      </span>
    );
  return (
    <button type="button" className={look} style={{ ...style, ...colours }} onClick={onPress}>
      {children}
    </button>
  );
}

function sideBySide({ index, of }: ChipPlace["share"], top: number): CSSProperties {
  return { top, left: `${(index / of) * 100}%`, width: `calc(${100 / of}% - ${of > 1 ? 3 : 0}px)` };
}
