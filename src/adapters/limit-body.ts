/**
 * Guards the memory against a server that never stops sending.
 *
 * @returns The response with a body that hangs up and fails with a RangeError once it is longer than `maxBytes`.
 */
export function limitBody(response: Response, maxBytes: number): Response {
  if (!response.body) return response;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let bytes = 0;
  const limited = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        bytes += value.length;
        if (bytes > maxBytes) {
          await reader.cancel();
          throw new RangeError(`sent more than ${maxBytes} bytes`);
        }
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(limited, response);
}
