declare const brand: unique symbol;

/** A `Base` that only its own parser may make: an id of a unit is not an id of an indicator. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
