import { css } from 'lit';

/** The look that signing in and signing up share. */
export const door = css`
  :host {
    display: grid;
    min-height: 100%;
    padding: 1.5rem 1rem;
    place-items: center;
  }

  .card {
    display: grid;
    gap: 1.1rem;
    width: min(100%, 400px);
    padding: 2rem 1.75rem;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .brand {
    display: flex;
    align-items: center;
    gap: 0.7rem;
    font-size: 1.05rem;
    font-weight: 700;
  }

  .brand img {
    width: 36px;
    height: 36px;
  }

  h1 {
    margin: 0;
    font-size: 1.5rem;
    line-height: 1.2;
  }

  form {
    display: grid;
    gap: 1rem;
  }

  .other {
    margin: 0;
    color: var(--text-soft);
    font-size: 0.925rem;
  }

  a {
    color: var(--link);
    font-weight: 600;
  }
`;
