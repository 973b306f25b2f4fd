// What every JavaScript platform has and the language alone does not name: enough of it for bytes in text, digests and signatures.
type PlatformKey = { readonly type: "public" };
declare const crypto: {
  readonly subtle: {
    digest(algorithm: "SHA-256" | "SHA-512", data: Uint8Array): Promise<ArrayBuffer>;
    importKey(
      format: "raw" | "spki",
      key: Uint8Array,
      algorithm:
        | { readonly name: "Ed25519" }
        | { readonly name: "ECDSA"; readonly namedCurve: "P-256" }
        | { readonly name: "RSASSA-PKCS1-v1_5"; readonly hash: "SHA-256" | "SHA-512" },
      extractable: false,
      uses: readonly ["verify"],
    ): Promise<PlatformKey>;
    verify(
      algorithm: { readonly name: string; readonly hash?: "SHA-256" },
      key: PlatformKey,
      signature: Uint8Array,
      data: Uint8Array,
    ): Promise<boolean>;
  };
};
declare class TextDecoder {
  constructor(encoding: "utf-8", options: { readonly fatal: true; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
