import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { GoneError, openLocalDb, type PhoneDb, putDeviceValue, readCurrentRunner } from "@/local-db";
import { clearDeletedAccount, leaveAccount, removeAccountCopy } from "./leave-account";
import { FakeServer } from "./testing/fake-server";
import { makePhone, type Phone, recordId } from "./testing/phone";
import { changeStream } from "./stream";

async function phoneWithRecord(server: FakeServer) {
  const phone = await makePhone(server);
  await phone.write(recordId(), { name: "Ada" });
  return phone;
}

function databasesOf(phone: Phone) {
  return indexedDB
    .databases()
    .then((all) => all.flatMap(({ name }) => name ?? []).filter((name) => name.startsWith(`${phone.name}/`)));
}

describe("signing out", () => {
  test("takes the account's records from a shared phone when everything is on the server", async () => {
    const phone = await phoneWithRecord(new FakeServer());
    await phone.sync();
    await leaveAccount(phone.db);
    expect(await removeAccountCopy(phone.db, phone.runner)).toBe(true);
    expect(await databasesOf(phone)).toEqual([`${phone.name}/${await readCurrentRunner(phone.db)}`]);
    expect(await removeAccountCopy(phone.db, phone.runner)).toBe(true);
  });

  test.each(["waiting", "refused"] as const)("keeps them while something is %s", async (what) => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    if (what === "refused") server.rejectOps.add(id);
    await phone.write(id, { name: "Ada" });
    if (what === "refused") await phone.sync();
    await leaveAccount(phone.db);
    expect(await removeAccountCopy(phone.db, phone.runner)).toBe(false);
    const left = phone.db.account(phone.runner);
    expect(await left.read(["records"], (tx) => tx.objectStore("records").count())).toBe(1);
  });

  test("does not take away what is shown", async () => {
    const phone = await phoneWithRecord(new FakeServer());
    await phone.sync();
    expect(await removeAccountCopy(phone.db, phone.runner)).toBe(false);
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
  });

  test("a removal that was cut short does not stand in the way of the next sign-in", async () => {
    const phone = await phoneWithRecord(new FakeServer());
    await phone.sync();
    await leaveAccount(phone.db);
    await phone.db.account(phone.runner).write(["device"], (tx) => putDeviceValue(tx, "movedTo", phone.runner));
    phone.db.close();

    const next: PhoneDb = openLocalDb({ name: phone.name });
    await next.bear(phone.runner);
    await next.account(phone.runner).write(["streams"], (tx) => changeStream(tx, phone.runner, { state: "live" }));
    await next.show(phone.runner);
    expect(await readCurrentRunner(next)).toBe(phone.runner);
    expect(await next.read(["records"], (tx) => tx.objectStore("records").count())).toBe(0);
  });
});

describe("an account that was deleted", () => {
  test("is cleared from this phone when the runner agrees, and only then", async () => {
    const server = new FakeServer();
    const phone = await phoneWithRecord(server);
    server.faults = [{ status: 410 }];
    await phone.sync();
    expect(await phone.status()).toMatchObject({ connection: "accountDeleted", onlyHere: 1 });
    await clearDeletedAccount(phone.db);
    expect(await phone.status()).toMatchObject({ connection: "local", onlyHere: 0 });
    await expect(readCurrentRunner(phone.db.account(phone.runner))).rejects.toBeInstanceOf(GoneError);
  });

  test("nothing else clears anything", async () => {
    const server = new FakeServer();
    const phone = await phoneWithRecord(server);
    server.faults = [{ status: 401 }];
    await phone.sync();
    await clearDeletedAccount(phone.db);
    expect(await phone.status()).toMatchObject({ connection: "signedOut", onlyHere: 1 });
  });
});
