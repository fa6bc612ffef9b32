import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(100vw - 2rem, 420px);
    max-height: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--surface-raised);
    color: var(--text);
    box-shadow: var(--shadow-raised);
  }

  dialog::backdrop {
    background: rgb(10 12 24 / 45%);
  }

  .body {
    display: grid;
    gap: 1.1rem;
    padding: 1.25rem 1.5rem 1.5rem;
  }

  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-right: -0.6rem;
  }

  h2 {
    margin: 0;
    font-size: 1.2rem;
  }

  form {
    display: grid;
    gap: 1rem;
  }

  .choice {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    margin: 0;
    padding: 4px;
    border: 0;
    border-radius: 12px;
    background: var(--surface-hover);
  }

  .choice label {
    position: relative;
    padding: 0.5rem;
    border-radius: 9px;
    color: var(--text-soft);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
  }

  .choice label:has(:checked) {
    background: var(--surface-raised);
    color: var(--text);
    box-shadow: var(--shadow);
  }

  .choice label:has(:focus-visible) {
    outline: 2px solid var(--focus);
  }

  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
`;
