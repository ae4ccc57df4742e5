/**
 * The two functions of Papa Parse that the bundle uses. Its own types pull in all of Node's, which
 * the shared floors must not see.
 */
declare module 'papaparse/papaparse.js' {
  type ParseOptions = {
    readonly delimiter: string;
    readonly newline: '\r\n';
    readonly quoteChar: string;
    readonly header: false;
    readonly skipEmptyLines: false;
  };
  type ParseFault = { readonly code: string; readonly row?: number };
  type Parsed = {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseFault[];
  };
  type UnparseOptions = {
    readonly delimiter: string;
    readonly newline: '\r\n';
    readonly quoteChar: string;
    readonly header: false;
  };
  const Papa: {
    readonly parse: (text: string, options: ParseOptions) => Parsed;
    readonly unparse: (rows: readonly (readonly string[])[], options: UnparseOptions) => string;
  };
  export = Papa;
}
