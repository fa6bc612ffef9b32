import type { Http, HttpRequest, OpenSocket, SocketHandlers } from '../client/ports.ts';
import type { CredentialStore, Credentials } from '../client/session/credentials.ts';
import type { ClientFrame, ServerFrame } from '../client/sync/frames.ts';

/** One socket that the code under test opened; the test speaks the server's part. */
export class ScriptedSocket {
  readonly sent: ClientFrame[] = [];
  isClosed = false;
  readonly #handlers: SocketHandlers;

  constructor(handlers: SocketHandlers) {
    this.#handlers = handlers;
  }

  accept(): void {
    this.#handlers.opened();
  }

  say(frame: ServerFrame): void {
    this.#handlers.received(JSON.stringify(frame));
  }

  fail(code = 1006): void {
    this.isClosed = true;
    this.#handlers.closed(code);
  }

  ofType<T extends ClientFrame['type']>(type: T): readonly (ClientFrame & { type: T })[] {
    return this.sent.filter((frame): frame is ClientFrame & { type: T } => frame.type === type);
  }
}

export class ScriptedSockets {
  readonly all: ScriptedSocket[] = [];
  readonly open: OpenSocket = (handlers) => {
    const socket = new ScriptedSocket(handlers);
    this.all.push(socket);
    return {
      send: (text) => {
        if (!socket.isClosed) socket.sent.push(JSON.parse(text) as ClientFrame);
      },
      close: () => {
        socket.isClosed = true;
      },
    };
  };

  get last(): ScriptedSocket {
    const last = this.all.at(-1);
    if (!last) throw new Error('sockets=0, expected at least one');
    return last;
  }
}

export type Answer = readonly [status: number, body?: unknown];

/** Answers requests by the test's rules and remembers them. A rule that throws loses the answer. */
export function scriptedHttp(answer: (request: HttpRequest) => Answer | Promise<Answer>): {
  readonly http: Http;
  readonly requests: HttpRequest[];
} {
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const [status, body] = await answer(request);
    return { status, body: body === undefined ? '' : JSON.stringify(body), header: () => null };
  };
  return { http, requests };
}

/** What tabs of one browser share. */
export class SharedStore {
  #credentials: Credentials | null;
  readonly #tabs = new Set<() => void>();

  constructor(credentials: Credentials | null = null) {
    this.#credentials = credentials;
  }

  get credentials(): Credentials | null {
    return this.#credentials;
  }

  tab(): CredentialStore {
    let told: () => void = () => undefined;
    return {
      read: () => this.#credentials,
      write: (credentials) => {
        this.#credentials = credentials;
        for (const tab of this.#tabs) if (tab !== told) tab();
      },
      subscribe: (changed) => {
        told = changed;
        this.#tabs.add(changed);
        return () => this.#tabs.delete(changed);
      },
    };
  }
}
