import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";

/** The way on and the way back of a form that opened in place. */
export function FormButtons({ text, working, onCancel }: { text: string; working: boolean; onCancel: () => void }) {
  const t = useTranslations("account");
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" size={48} disabled={working}>
        {working ? t("working") : text}
      </Button>
      <Button look="text" onClick={onCancel}>
        {t("manage.cancel")}
      </Button>
    </div>
  );
}
