import { expect, test, vi } from "vitest";
import { NoRoomError } from "@/local-db";
import { onWriteFailed, tellingFailure } from "./write-failures";

test.each([
  [new NoRoomError("full"), "noRoom"],
  [new Error("broken"), "notSaved"],
])("a write that fails with %s is told as %s and thrown on", async (error, failure) => {
  const heard = vi.fn();
  const stop = onWriteFailed(heard);
  const failing = async () => {
    throw error;
  };
  await expect(tellingFailure(failing)).rejects.toBe(error);
  expect(heard).toHaveBeenCalledExactlyOnceWith(failure);
  stop();
});

test("a write that is kept is not spoken of", async () => {
  const heard = vi.fn();
  const stop = onWriteFailed(heard);
  expect(await tellingFailure(() => Promise.resolve("kept"))).toBe("kept");
  expect(heard).not.toHaveBeenCalled();
  stop();
});
