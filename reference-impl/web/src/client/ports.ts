/**
 * What the client core needs from outside. The core reads no clock, starts no timer and draws no randomness itself,
 * so that a test or a simulator can drive it step by step.
 */

export interface Clock {
  /** Milliseconds since the epoch, as this machine believes. */
  now(): number;
}

export type Cancel = () => void;

export interface Timers {
  after(millis: number, action: () => void): Cancel;
}

/** Uniform in [0, 1). */
export type Random = () => number;

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly body: string;
  header(name: string): string | null;
}

/** Rejects when no answer came; the request may have been carried out all the same. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

export interface SocketHandlers {
  opened(): void;
  received(text: string): void;
  closed(code: number): void;
}

export interface Socket {
  send(text: string): void;
  close(): void;
}

export type OpenSocket = (handlers: SocketHandlers) => Socket;

/** Mutual exclusion between everything that shares the stored credentials, the other tabs of a browser included. */
export interface Mutex {
  exclusive<T>(name: string, action: () => Promise<T>): Promise<T>;
}

/** UUIDv7 text for the given time. */
export type NewId = (epochMillis: number) => string;
