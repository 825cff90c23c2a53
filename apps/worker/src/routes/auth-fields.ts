import * as v from "valibot";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "../auth/accounts";

export const email = v.pipe(v.string(), v.trim(), v.email("This is no e-mail address."), v.maxLength(254));
/** Any password that could be one. */
export const password = v.pipe(v.string(), v.maxLength(PASSWORD_LENGTH_MAX));
export const newPassword = v.pipe(
  v.string(),
  v.minLength(PASSWORD_LENGTH_MIN, `A password has at least ${PASSWORD_LENGTH_MIN} characters.`),
  v.maxLength(PASSWORD_LENGTH_MAX, `A password has at most ${PASSWORD_LENGTH_MAX} characters.`),
);
export const code = v.pipe(v.string(), v.trim(), v.minLength(1, "Type the code from the e-mail."), v.maxLength(20));
