import { randomUUID } from "node:crypto";
import type { EmailChange, Me, SignInWays } from "@legwork/core/wire";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { smtpMail } from "../auth/mail";
import { mailServer, type MailServer } from "../testing/mail-server";
import { browser, signedUp, testServer, type TestServer } from "../testing/test-server";

let mails: MailServer;
let server: TestServer;
beforeAll(async () => {
  mails = await mailServer();
  server = await testServer({ passwords: null, sendMail: smtpMail({ url: mails.url, from: "legwork@example.org" }) });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});
// One address asks for all of them.
let hour = 0;
beforeEach(() => server.setNow(new Date(Date.UTC(2026, 2, 2, (hour += 2)))));

const PASSWORD = "eight or more";
const NEXT = "tractor lemon ladder";
type Purpose = "signIn" | "newPassword" | "confirmEmail";
const askCode = (email: string, purpose: Purpose) =>
  browser(server.app).request("POST", "/api/auth/codes", { email, purpose });

test("a server with a mail server offers codes, one without says so", async () => {
  const ways = async (one: TestServer) =>
    (await (await browser(one.app).request("GET", "/api/auth/ways")).json()) as SignInWays;
  expect(await ways(server)).toEqual({ password: true, emailCode: true, passkey: false });
  const without = await testServer();
  expect(await ways(without)).toEqual({ password: true, emailCode: false, passkey: false });
  const mo = await signedUp(without.app);
  for (const [path, body] of [
    ["/api/auth/codes", { email: mo.account.email, purpose: "signIn" }],
    ["/api/auth/sign-in/code", { email: mo.account.email, code: "12345678" }],
    ["/api/auth/new-password", { email: mo.account.email, code: "12345678", password: NEXT }],
    ["/api/auth/confirm-email", { email: mo.account.email, code: "12345678" }],
    ["/api/me/email/confirm", { email: "next@example.org", code: "12345678" }],
  ] as const) {
    const refused = await mo.request("POST", path, body);
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: "noMailServer" }]);
  }
  await without.close();
});

test("a confirmed e-mail signs in with a code, once, and other sessions and the password stay", async () => {
  const mo = await signedUp(server.app);
  const { email } = mo.account;
  await askCode(email, "confirmEmail");
  const confirmation = { email, code: await mails.nextCode(email) };
  expect((await mo.request("POST", "/api/auth/confirm-email", confirmation)).status).toBe(204);
  expect((await askCode(email, "signIn")).status).toBe(204);
  const code = await mails.nextCode(email);
  const phone = browser(server.app);
  const signedIn = await phone.request("POST", "/api/auth/sign-in/code", { email, code });
  expect([signedIn.status, await signedIn.json()]).toMatchObject([200, { user: { email } }]);
  expect(((await (await phone.request("GET", "/api/me")).json()) as Me).runner).toBe(mo.runner);
  const again = await browser(server.app).request("POST", "/api/auth/sign-in/code", { email, code });
  expect([again.status, await again.json()]).toMatchObject([401, { code: "wrongCode" }]);
  expect((await mo.request("GET", "/api/me")).status).toBe(200);
  expect((await phone.request("POST", "/api/auth/sign-in/email", { email, password: PASSWORD })).status).toBe(200);
});

test("the first code for an unconfirmed e-mail takes the account from whoever made it with a foreign address", async () => {
  const squatter = await signedUp(server.app);
  const { email } = squatter.account;
  await askCode(email, "signIn");
  const owner = browser(server.app);
  const signIn = { email, code: await mails.nextCode(email) };
  expect((await owner.request("POST", "/api/auth/sign-in/code", signIn)).status).toBe(200);
  expect((await squatter.request("GET", "/api/me")).status).toBe(401);
  expect((await squatter.request("POST", "/api/auth/sign-in/email", { email, password: PASSWORD })).status).toBe(401);
});

test("a forgotten password is replaced with a code, which ends every session", async () => {
  const mo = await signedUp(server.app);
  const { email } = mo.account;
  await askCode(email, "newPassword");
  const code = await mails.nextCode(email);
  const set = (body: object) => browser(server.app).request("POST", "/api/auth/new-password", { email, ...body });
  const weak = await set({ code, password: "password1" });
  expect([weak.status, await weak.json()]).toMatchObject([400, { code: "weakPassword" }]);
  const wrong = await set({ code: "00000000", password: NEXT });
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: "wrongCode" }]);
  expect((await set({ code, password: NEXT })).status).toBe(204);
  expect((await set({ code, password: NEXT })).status).toBe(401);
  expect((await mo.request("GET", "/api/me")).status).toBe(401);
  const signIn = (password: string) => mo.request("POST", "/api/auth/sign-in/email", { email, password });
  expect([(await signIn(PASSWORD)).status, (await signIn(NEXT)).status]).toEqual([401, 200]);
});

