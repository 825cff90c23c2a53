/** What the fields hold, and what the server will surely refuse. */
export interface AccountForm {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type AccountMode = "create" | "signIn";

/** The server's own bound. */
export const PASSWORD_MIN = 8;

export type FormFault = "nameMissing" | "emailMissing" | "passwordShort" | "passwordMissing";

/** What is missing, field by field; an empty object when the form can be sent. */
export function faultsOf(
  form: AccountForm,
  mode: AccountMode,
): Readonly<Partial<Record<keyof AccountForm, FormFault>>> {
  return {
    ...(mode === "create" && form.name.trim() === "" ? { name: "nameMissing" as const } : {}),
    ...(isEmail(form.email) ? {} : { email: "emailMissing" as const }),
    ...passwordFault(form.password, mode),
  };
}

/** Whether a text looks like an address; the server judges it. */
export function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

function passwordFault(password: string, mode: AccountMode): { readonly password?: FormFault } {
  if (mode === "create") return password.length < PASSWORD_MIN ? { password: "passwordShort" } : {};
  return password === "" ? { password: "passwordMissing" } : {};
}
