"use client";

import { Minus, Plus } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";
import { parseNumber } from "./parse-number";

interface StepperProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Names the number for those who hear it: "Minutes". */
  readonly label: string;
  readonly decreaseLabel: string;
  readonly increaseLabel: string;
  /** Under the number, or beside it in the low one: "each side", "min". */
  readonly unit?: ReactNode;
  /** Shown in place of the bare number: "2 × 8". */
  readonly shown?: string;
  readonly height?: 72 | 48;
  /** Steps to the next value that may stand there, such as the next weight owned. */
  readonly next?: (value: number, direction: 1 | -1) => number;
}

// A finger that stays down: the first repeat comes late so that a tap is a tap. Our own numbers.
const REPEAT_AFTER_MS = 420;
const REPEAT_EVERY_MS = 110;

/** Minus, number, plus. A long press repeats; a tap on the number opens the keypad. */
export function Stepper(props: StepperProps) {
  const { value, min, max, step = 1, label, unit, shown, height = 72 } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const hold = useHold((direction) => {
    const { value: now, onChange, next } = latest.current;
    const wished = next ? next(now, direction) : now + direction * step;
    onChange(Math.min(max, Math.max(min, wished)));
  });

  function commit() {
    const read = typed === null ? null : parseNumber(typed);
    setTyped(null);
    if (read !== null) props.onChange(Math.min(max, Math.max(min, read)));
  }

  const low = height === 48;
  const end =
    "flex w-12 shrink-0 items-center justify-center self-stretch rounded-control active:bg-sunk disabled:text-line";
  return (
    <fieldset aria-label={label}>
      <div
        className={classNames(
          "flex items-stretch rounded-control border-[1.25px] border-line focus-within:border-ink",
          low ? "min-h-12" : "min-h-18",
        )}
      >
        <button type="button" className={end} aria-label={props.decreaseLabel} disabled={value <= min} {...hold(-1)}>
          <Minus size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <div className={classNames("flex min-w-0 grow items-center justify-center", low ? "gap-1.5" : "flex-col")}>
          {typed === null ? (
            <button
              type="button"
              className={classNames(
                "stretch-stepper rounded-tile px-1 whitespace-nowrap font-title",
                low ? "text-section" : "text-title",
              )}
              aria-label={`${label}: ${shown ?? value}`}
              onClick={() => setTyped(String(value))}
            >
              {shown ?? value}
            </button>
          ) : (
            <input
              ref={focusIt}
              inputMode="decimal"
              aria-label={label}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onFocus={(event) => event.target.select()}
              onBlur={commit}
              onKeyDown={(event) => {
                if (event.key === "Enter") commit();
                if (event.key === "Escape") setTyped(null);
              }}
              className={classNames(
                "stretch-stepper w-full min-w-0 bg-transparent text-center font-title outline-none",
                low ? "text-section" : "text-title",
              )}
            />
          )}
          {unit !== undefined && (
            <span className={classNames("text-ink2", low ? "text-row" : "-mt-0.5 text-caption")}>{unit}</span>
          )}
        </div>
        <button type="button" className={end} aria-label={props.increaseLabel} disabled={value >= max} {...hold(1)}>
          <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
    </fieldset>
  );
}

// The runner asked for the keypad by tapping the number, so the focus may move.
function focusIt(input: HTMLInputElement | null) {
  input?.focus();
}

/** Pointer handlers that step once at a tap and again and again while held. */
function useHold(change: (direction: 1 | -1) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const repeated = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = () => clearTimeout(timer.current);

  return (direction: 1 | -1) => ({
    onPointerDown: () => {
      repeated.current = false;
      const repeat = () => {
        repeated.current = true;
        change(direction);
        timer.current = setTimeout(repeat, REPEAT_EVERY_MS);
      };
      stop();
      timer.current = setTimeout(repeat, REPEAT_AFTER_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => {
      if (!repeated.current) change(direction);
      repeated.current = false;
    },
  });
}
