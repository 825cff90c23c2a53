/** From nothing to a started plan with the sample week, as a runner does it. */
export async function walkOnboarding(page, url, picture = async () => {}) {
  await page.goto(`${url}/start`);
  await page.getByRole("button", { name: "Begin" }).waitFor();
  await picture("onboarding-1-welcome", false);
  await page.getByRole("button", { name: "Begin" }).click();
  await picture("onboarding-2-empty", false);
  await page.getByRole("button", { name: "Use the sample week" }).click();
  await page.getByRole("button", { name: /^Friday/ }).click();
  await picture("onboarding-2-week", false);
  await page.getByRole("button", { name: /Next/ }).click();
  await page.getByRole("radio", { name: /A pair of dumbbells/ }).check();
  await picture("onboarding-3-kit", false);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("checkbox", { name: "None of these" }).check();
  await page.getByLabel("Year of birth").fill("1988");
  await picture("onboarding-4-safety");
  await page.getByRole("button", { name: "Next" }).click();
  await picture("onboarding-5-limits");
  await page.getByRole("button", { name: "Place strength" }).click();
  await page.getByRole("button", { name: /^Start/ }).waitFor();
  await picture("onboarding-6-result");
  await page.getByRole("button", { name: /^Start/ }).click();
  await page.waitForURL(`${url}/`);
}
