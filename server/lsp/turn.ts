/** What is to be done at the next turn of the event loop, where there is no `setImmediate`: in a browser's worker. */
const queue: (() => void)[] = [];
let channel: InstanceType<typeof MessageChannel> | undefined;

/** Does something at the next turn of the event loop, after the messages that have arrived already. No timer is involved. */
export function soon(work: () => void): void {
  if (typeof setImmediate === "function") {
    setImmediate(work);
    return;
  }
  if (!channel) {
    channel = new MessageChannel();
    // Node's types name only its own way of listening.
    (channel.port1 as unknown as { onmessage: () => void }).onmessage = () => queue.shift()?.();
  }
  queue.push(work);
  channel.port2.postMessage(null);
}

/** One turn of the event loop, in which a key that was typed meanwhile is answered. */
export const turn = (): Promise<void> => new Promise((go) => soon(go));
