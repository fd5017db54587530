/** A push service on this machine, complete enough for a real browser: Chromium checks in, registers
 *  and listens here instead of at Google (three switches tell it so), and our server posts to the
 *  very endpoint that Chromium was given, through a proxy that ends here. The service checks what a
 *  push service checks (RFC 8030, RFC 8292) and hands the encrypted body on as it came. @module */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { verifyVapid } from "../api/push/test-push-service.ts";
import { makeCertificate } from "./certificate.ts";
import { bytes, fixed64, number, text } from "./protobuf.ts";
import { openMessageChannel } from "./push-channel.ts";

/** The host in the endpoints that Chromium makes. */
const endpointHost = "jmt17.google.com";

type Registration = { app: string; sender: string; subtype: string; gone: boolean };
type Accepted = { headers: IncomingMessage["headers"]; body: Buffer };

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
};

/** Answer to a device that checks in: an identity of its own. */
const checkedIn = (): Buffer =>
  Buffer.concat([
    number(1, 1),
    number(3, Date.now()),
    number(6, 1),
    fixed64(7, 4611686018427387905n),
    fixed64(8, 1234567890123456789n),
  ]);

/** Where devices check in and register; what they registered is kept in `registered`. */
const openDevices = (registered: Map<string, Registration>): Server => {
  const register = (form: URLSearchParams): string => {
    const token = `${randomBytes(16).toString("base64url")}:APA91b${
      randomBytes(60).toString("base64url")
    }`;
    registered.set(token, {
      app: form.get("app") ?? "",
      sender: form.get("sender") ?? "",
      subtype: form.get("X-subtype") ?? "",
      gone: false,
    });
    return `token=${token}`;
  };
  return createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url?.startsWith("/checkin")) {
      response.writeHead(200, { "content-type": "application/x-protobuf" }).end(checkedIn());
    } else if (request.url?.startsWith("/register3")) {
      const form = new URLSearchParams(body.toString());
      response.end(form.get("delete") ? `deleted=${form.get("app")}` : register(form));
    } else response.writeHead(404).end();
  });
};

/** What the browser gets for a push: the encrypted body as it came, and whose it is. */
const packetOf = (phone: Registration, body: Buffer): Buffer => {
  const detail = (key: string, value: string) =>
    bytes(7, Buffer.concat([text(1, key), text(2, value)]));
  return Buffer.concat([
    text(2, randomBytes(4).toString("hex")),
    text(3, phone.sender),
    text(5, phone.app),
    detail("subtype", phone.subtype),
    detail("content-encoding", "aes128gcm"),
    text(9, `0:${Date.now()}%${randomBytes(6).toString("hex")}`),
    number(17, 2_419_200),
    number(18, Date.now()),
    bytes(21, body),
  ]);
};

/** Why a push is refused, as status and reason; null: it is fine. */
const refusalOf = (
  { headers }: IncomingMessage,
  body: Buffer,
  phone: Registration | undefined,
): [number, string] | null => {
  if (!phone) return [404, "no such phone"];
  if (phone.gone) return [410, "gone"];
  if (body.length > 4096) return [413, "too large"];
  if (!/^\d+$/.test(String(headers.ttl))) return [400, "no TTL"];
  try {
    const { publicKey } = verifyVapid(headers.authorization, `https://${headers.host}`);
    return publicKey === phone.sender.replace(/=+$/, "") ? null : [403, "another sender's key"];
  } catch (error) {
    return [403, (error as Error).message];
  }
};

/** A proxy through which only the push service is reached; what else was asked for is noted. */
const openProxy = (pushPort: number) => {
  const reached: string[] = [];
  const ends = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    reached.push(request.url ?? "");
    if (request.url !== `${endpointHost}:443`) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const inside = connect(pushPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      inside.pipe(socket).pipe(inside);
    });
    for (const end of [socket, inside]) {
      ends.add(end);
      end.on("error", () => end.destroy());
    }
  });
  return { server, reached, cut: () => ends.forEach((end) => end.destroy()) };
};

export const openPushService = async () => {
  const certificate = makeCertificate(["localhost", endpointHost, "127.0.0.1"]);
  const registered = new Map<string, Registration>();
  const accepted: Accepted[] = [];
  const refused: string[] = [];
  const channel = await openMessageChannel(certificate);
  const devices = openDevices(registered);
  const push = createHttpsServer(certificate, async (request, response) => {
    const body = await bodyOf(request);
    const token = decodeURIComponent((request.url ?? "").replace(/^\/fcm\/send\//, ""));
    const phone = registered.get(token);
    const refusal = refusalOf(request, body, phone);
    if (refusal) {
      refused.push(refusal.join(" "));
      response.writeHead(refusal[0]).end(refusal[1]);
      return;
    }
    accepted.push({ headers: request.headers, body });
    channel.deliver(packetOf(phone!, body));
    response.writeHead(201, { location: `https://${endpointHost}/m/1` }).end();
  });
  const [devicesPort, pushPort] = [await listen(devices), await listen(push as Server)];
  const proxy = openProxy(pushPort);
  const proxyPort = await listen(proxy.server);

  return {
    /** PEM of the root that our server must trust. */
    root: certificate.root,
    /** Switches for Chromium: no other host is ever looked up. */
    switches: [
      `--gcm-checkin-url=http://127.0.0.1:${devicesPort}/checkin`,
      `--gcm-registration-url=http://127.0.0.1:${devicesPort}/register3`,
      `--gcm-mcs-endpoint=https://localhost:${channel.port}`,
      `--ignore-certificate-errors-spki-list=${certificate.keyHash}`,
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
    ],
    /** Settings for our server: where pushes leave, and which host to allow besides. */
    settings: { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`, PUSH_HOSTS: endpointHost },
    /** What was accepted, and why anything was not. */
    accepted,
    refused,
    /** host:port of everything our server tried to reach. */
    reached: proxy.reached,
    /** From now on every phone is gone (410). */
    forget: () => registered.forEach((phone) => (phone.gone = true)),
    close: async (): Promise<void> => {
      proxy.cut();
      for (const server of [devices, push, proxy.server]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
      await channel.close();
    },
  };
};

export type PushService = Awaited<ReturnType<typeof openPushService>>;