test("no answer tells whether an e-mail has an account", async () => {
  const mo = await signedUp(server.app);
  const [known, unknown] = [mo.account.email, `${randomUUID()}@example.org`];
  const both = async (act: (email: string) => Promise<Response>) =>
    Promise.all(
      [known, unknown].map(async (email) => {
        const response = await act(email);
        return [response.status, await response.text()];
      }),
    );
  for (const purpose of ["signIn", "newPassword", "confirmEmail"] as const) {
    const [one, two] = await both((email) => askCode(email, purpose));
    expect(one).toEqual(two);
  }
  // More wrong codes than one code bears.
  for (let tries = 0; tries < 12; tries += 1) {
    const [one, two] = await both((email) =>
      browser(server.app).request("POST", "/api/auth/sign-in/code", { email, code: "00000000" }),
    );
    expect(one).toEqual(two);
  }
  expect(mails.mailsTo(unknown)).toEqual([]);
});

test("a code bears ten wrong tries and no more", async () => {
  const mo = await signedUp(server.app);
  const { email } = mo.account;
  await askCode(email, "signIn");
  const code = await mails.nextCode(email);
  for (let tries = 0; tries < 10; tries += 1) {
    await browser(server.app).request("POST", "/api/auth/sign-in/code", { email, code: "00000000" });
  }
  server.setNow(new Date(Date.UTC(2026, 2, 2, hour + 1)));
  const late = await browser(server.app).request("POST", "/api/auth/sign-in/code", { email, code });
  expect([late.status, await late.json()]).toMatchObject([401, { code: "wrongCode" }]);
});

test("a code is too old after ten minutes, and is kept as a hash only", async () => {
  const mo = await signedUp(server.app);
  const { email } = mo.account;
  await askCode(email, "signIn");
  const code = await mails.nextCode(email);
  const { client } = server.database.db;
  const { rows } = await client.query("select v::text as row from verification v");
  expect(JSON.stringify(rows)).not.toContain(code);
  await client.query("update verification set expires_at = expires_at - interval '10 minutes'");
  const late = await browser(server.app).request("POST", "/api/auth/sign-in/code", { email, code });
  expect([late.status, await late.json()]).toMatchObject([401, { code: "wrongCode" }]);
});

test("a new e-mail counts when its code is typed; the old one is told", async () => {
  const mo = await signedUp(server.app);
  const next = `${randomUUID()}@example.net`;
  const moved = await mo.request("POST", "/api/me/email", { email: next, password: PASSWORD });
  expect((await moved.json()) as EmailChange).toEqual({ status: "codeSent" });
  const emailNow = async () => ((await (await mo.request("GET", "/api/me")).json()) as Me).account.email;
  expect(await emailNow()).toBe(mo.account.email);
  const confirm = (code: string) => mo.request("POST", "/api/me/email/confirm", { email: next, code });
  const wrong = await confirm("00000000");
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: "wrongCode" }]);
  expect((await confirm(await mails.nextCode(next))).status).toBe(204);
  expect(await emailNow()).toBe(next);
  await expect.poll(() => mails.mailsTo(mo.account.email).join()).toContain("another e-mail now");
});

test("a code for a taken e-mail is never sent, and the answer does not tell", async () => {
  const [mo, eve] = [await signedUp(server.app), await signedUp(server.app, "Eve")];
  const moved = await mo.request("POST", "/api/me/email", { email: eve.account.email, password: PASSWORD });
  expect((await moved.json()) as EmailChange).toEqual({ status: "codeSent" });
  expect(mails.mailsTo(eve.account.email)).toEqual([]);
});

test("nobody fills a mailbox: five mails an hour for one address, whoever it belongs to", async () => {
  const email = `${randomUUID()}@example.org`;
  const statuses: number[] = [];
  for (let index = 0; index < 7; index += 1) statuses.push((await askCode(email, "signIn")).status);
  expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429]);
});

test("a mail server that is down breaks nothing and tells nothing", async () => {
  const down = await testServer({ sendMail: smtpMail({ url: "smtp://127.0.0.1:1", from: "legwork@example.org" }) });
  const mo = await signedUp(down.app);
  const asked = await browser(down.app).request("POST", "/api/auth/codes", {
    email: mo.account.email,
    purpose: "signIn",
  });
  expect(asked.status).toBe(204);
  await down.close();
});
