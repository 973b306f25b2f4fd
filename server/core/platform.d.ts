// What every JavaScript platform has and the language alone does not name: enough of it for digests of text and for bytes in text.
declare const crypto: { readonly subtle: { digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer> } };
declare class TextDecoder {
  constructor(encoding: "utf-8", options: { readonly fatal: true; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
