import { LitElement, type TemplateResult, html } from 'lit';
import { hueOf, initialsOf } from '../shared/people.ts';
import { avatarHues, avatarStyles } from './avatar-styles.ts';

/** A round picture made of initials. Decorative: the name always stands beside it. */
export class ParleyAvatar extends LitElement {
  static override styles = avatarStyles;
  static override properties = { name: {}, key: {} };
  declare name: string;
  declare key: string;

  constructor() {
    super();
    this.name = '';
    this.key = '';
  }

  protected override render(): TemplateResult {
    const hue = `hue-${hueOf(this.key, avatarHues)}`;
    return html`<span class=${hue} aria-hidden="true">${initialsOf(this.name)}</span>`;
  }
}

customElements.define('parley-avatar', ParleyAvatar);

declare global {
  interface HTMLElementTagNameMap {
    'parley-avatar': ParleyAvatar;
  }
}
