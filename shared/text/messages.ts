/** The keys of a message tree as dotted paths: `'frame.savedAt' | 'sheet.title' | …`. */
export type MessageKeyOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? Name
    : `${Name}.${MessageKeyOf<Tree[Name]>}`;
}[keyof Tree & string];

/** The same tree with any text in its leaves: what a translation has to satisfy. */
export type SameKeysAs<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends string ? string : SameKeysAs<Tree[Name]>;
};
