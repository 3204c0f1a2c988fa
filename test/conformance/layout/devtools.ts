import type { Readable, Writable } from 'node:stream';

/** A message's parameters or results: what the protocol has for the method. */
export type Fields = Readonly<Record<string, unknown>>;

/** A session with a browser by the DevTools protocol, over a pipe: messages are JSON, each ended by a zero byte. */
export interface DevTools {
  /** Calls a method, in a target's session where one is named. Rejects with what the browser says. */
  call(method: string, parameters?: Fields, session?: string): Promise<Fields>;
  /** Is told of every event, until another takes its place. */
  listen(listener: (method: string, parameters: Fields, session: string | undefined) => void): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly resolve: (result: Fields) => void;
  readonly reject: (error: Error) => void;
}

/** Speaks to a browser that was started with `--remote-debugging-pipe`; calls fail when the pipe ends. */
export function connectDevTools(input: Writable, output: Readable): DevTools {
  const waiting = new Map<number, Waiting>();
  let listener: Parameters<DevTools['listen']>[0] = () => {};
  let rest: Buffer[] = [];
  let last = 0;

  function receive({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      if (method !== undefined) listener(method, params ?? {}, sessionId);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result ?? {});
  }

  output.on('data', (data: Buffer) => {
    let from = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, from)) {
      receive(JSON.parse(Buffer.concat([...rest, data.subarray(from, end)]).toString('utf8')));
      rest = [];
      from = end + 1;
    }
    if (from < data.length) rest.push(data.subarray(from));
  });
  output.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
    waiting.clear();
  });
  return {
    call: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    listen: (next) => {
      listener = next;
    },
  };
}
