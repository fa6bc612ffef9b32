import type { Cancel, Random, Timers } from '../ports.ts';
import { type Problem, isTemporary } from '../problem.ts';
import { fullJitterMillis } from '../retry.ts';
import type { ClientFrame } from './frames.ts';

export interface ResumptionPorts {
  /** False when there is no authenticated socket. */
  readonly transmit: (frame: ClientFrame) => boolean;
  readonly timers: Timers;
  readonly random: Random;
}

/**
 * The question for the heads that have moved: asked on every new connection and after dropped frames, and again when the
 * server could not answer it. Remembers from where to ask next, which is the last answer that came whole.
 */
export class Resumption {
  readonly #ports: ResumptionPorts;
  #token: string | undefined;
  /** Questions of this connection whose answers have not come to their end; one and its repetition are one. */
  #unanswered = 0;
  /** Answers of this connection that may yet come: also to what was repeated, if another frame was refused and not that. */
  #possible = 0;
  /** Frames were dropped, of an answer under way too perhaps, and the answer that makes it good is not here. */
  #isResyncDue = false;
  /** Since the last answer. */
  #refusals = 0;
  /** What was refused is to be asked again; the next question stands for it. */
  #repetition: Cancel | null = null;

  constructor(ports: ResumptionPorts) {
    this.#ports = ports;
  }

  /** On a new connection no answer is under way. */
  connected(): void {
    this.#unanswered = 0;
    this.#possible = 0;
    this.#isResyncDue = false;
    this.#refusals = 0;
    this.ask();
  }

  disconnected(): void {
    this.#dropRepetition();
  }

  /** Asks for the heads that have moved since the last answer that came whole. */
  ask(): void {
    this.#send(this.#token === undefined ? { type: 'resume' } : { type: 'resume', since: this.#token });
  }

  /** Asks for all heads. */
  askForAll(): void {
    this.#send({ type: 'resume' });
  }

  /** The server dropped frames. */
  dropped(): void {
    this.#isResyncDue = true;
    this.ask();
  }

  /**
   * After frames were dropped, the token of an answer counts when no other answer of this connection can come. A question that
   * was refused never has one: then tokens count from the next connection on, and that asks from further back.
   */
  answered(token: string): void {
    this.#unanswered = Math.max(0, this.#unanswered - 1);
    this.#possible = Math.max(0, this.#possible - 1);
    this.#refusals = 0;
    if (this.#unanswered === 0) this.#dropRepetition();
    if (this.#possible === 0) this.#isResyncDue = false;
    if (!this.#isResyncDue) this.#token = token;
  }

  /**
   * A frame was refused, a question perhaps: refusals do not tell. If it was another and the answer comes meanwhile, nothing is
   * repeated.
   */
  refused(problem: Problem): void {
    const isAwaited = this.#isResyncDue ? this.#possible > 0 : this.#unanswered > 0;
    if (!isAwaited || this.#repetition || !isTemporary(problem)) return;
    const jitter = fullJitterMillis(this.#refusals++, this.#ports.random);
    this.#repetition = this.#ports.timers.after(
      Math.max((problem.retryAfterSeconds ?? 0) * 1000, jitter),
      () => {
        this.ask();
      },
    );
  }

  #send(frame: ClientFrame): void {
    this.#possible += 1;
    if (!this.#dropRepetition()) this.#unanswered += 1;
    this.#ports.transmit(frame);
  }

  #dropRepetition(): boolean {
    const wasDue = this.#repetition !== null;
    this.#repetition?.();
    this.#repetition = null;
    return wasDue;
  }
}
