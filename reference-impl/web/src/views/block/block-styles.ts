import { css } from 'lit';

export const blockStyles = css`
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 44px;
    padding: 0 0.8rem;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--text-soft);
    font-weight: 600;
  }

  .toggle:hover {
    background: var(--surface-hover);
    color: var(--text);
  }

  .toggle svg {
    width: 20px;
    height: 20px;
  }

  .hint {
    margin: 0;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.6rem;
  }

  /* Little room: the icon alone, but where people have to find the way back. Its accessible name is whole in any case. */
  @media (max-width: 480px) {
    .toggle:not(.blocked) span {
      display: none;
    }
  }
`;
