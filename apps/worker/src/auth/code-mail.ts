import type { Mail } from "./mail";

/** What a code is for, in better-auth's words. */
export type CodeType = "sign-in" | "email-verification" | "forget-password" | "change-email";

/** Minutes that a code can be used. Our own choice. */
export const CODE_MINUTES = 10;

const SUBJECTS: Readonly<Record<CodeType, string>> = {
  "sign-in": "Your code to sign in to Legwork",
  "email-verification": "Your code to confirm your e-mail for Legwork",
  "forget-password": "Your code for a new password for Legwork",
  "change-email": "Your code to use this e-mail with Legwork",
};

const MORE: Readonly<Record<CodeType, string>> = {
  "sign-in":
    "If you never confirmed this e-mail, the code also ends every other sign-in and the old password; set a new one under More, Account.",
  "email-verification": "With a confirmed e-mail you can get back in when the password is forgotten.",
  "forget-password": "A new password signs every device out. What is on the phones stays there.",
  "change-email": "Until you type the code in Legwork, the account keeps its old e-mail.",
};

/** The mail with a code. */
export function codeMail({ email, otp, type }: { email: string; otp: string; type: CodeType }): Mail {
  const text = [
    otp,
    `Type this code in Legwork within ${CODE_MINUTES} minutes. ${MORE[type]}`,
    "You asked for nothing? Then do nothing: without the code nobody gets in.",
  ].join("\n\n");
  return { to: email, subject: SUBJECTS[type], text };
}

/** Tells the old address that the account has another one. */
export function movedMail(email: string): Mail {
  return {
    to: email,
    subject: "Your Legwork account has another e-mail now",
    text: "Somebody who knows your password changed the e-mail of your Legwork account. Was it you? Then all is well. If not, ask whoever runs your Legwork server.",
  };
}
