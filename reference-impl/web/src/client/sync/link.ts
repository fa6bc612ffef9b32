import type { Tokens } from '../api/api.ts';
import { limits } from '../limits.ts';
import type { Cancel, OpenSocket, Random, Socket, Timers } from '../ports.ts';
import { SessionEnded } from '../problem.ts';
import { fullJitterMillis } from '../retry.ts';
import { type ClientFrame, type ServerFrame, parseFrame } from './frames.ts';
import { Heartbeat } from './heartbeat.ts';

export type LinkStatus = 'stopped' | 'connecting' | 'live' | 'waiting';

export interface LinkPorts {
  readonly openSocket: OpenSocket;
  readonly tokens: Tokens;
  readonly timers: Timers;
  readonly random: Random;
  /** Milliseconds that the current access token has left. */
  readonly tokenLifeMillis: () => number;
}

export interface LinkListener {
  /** Authenticated on a new socket. */
  live(): void;
  /** The socket that was live is gone. */
  lost(): void;
  frame(frame: ServerFrame): void;
  statusChanged(): void;
  digest(): string;
}

const closeCode = { unauthenticated: 4401, overloaded: 1013 } as const;

/** A connection that lasted this long ends the series of failed attempts. */
const steadyMillis = 10_000;
/** After "overloaded" the series starts here, to be waited for some seconds. */
const overloadedAttempt = 4;

/**
 * One authenticated socket, kept up: opens, authenticates, pings, authenticates again before the token ends, and after a
 * loss comes back with growing, jittered delays. What was sent or received on a lost socket is not its concern.
 */
export class Link {
  readonly #ports: LinkPorts;
  readonly #listener: LinkListener;
  readonly #heartbeat: Heartbeat;
  #status: LinkStatus = 'stopped';
  #socket: Socket | null = null;
  /** Distinguishes this socket's events from those of sockets already given up. */
  #epoch = 0;
  #attempt = 0;
  #token = '';
  #tokenRefused = false;
  #timers: Cancel[] = [];

  constructor(ports: LinkPorts, listener: LinkListener) {
    this.#ports = ports;
    this.#listener = listener;
    this.#heartbeat = new Heartbeat(
      ports.timers,
      { everyMillis: limits.pingSecondsMax * 800, answerMillis: 10_000 },
      () => this.send({ type: 'ping', digest: listener.digest() }),
      () => {
        this.#lose(0);
      },
    );
  }

  get status(): LinkStatus {
    return this.#status;
  }

  start(): void {
    if (this.#status === 'stopped') void this.#connect();
  }

  stop(): void {
    this.#abandon();
    this.#become('stopped');
  }

  /** The network came back or the person did: do not wait for the next turn. */
  nudge(): void {
    if (this.#status === 'waiting') void this.#connect();
    else if (this.#status === 'live') this.#heartbeat.beat();
  }

  send(frame: ClientFrame): boolean {
    if (this.#status !== 'live') return false;
    this.#socket?.send(JSON.stringify(frame));
    return true;
  }

  async #connect(): Promise<void> {
    this.#abandon();
    const epoch = this.#epoch;
    this.#become('connecting');
    try {
      const { tokens } = this.#ports;
      const token = await (this.#tokenRefused ? tokens.renew(this.#token) : tokens.current());
      if (epoch !== this.#epoch) return;
      this.#token = token;
      this.#tokenRefused = false;
      this.#open(epoch);
    } catch (failure) {
      if (epoch !== this.#epoch) return;
      if (failure instanceof SessionEnded) this.stop();
      else this.#lose(0);
    }
  }

  #open(epoch: number): void {
    const mine = (action: () => void): void => {
      if (epoch === this.#epoch) action();
    };
    this.#later(limits.authenticateSeconds * 1000, () => {
      if (this.#status === 'connecting') this.#lose(0);
    });
    this.#socket = this.#ports.openSocket({
      opened: () => {
        mine(() => this.#socket?.send(JSON.stringify({ type: 'authenticate', token: this.#token })));
      },
      received: (text) => {
        mine(() => {
          this.#receive(text);
        });
      },
      closed: (code) => {
        mine(() => {
          this.#lose(code);
        });
      },
    });
  }

  #receive(text: string): void {
    this.#heartbeat.heard();
    const frame = parseFrame(text);
    if (frame === null) return;
    this.#listener.frame(frame);
    if (frame.type !== 'authenticated') return;
    this.#authenticateBeforeTheTokenEnds();
    if (this.#status === 'live') return;
    this.#later(steadyMillis, () => {
      this.#attempt = 0;
    });
    this.#heartbeat.start();
    this.#become('live');
    this.#listener.live();
  }

  #authenticateBeforeTheTokenEnds(): void {
    // At four fifths of what is left; tried again in the rest when the refresh fails.
    const epoch = this.#epoch;
    this.#later(Math.max(1_000, this.#ports.tokenLifeMillis() * 0.8), () => {
      this.#ports.tokens.renew(this.#token).then(
        (token) => {
          if (epoch !== this.#epoch) return;
          this.#token = token;
          this.send({ type: 'authenticate', token });
        },
        (failure: unknown) => {
          if (epoch !== this.#epoch) return;
          if (failure instanceof SessionEnded) this.stop();
          else this.#authenticateBeforeTheTokenEnds();
        },
      );
    });
  }

  #lose(code: number): void {
    if (code === closeCode.unauthenticated) this.#tokenRefused = true;
    if (code === closeCode.overloaded) this.#attempt = Math.max(this.#attempt, overloadedAttempt);
    this.#abandon();
    this.#become('waiting');
    this.#later(fullJitterMillis(this.#attempt++, this.#ports.random), () => void this.#connect());
  }

  #abandon(): void {
    this.#epoch++;
    this.#heartbeat.stop();
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
    this.#socket?.close();
    this.#socket = null;
    const wasLive = this.#status === 'live';
    this.#status = 'connecting';
    if (wasLive) this.#listener.lost();
  }

  #later(millis: number, action: () => void): void {
    this.#timers.push(this.#ports.timers.after(millis, action));
  }

  #become(status: LinkStatus): void {
    this.#status = status;
    this.#listener.statusChanged();
  }
}
