/** Invented names, as a club in the Low Countries with members from elsewhere might have them. */
export const RUNNER_NAMES = [
  "Anna Visser",
  "Bram de Wit",
  "Carmen Ortega",
  "Daan Mulder",
  "Elena Ruiz",
  "Femke Bakker",
  "Gijs Hendriks",
  "Hannah Clarke",
  "Iris van Dam",
  "Javier Molina",
  "Kim Jansen",
  "Lars Smit",
  "Maite Garrido",
  "Niels Postma",
  "Olivia Hughes",
  "Pablo Serrano",
  "Quinten Vos",
  "Roos Kuipers",
  "Sofía Navarro",
  "Tom Ellis",
  "Ursula Brandt",
  "Victor Peeters",
  "Wendy Maas",
  "Xavi Romero",
  "Yara Haddad",
  "Zoë Martens",
  "Aiden Murphy",
  "Beatriz Lozano",
  "Casper Dekker",
  "Demi Willems",
  "Erik Lindqvist",
  "Fleur Scholten",
  "Grace Bennett",
  "Hugo Campos",
  "Ilse Verhoeven",
  "Jonas Meyer",
  "Katie Walsh",
  "Lucas Prins",
  "Marta Delgado",
  "Noor Groen",
] as const;

export const COACH = { name: "Robin Castle", email: "coach@demo.legwork.example", password: "legwork-demo" } as const;
export const SQUAD_NAME = "Tuesday Track";
/** Of every simulated runner: the demo holds nobody's data. */
export const RUNNER_PASSWORD = "legwork-demo";

/** `Zoë Martens` → `zoe.martens@demo.legwork.example`. */
export function emailOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return `${plain.replaceAll(/[^a-z]+/g, ".")}@demo.legwork.example`;
}
