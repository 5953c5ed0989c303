import type { IncomingMessage } from "node:http";
import type { UploadedFile } from "./message-body.ts";
import { refusal } from "./rest-error.ts";

/** What Discord takes in one request: the largest upload, and a little around it. */
const MAX_BODY_BYTES = 11 * 1024 * 1024;

/** A body as it came, read to its end. */
export interface ReadBody {
  readonly json: unknown;
  readonly isForm: boolean;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads the body of a request: JSON, or a form with `payload_json` and `files[n]`.
 *
 * @throws {RestError} 50109 if its JSON is none, 40005 if it is too large.
 */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MAX_BODY_BYTES) throw refusal("tooLarge");
    chunks.push(chunk as Buffer);
  }
  const raw = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(raw, type);
  return { json: raw.length === 0 ? undefined : parse(raw.toString("utf8")), isForm: false, files: [] };
}

async function readForm(raw: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  const payload = form.get("payload_json");
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const data = new Uint8Array(await value.arrayBuffer());
    files.push({ index: Number(index), name: value.name, type: value.type || "application/octet-stream", data });
  }
  return { json: typeof payload === "string" ? parse(payload) : {}, isForm: true, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("invalidJson");
  }
}
