"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Logo } from "@/drawing/logo";
import { classNames } from "@/ui/class-names";
import { MoreIcon, ProgressIcon, SquadIcon, TodayIcon, WeekIcon } from "./nav-icons";
import { useIsCoach } from "./use-is-coach";

const RUNNER_PLACES = [
  { href: "/", name: "today", Icon: TodayIcon },
  { href: "/week", name: "week", Icon: WeekIcon },
  { href: "/progress", name: "progress", Icon: ProgressIcon },
  { href: "/more", name: "more", Icon: MoreIcon },
] as const;
const SQUAD = { href: "/squad", name: "squad", Icon: SquadIcon } as const;

/** Places of the app: at the thumb on a phone, at the left on a desk, where a coach finds the squad first. */
export function ShellNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  const coach = useIsCoach();
  const places = coach ? [SQUAD, ...RUNNER_PLACES] : RUNNER_PLACES;

  return (
    <nav
      data-shell-nav=""
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-20 flex h-19 items-stretch border-t border-rule bg-paper pb-4 desk:inset-y-0 desk:right-auto desk:h-auto desk:w-19 desk:flex-col desk:gap-1 desk:border-t-0 desk:border-r desk:px-1.5 desk:pt-5 desk:pb-0"
    >
      <Link href="/" aria-label="Legwork" className="mx-auto mb-5 hidden rounded-tile p-1 desk:block">
        <Logo width={40} />
      </Link>
      {places.map(({ href, name, Icon }) => {
        const here = (path.replace(/\/$/, "") || "/") === href;
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? "page" : undefined}
            className={classNames(
              "focus-inside relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-caption desk:min-h-14 desk:flex-none desk:rounded-control",
              here ? "font-strong text-ink desk:bg-ink desk:text-paper" : "text-ink2 mouse:hover:text-ink",
              href === "/squad" && "max-desk:hidden",
            )}
          >
            {here && <span className="absolute -top-px h-[3px] w-9 rounded-b-[3px] bg-ink desk:hidden" />}
            <Icon />
            {t(name)}
          </Link>
        );
      })}
    </nav>
  );
}
