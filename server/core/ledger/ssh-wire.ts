/** Thrown by the readers of this room for bytes that do not hold what they should; caught in this room, never beyond. */
export class Malformed extends Error {}

/** Reads the fields of SSH's wire format one after the other (RFC 4251, section 5). */
export class Wire {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next bytes, exactly so many. */
  take(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) throw new Malformed("it ends too early");
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  uint32(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.take(4);
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  /** The next field: its length, then so many bytes. */
  field(): Uint8Array {
    return this.take(this.uint32());
  }

  /** The next field as ASCII. */
  text(): string {
    return String.fromCharCode(...this.field());
  }

  /** A positive whole number of at most so many bytes, without the zeros before it. */
  natural(most: number): Uint8Array {
    const number = this.field();
    if (number[0] !== undefined && number[0] >= 0x80) throw new Malformed("a number in it is negative");
    const from = number.findIndex((byte) => byte !== 0);
    const plain = from < 0 ? new Uint8Array() : number.subarray(from);
    if (plain.length > most) throw new Malformed("a number in it is too large");
    return plain;
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new Malformed("something follows its end");
  }
}

/** A field of the wire format: its length, then its bytes. */
export function field(content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { length } = bytes;
  return joined([new Uint8Array([length >>> 24, length >>> 16, length >>> 8, length]), bytes]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes of strict base64. Throws `Malformed` for anything else. */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Malformed("it is not base64");
  const binary = atob(text);
  // Spare bits in the last character would let one signature be written in several ways.
  if (btoa(binary) !== text) throw new Malformed("it is not base64");
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
