/** One answer of server-sent events (WHATWG HTML 9.2). @module */

export type EventStream = {
  send: (event: string, data: unknown) => void;
  /** A comment that keeps the connection and finds out whether anybody is there. */
  beat: () => void;
  close: () => void;
  onClose: (closed: () => void) => void;
  response: Response;
};

/** Events that wait for a reader who does not read; one that is so far behind starts over. */
const waitingMax = 32;

export const openEventStream = (): EventStream => {
  const text = new TextEncoder();
  const listeners = new Set<() => void>();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  const ended = (): void => {
    if (!controller) return;
    controller = null;
    for (const closed of listeners) closed();
  };
  const close = (): void => {
    const open = controller;
    ended();
    try {
      open?.close();
    } catch {
      // The reader was faster.
    }
  };
  const write = (line: string): void => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) <= 0) close();
    else controller.enqueue(text.encode(line));
  };
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
      write("retry: 2000\n\n");
    },
    cancel: ended,
  }, new CountQueuingStrategy({ highWaterMark: waitingMax }));

  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(":\n\n"),
    close,
    onClose: (closed) => void listeners.add(closed),
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        // nginx and its kin would keep events back to fill a buffer.
        "x-accel-buffering": "no",
      },
    }),
  };
};
