import { Transform } from "node:stream";

/** Bytes of a line's beginning and end that are kept of one that is too long: enough to find who asked. */
const ENDS = 512;
const NEW_LINE = 10;

/**
 * Cuts input into whole lines, one for each write. A line of more than `most` bytes is not passed on, but told with its beginning
 * and its end, and whatever follows it is read as if it had not been there. Nothing that is longer is ever held.
 */
export function wholeLines(most: number, tooLong: (begin: string, end: string) => void): Transform {
  let parts: Buffer[] = [];
  let length = 0;
  let begin = "";
  let end = Buffer.alloc(0);

  function add(part: Buffer): void {
    length += part.length;
    if (length <= most) return void parts.push(part);
    if (parts.length > 0) begin = Buffer.concat(parts).subarray(0, ENDS).toString();
    else if (begin === "") begin = part.subarray(0, ENDS).toString();
    parts = [];
    end = Buffer.concat([end, part]).subarray(-ENDS);
  }

  function close(stream: Transform): void {
    if (length > most) tooLong(begin, end.toString());
    else if (length > 0) stream.push(Buffer.concat([...parts, Buffer.from("\n")]));
    [parts, length, begin, end] = [[], 0, "", Buffer.alloc(0)];
  }

  return new Transform({
    transform(chunk: Buffer, _, done) {
      let from = 0;
      for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, from)) {
        add(chunk.subarray(from, at));
        close(this);
        from = at + 1;
      }
      if (from < chunk.length) add(chunk.subarray(from));
      done();
    },
    flush(done) {
      close(this);
      done();
    },
  });
}

/** The id of a request of which only the beginning and the end are known. Programs write it first or last. */
export function idIn(begin: string, end: string): string | number | undefined {
  const found =
    /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(-?\d+|"(?:[^"\\]|\\.)*")\s*[,}]/.exec(begin) ??
    /[}"\]\de]\s*,\s*"id"\s*:\s*(-?\d+|"(?:[^"\\]|\\.)*")\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*$/.exec(end);
  return found?.[1] === undefined ? undefined : (JSON.parse(found[1]) as string | number);
}
