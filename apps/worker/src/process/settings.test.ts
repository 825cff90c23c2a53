import { expect, test } from "vitest";
import { readSettings } from "./settings";

test("without SMTP_URL there is no mail", () => {
  expect(readSettings({}).mail).toBeNull();
});

test.each([
  [{ SMTP_URL: "smtp://club%40example.org:secret@mail.example.org:587" }, "club@example.org"],
  [
    { SMTP_URL: "smtps://user:secret@mail.example.org", LEGWORK_MAIL_FROM: "legwork@example.org" },
    "legwork@example.org",
  ],
])("the sender is the one that is set, or else the user: %j", (environment, from) => {
  expect(readSettings(environment).mail).toEqual({ url: environment.SMTP_URL, from });
});

test.each([
  [{ SMTP_URL: "mail.example.org:587" }, "SMTP_URL must look like"],
  [{ SMTP_URL: "https://mail.example.org" }, "SMTP_URL must look like"],
  [{ SMTP_URL: "smtp://user:secret@mail.example.org" }, "Set LEGWORK_MAIL_FROM"],
  [{ SMTP_URL: "smtp://mail.example.org", LEGWORK_MAIL_FROM: "nobody" }, "Set LEGWORK_MAIL_FROM"],
  [{ LEGWORK_MAIL_FROM: "legwork@example.org" }, "LEGWORK_MAIL_FROM needs SMTP_URL"],
])("%j is refused with a sentence that repeats no password", (environment, sentence) => {
  expect(() => readSettings(environment)).toThrow(sentence);
  expect(() => readSettings(environment)).not.toThrow("secret");
});
