import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The server's end of a WebSocket, for text only: as much of RFC 6455 as Socket Mode needs. */
export type Socket = { send: (text: string) => void; ping: () => void; close: () => void; drop: () => void };

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** Completes an upgrade; `onText` hears each message, `onEnd` the end of the connection. */
export function acceptSocket(
  request: IncomingMessage,
  stream: Duplex,
  onText: (text: string) => void,
  onEnd: () => void,
): Socket {
  const key = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${GUID}`).digest("base64");
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  stream.write(`${[...lines, `Sec-WebSocket-Accept: ${key}`].join("\r\n")}\r\n\r\n`);

  let pending: Buffer = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === TEXT) onText(frame.payload.toString("utf8"));
      if (frame.opcode === PING) stream.write(writeFrame(PONG, frame.payload));
      if (frame.opcode === CLOSE) stream.end(writeFrame(CLOSE, frame.payload));
    }
  });
  stream.on("close", onEnd);
  // A connection that the other side cuts is an end like any other.
  stream.on("error", () => stream.destroy());

  return {
    send: (text) => void stream.write(writeFrame(TEXT, Buffer.from(text, "utf8"))),
    ping: () => void stream.write(writeFrame(PING, Buffer.from("Ping from the double"))),
    close: () => void stream.write(writeFrame(CLOSE, Buffer.from([0x03, 0xe8]))),
    drop: () => void stream.destroy(),
  };
}

type Frame = { opcode: number; payload: Buffer; length: number };

function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (bytes.length < maskAt + 4) return undefined;
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const length = maskAt + 4 + size;
  if (bytes.length < length) return undefined;
  // What a client sends is always masked.
  const mask = bytes.subarray(maskAt, maskAt + 4);
  const payload = Buffer.from(bytes.subarray(maskAt + 4, length));
  for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head.writeUInt8(0x80 | opcode, 0);
  head.writeUInt8(size < 126 ? size : size < 65_536 ? 126 : 127, 1);
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, payload]);
}
