import { expect, test } from "vitest";
import { faultsOf } from "./account-form";

test("a new account needs a name, an address and eight characters", () => {
  expect(faultsOf({ name: " ", email: "mo", password: "short" }, "create")).toEqual({
    name: "nameMissing",
    email: "emailMissing",
    password: "passwordShort",
  });
  expect(faultsOf({ name: "Mo", email: " mo@example.org ", password: "eight or more" }, "create")).toEqual({});
});

test("a known account is let in with any password: the server judges it", () => {
  expect(faultsOf({ name: "", email: "mo@example.org", password: "short" }, "signIn")).toEqual({});
  expect(faultsOf({ name: "", email: "mo@example.org", password: "" }, "signIn")).toEqual({
    password: "passwordMissing",
  });
});
