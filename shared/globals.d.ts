/**
 * The few globals that every host of the shared floors has (Node 18+, Chromium 114+), declared by
 * hand so that neither Node's nor the DOM's types can slip in.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare function structuredClone<T>(value: T): T;
