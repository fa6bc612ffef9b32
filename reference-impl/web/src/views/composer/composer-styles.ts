import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    padding: 0 1.25rem max(1rem, env(safe-area-inset-bottom));
  }

  form {
    display: grid;
    grid-template: 'area send' auto 'note note' auto / 1fr auto;
    align-items: end;
    width: min(100%, 820px);
    margin: 0 auto;
    padding: 0.25rem 0.25rem 0.25rem 1rem;
    border: 1px solid var(--line-field);
    border-radius: 24px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .closed {
    margin: 0;
    color: var(--text-soft);
    text-align: center;
    text-wrap: balance;
  }

  .closed:not(:empty) {
    padding: 0.9rem 0 0.6rem;
  }

  form:focus-within {
    border-color: var(--focus);
    box-shadow: 0 0 0 1px var(--focus);
  }

  textarea {
    grid-area: area;
    max-height: 11rem;
    padding: 0.65rem 0;
    border: 0;
    background: transparent;
    color: var(--text);
    font: inherit;
    line-height: 1.4;
    resize: none;
  }

  /* The frame around it shows the focus. */
  textarea:focus-visible {
    outline: 0;
  }

  textarea::placeholder {
    color: var(--text-soft);
    opacity: 1;
  }

  .icon {
    grid-area: send;
  }

  .icon:not(:disabled) {
    background: var(--accent);
    color: var(--on-accent);
  }

  .icon:hover:not(:disabled) {
    background: var(--accent-strong);
  }

  .note {
    grid-area: note;
    margin: 0;
    color: var(--warn);
    font-size: 0.8rem;
  }

  .note:not(:empty) {
    padding-bottom: 0.4rem;
  }

  @media (max-width: 720px) {
    :host {
      padding-inline: 0.6rem;
      padding-bottom: max(0.6rem, env(safe-area-inset-bottom));
    }
  }
`;
