/** A line to a browser in the words of WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which a Firefox as it is installed speaks by itself. */

export interface Line {
  /** Resolves with what the browser answered; rejects with its own words when it refused. */
  send<Result = unknown>(method: string, params: object): Promise<Result>;
  /** Hears every event of a name from now on. It must also be subscribed to. */
  on<Params>(event: string, hear: (params: Params) => void): void;
  close(): void;
}

/** One of the three things that a browser says. */
interface Said {
  type: 'success' | 'error' | 'event';
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

type Answered = (said: Said) => void;

/** `address`: as the browser names it when it starts, e.g. `ws://127.0.0.1:38131`. */
export async function callBrowser(address: string): Promise<Line> {
  const socket = await openSocket(`${address}/session`);
  const waiting = new Map<number, Answered>();
  const hearers = new Map<string, ((params: never) => void)[]>();
  let sent = 0;
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as Said;
    if (said.type === 'event') for (const hear of hearers.get(said.method ?? '') ?? []) hear(said.params as never);
    else waiting.get(said.id ?? 0)?.(said);
  });
  socket.addEventListener('close', () => {
    for (const answered of waiting.values()) answered({ type: 'error', error: 'gone', message: 'The browser has ended.' });
  });
  return {
    send: (method, params) =>
      new Promise((done, failed) => {
        const id = ++sent;
        waiting.set(id, (said) => {
          waiting.delete(id);
          if (said.type === 'success') done(said.result as never);
          else failed(new Error(`${method}: ${said.error}: ${said.message}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    on: (event, hear) => void hearers.set(event, [...(hearers.get(event) ?? []), hear]),
    close: () => socket.close(),
  };
}

function openSocket(address: string): Promise<WebSocket> {
  if (!('WebSocket' in globalThis))
    throw new Error('Node 20 has sockets of the web behind a flag: run "npm test -- --only firefox", which sets it.');
  const socket = new WebSocket(address);
  return new Promise((open, failed) => {
    socket.addEventListener('open', () => open(socket));
    socket.addEventListener('error', () => failed(new Error(`Nobody answers at ${address}.`)));
  });
}
