/** Where a push may go. An endpoint is an address a phone gives us and we connect to, so only the
 *  browsers' own push services are ever connected to; checked when subscribing and again when
 *  sending. OWASP A10 (SSRF). @module */

/** Push services of the browsers: exact names, and names under one that belongs to a browser. */
const hosts = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^([a-z0-9-]+\.)+push\.apple\.com$/,
  /^([a-z0-9-]+\.)+notify\.windows\.com$/,
];

const endpointMax = 1024;

/** Origins of the settings: `push.example`, `push.example:8443` or `http://127.0.0.1:4000`. */
const originOf = (extra: string): string | null => {
  try {
    return new URL(extra.includes("://") ? extra : `https://${extra}`).origin;
  } catch {
    return null;
  }
};

/** The address to connect to, or null if it is not a push service's.
 *  @param extraHosts hosts the operator allows besides, with port and scheme as written */
export const pushEndpoint = (text: string, extraHosts: readonly string[] = []): URL | null => {
  if (text.length > endpointMax || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username || url.password || url.hash) return null;
  if (extraHosts.some((extra) => originOf(extra) === url.origin)) return url;
  // The parser has lowered the name and taken 443 off, so what is left to compare is canonical.
  if (url.protocol !== "https:" || url.port !== "") return null;
  return hosts.some((host) => host.test(url.hostname)) ? url : null;
};
