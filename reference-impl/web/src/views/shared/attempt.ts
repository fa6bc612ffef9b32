import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { describe } from '../../client/problem.ts';

/** What a form or a dialog has done for it, one at a time, and why the last time failed. */
export class Attempt {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #isBusy = false;
  #failure = '';

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get failure(): string {
    return this.#failure;
  }

  /** @param explain what the person reads when it fails; nothing when that is shown in another place */
  async run(action: () => Promise<void>, explain: (failure: unknown) => string = describe): Promise<void> {
    if (this.#isBusy) return;
    this.#become(true, '');
    try {
      await action();
      this.#become(false, '');
    } catch (failure) {
      this.#become(false, explain(failure));
    }
  }

  /** Not even tried, for this reason. */
  refuse(reason: string): void {
    this.#become(this.#isBusy, reason);
  }

  clear(): void {
    this.refuse('');
  }

  alert(): TemplateResult {
    return html`<div aria-live="assertive">
      ${this.#failure ? html`<p class="alert">${this.#failure}</p>` : nothing}
    </div>`;
  }

  #become(isBusy: boolean, failure: string): void {
    this.#isBusy = isBusy;
    this.#failure = failure;
    this.#host.requestUpdate();
  }
}
