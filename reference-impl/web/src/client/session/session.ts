import type { Tokens } from '../api/api.ts';
import { exchange } from '../api/rest.ts';
import type { Session as SessionAnswer, User, UserId } from '../contract.ts';
import type { Clock, Http, Mutex } from '../ports.ts';
import { Refused, SessionEnded } from '../problem.ts';
import { Signal } from '../signal.ts';
import { type CredentialStore, type Credentials, credentialsOf } from './credentials.ts';

export interface SessionPorts {
  readonly http: Http;
  readonly store: CredentialStore;
  readonly mutex: Mutex;
  readonly clock: Clock;
  /** What this device calls itself when it signs in. */
  readonly deviceName: string;
}

export interface Registration {
  readonly username: string;
  readonly password: string;
  readonly email?: string;
}

/** A token that ends sooner than this is renewed before it is used. */
const usableMillis = 5_000;

/**
 * Who is signed in, and the tokens. Refresh tokens rotate: whoever uses an old one after the grace time loses the device.
 * So one refresh runs at a time, between tabs too, and who waited for it takes its result from the store.
 */
export class Session {
  readonly changed = new Signal();
  readonly #ports: SessionPorts;
  #renewal: Promise<string> | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    ports.store.subscribe(() => {
      this.changed.emit();
    });
  }

  get credentials(): Credentials | null {
    return this.#ports.store.read();
  }

  register(registration: Registration): Promise<void> {
    return this.#begin('/auth/register', registration);
  }

  login(username: string, password: string): Promise<void> {
    return this.#begin('/auth/login', { username, password });
  }

  /** Signs out here whatever the server says; an unreachable server keeps the device until its tokens end. */
  async logout(): Promise<void> {
    const held = this.credentials;
    if (held === null) return;
    this.#keep(null);
    await exchange(this.#ports.http, {
      method: 'POST',
      path: '/auth/logout',
      token: held.accessToken,
    }).catch(() => undefined);
  }

  /** Keeps a changed profile beside the tokens. */
  updateUser(user: User): void {
    const held = this.credentials;
    if (held !== null) this.#keep({ ...held, user });
  }

  /** The tokens as long as they are this user's: what one person began never goes on in the name of the next. */
  tokensOf(user: UserId): Tokens {
    const theirs = (token: string): string => {
      if (this.credentials?.user.id !== user) throw new SessionEnded();
      return token;
    };
    return {
      current: async () => theirs(await this.current()),
      renew: async (refused) => theirs(await this.renew(refused)),
    };
  }

  async current(): Promise<string> {
    const held = this.#held();
    const remaining = held.expiresAtMillis - this.#ports.clock.now();
    return remaining > usableMillis ? held.accessToken : this.renew(held.accessToken);
  }

  renew(refused: string): Promise<string> {
    this.#renewal ??= this.#ports.mutex
      .exclusive('parley.refresh', () => this.#renewAlone(refused))
      .finally(() => {
        this.#renewal = null;
      });
    return this.#renewal;
  }

  async #renewAlone(refused: string): Promise<string> {
    const { accessToken, refreshToken } = this.#held();
    if (accessToken !== refused) return accessToken;
    // What the store holds may change while the answer is on its way: someone signs out, or another tab was as fast, since
    // tabs do not see each other's writes at once. Then that is what stands.
    const superseded = (): boolean => this.credentials?.refreshToken !== refreshToken;
    try {
      const answer = await exchange(this.#ports.http, {
        method: 'POST',
        path: '/auth/refresh',
        body: { refreshToken },
      });
      if (!superseded()) this.#keep(credentialsOf(answer as SessionAnswer, this.#ports.clock.now()));
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.problem.status !== 401) throw failure;
      if (!superseded()) this.#keep(null);
    }
    return this.#held().accessToken;
  }

  async #begin(path: string, body: object): Promise<void> {
    const device = { name: this.#ports.deviceName };
    const answer = await exchange(this.#ports.http, { method: 'POST', path, body: { ...body, device } });
    this.#keep(credentialsOf(answer as SessionAnswer, this.#ports.clock.now()));
  }

  #held(): Credentials {
    const held = this.credentials;
    if (held === null) throw new SessionEnded();
    return held;
  }

  #keep(credentials: Credentials | null): void {
    this.#ports.store.write(credentials);
    this.changed.emit();
  }
}
