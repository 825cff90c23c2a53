import { type Push, type Tx, writePushes } from "@legwork/db";

/** What one of several pushes has of their common write. */
export interface Share {
  write(push: Push): void;
  /** Resolves when what all of them write is on its way: whoever asks the database after that is told what it holds then. */
  sent(): Promise<void>;
  /** Nothing more comes from this push. */
  end(): void;
}

/**
 * The writes of so many pushes of one transaction, which leave as one statement once each push has ended or waits for them. A failure
 * of the statement fails the transaction.
 */
export function sharedWrite(tx: Tx, pushes: number): { share(): Share } {
  const written: Push[] = [];
  let expected = pushes;
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const arrive = () => {
    expected -= 1;
    if (expected > 0) return;
    if (written.length > 0) tx.behind(() => writePushes(tx, written));
    leave();
  };
  return {
    share() {
      let isOpen = true;
      const end = () => {
        if (isOpen) arrive();
        isOpen = false;
      };
      return {
        write(push) {
          if (!isOpen) throw new Error("This push has ended.");
          written.push(push);
        },
        sent() {
          end();
          return left;
        },
        end,
      };
    },
  };
}
