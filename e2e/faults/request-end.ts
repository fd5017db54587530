/** Where a request ends in what has come over a line so far (RFC 9112). @module */

const headEnd = Buffer.from("\r\n\r\n");

/** @returns the length of the first request, head and body; 0 while it is not all there */
export const requestEnd = (bytes: Buffer): number => {
  const at = bytes.indexOf(headEnd);
  if (at < 0) return 0;
  const head = bytes.toString("latin1", 0, at);
  const body = at + headEnd.length;
  const length = /^content-length: *(\d+)/im.exec(head);
  if (length) {
    const end = body + Number(length[1]);
    return end <= bytes.length ? end : 0;
  }
  return /^transfer-encoding: *chunked/im.test(head) ? chunkedEnd(bytes, body) : body;
};

const chunkedEnd = (bytes: Buffer, from: number): number => {
  for (let at = from;;) {
    const line = bytes.indexOf("\r\n", at);
    if (line < 0) return 0;
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    at = line + 2 + size + 2;
    if (at > bytes.length) return 0;
    if (size === 0) return at;
  }
};
