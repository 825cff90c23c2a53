declare const brand: unique symbol;

/** A primitive that only its own maker can make: `Brand<string, "LocalDate">`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
