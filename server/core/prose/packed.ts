/** Bits of the number that says how a list is written. */
const HEAD = 5;
/** The most bits that are written as they are of each number in a list. */
const MOST_PLAIN = 20;

/**
 * Lists of whole numbers from 0 up, in as few bits as small numbers that come often need (a Rice code): of each number its lowest bits
 * as they are, as many as suit the list, and before them a 0 for each time that the rest counts, and a 1.
 */
export function packing(): { readonly add: (numbers: readonly number[]) => void; readonly done: () => string } {
  const bytes: number[] = [];
  let used = 8;
  const put = (bit: number) => {
    if (used === 8) {
      bytes.push(0);
      used = 0;
    }
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | (bit << (7 - used++));
  };
  const putPlain = (number: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit--) put((number >>> bit) & 1);
  };
  return {
    add: (numbers) => {
      const plain = plainBitsFor(numbers);
      putPlain(plain, HEAD);
      for (const number of numbers) {
        for (let rest = number >>> plain; rest > 0; rest--) put(0);
        put(1);
        putPlain(number, plain);
      }
    },
    done: () => {
      let text = "";
      for (let from = 0; from < bytes.length; from += 4096) text += String.fromCharCode(...bytes.slice(from, from + 4096));
      return btoa(text);
    },
  };
}

/** How many bits of each number are best written as they are. */
function plainBitsFor(numbers: readonly number[]): number {
  const lengths = Array.from({ length: MOST_PLAIN + 1 }, (_, plain) =>
    numbers.reduce((sum, number) => sum + (number >>> plain) + 1 + plain, 0),
  );
  return lengths.indexOf(Math.min(...lengths));
}

/**
 * Reads the lists again: each time the next one, of so many numbers. Throws where there are not as many.
 * Counted by hand: a model is opened before the first verdict, when an engine is slowest.
 */
export function unpacking(packed: string): (count: number) => Uint32Array {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length + 5);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const end = letters.length * 8;
  let at = 0;
  /** The next 32 bits. */
  const ahead = () => {
    const byte = at >>> 3;
    const shift = at & 7;
    const four = ((bytes[byte] ?? 0) << 24) | ((bytes[byte + 1] ?? 0) << 16) | ((bytes[byte + 2] ?? 0) << 8) | (bytes[byte + 3] ?? 0);
    return shift === 0 ? four : (four << shift) | ((bytes[byte + 4] ?? 0) >>> (8 - shift));
  };
  const plainly = (bits: number) => {
    if (bits === 0) return 0;
    const number = ahead() >>> (32 - bits);
    at += bits;
    return number;
  };
  return (count) => {
    const plain = plainly(HEAD);
    const numbers = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      let rest = 0;
      for (;;) {
        if (at >= end) throw new Error("What was packed ends too early.");
        const zeros = Math.clz32(ahead());
        rest += zeros;
        at += zeros;
        if (zeros < 32) break;
      }
      at++;
      numbers[i] = rest * 2 ** plain + plainly(plain);
    }
    return numbers;
  };
}
