import { css } from 'lit';

/** Buttons, fields and what else several components draw alike. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  .primary {
    border: 0;
    border-radius: 10px;
    padding: 0.7rem 1.1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }

  .quiet {
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 0.65rem 1rem;
    background: transparent;
    font-weight: 500;
  }

  .icon {
    display: inline-grid;
    place-items: center;
    width: 44px;
    height: 44px;
    flex: none;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--text-soft);
  }

  .quiet:hover:not(:disabled),
  .icon:hover:not(:disabled) {
    background: var(--surface-hover);
  }

  .icon svg {
    width: 22px;
    height: 22px;
  }

  .field {
    display: grid;
    gap: 0.35rem;
  }

  .field label {
    font-size: 0.875rem;
    font-weight: 600;
  }

  .field input,
  .field textarea {
    width: 100%;
    padding: 0.7rem 0.8rem;
    border: 1px solid var(--line-field);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }

  .field input:focus-visible,
  .field textarea:focus-visible {
    outline-offset: -1px;
  }

  .field [aria-invalid='true'] {
    border-color: var(--danger);
  }

  .hint {
    margin: 0;
    font-size: 0.8125rem;
    color: var(--text-soft);
  }

  .error {
    margin: 0;
    font-size: 0.8125rem;
    color: var(--danger);
  }

  .alert {
    margin: 0;
    padding: 0.7rem 0.9rem;
    border-radius: 10px;
    background: var(--danger-ground);
    color: var(--danger);
    font-size: 0.9rem;
  }

  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;
