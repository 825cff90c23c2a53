import { expect, test } from "vitest";
import { refuseWeakPassword } from "./password-strength";

const MO = { email: "mo.runner@example.org", name: "Mo Farell" };

test.each([
  "password",
  "Passw0rd!",
  "iloveyou2",
  "qwertyuiop",
  "sunshine2024",
  "aaaaaaaaaaaaaaaa",
  "abcd1234",
  "19851122",
  "legwork123",
  "legworklegwork",
  "Running1",
  "mo.runner",
  "mo.runner1",
  "mo.runner@example.org",
  "farell2024",
  "4!".repeat(64),
])("%s falls at once", async (password) => {
  await expect(refuseWeakPassword(password, MO)).rejects.toMatchObject({
    problem: { code: "weakPassword", at: "password", detail: expect.stringContaining("three or four words") },
  });
});

test.each(["eight or more", "correct horse battery staple", "vlZ8#kq2w", "tractor lemon ladder", "żółta łódka płynie"])(
  "%s is taken",
  async (password) => {
    await expect(refuseWeakPassword(password, MO)).resolves.toBeUndefined();
  },
);

test("the longest password holds nobody else up", async () => {
  await refuseWeakPassword("eight or more", MO);
  const hardest = ["4@8({[</369&#!1/|0$5+7%2/*x".repeat(5), "!Fk6[&Kp;`+Pu@e0UzEj5Z%Jo:_*Ot".repeat(5)];
  for (const password of hardest) {
    const startMs = performance.now();
    await refuseWeakPassword(password.slice(0, 128), MO);
    // Unbounded, this estimate takes one to two seconds.
    expect(performance.now() - startMs).toBeLessThan(300);
  }
});
