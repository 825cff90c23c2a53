import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "./class-names";

export type ButtonSize = 80 | 72 | 64 | 56 | 48;
/** Primary is the one solid shape of a screen; quiet has a border; text has none. */
export type ButtonLook = "primary" | "quiet" | "text";

interface LookProps {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  /** Fills its row. */
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  readonly iconAfter?: ReactNode;
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, LookProps {
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look,
  size,
  wide,
  icon,
  iconAfter,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classNames(buttonClass({ look, size, wide }), className)} {...rest}>
      {icon}
      {children}
      {iconAfter}
    </button>
  );
}

export interface ButtonLinkProps extends LookProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly replace?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look, size, wide, icon, iconAfter, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={classNames(buttonClass({ look, size, wide }), className)} {...rest}>
      {icon}
      {children}
      {iconAfter}
    </Link>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Read out; the icon says it to the eye. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** 48 × 48, an icon only. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(
        "flex size-12 shrink-0 items-center justify-center rounded-control text-ink active:bg-sunk disabled:text-line",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}

const SIZES: Record<ButtonSize, string> = {
  80: "min-h-20 px-6 text-title font-title",
  72: "min-h-18 px-6 text-section font-strong",
  64: "min-h-16 px-5 text-section font-strong",
  56: "min-h-14 px-5 text-section font-strong",
  48: "min-h-12 px-4 text-body font-button",
};
const LOOKS: Record<ButtonLook, string> = {
  primary:
    "bg-ink text-paper active:bg-ink2 disabled:bg-sunk disabled:text-ink3 aria-disabled:bg-sunk aria-disabled:text-ink3 focus-visible:outline-offset-[3px]",
  quiet: "border-[1.25px] border-line text-ink active:bg-sunk disabled:border-rule disabled:text-ink3",
  text: "text-ink active:bg-sunk disabled:text-ink3",
};

function buttonClass({
  look = "primary",
  size = look === "primary" ? 56 : 48,
  wide = false,
}: {
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  wide?: boolean | undefined;
}): string {
  return classNames(
    "inline-flex items-center justify-center gap-3 rounded-control py-2 text-center select-none",
    LOOKS[look],
    look === "quiet" && size > 48 ? "min-h-14 px-5 text-section font-strong" : SIZES[size],
    wide && "w-full",
  );
}
