import { css } from 'lit';

export const chatStyles = css`
  :host {
    display: block;
    height: 100%;
  }

  .layout {
    display: grid;
    grid-template-columns: minmax(280px, 340px) 1fr;
    height: 100%;
  }

  nav,
  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  nav {
    border-right: 1px solid var(--line);
    background: var(--surface);
  }

  parley-conversation-list,
  parley-message-log {
    flex: 1;
  }

  header {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 68px;
    padding: 0.6rem 0.75rem 0.6rem 1.1rem;
  }

  .peer {
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  header parley-avatar {
    --avatar-size: 40px;

    display: block;
  }

  .profile {
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }

  .names {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }

  .names > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .names span {
    color: var(--text-soft);
    font-size: 0.84rem;
  }

  h1 {
    margin: 0;
    font-size: 1.05rem;
  }

  .me .icon + .icon {
    margin-left: -0.6rem;
  }

  .status::before {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 0.4rem;
    border-radius: 50%;
    background: var(--warn);
    content: '';
  }

  .status.live::before {
    background: var(--good);
  }

  .banner {
    margin: 0;
    padding: 0.4rem 1rem;
    background: var(--surface-selected);
    color: var(--text);
    font-size: 0.85rem;
    text-align: center;
  }

  .notice {
    display: grid;
    flex: 1;
    gap: 0.75rem;
    place-content: center;
    justify-items: center;
    padding: 2rem;
    color: var(--text-soft);
    text-align: center;
  }

  .notice p {
    margin: 0;
  }

  .notice .mark {
    display: grid;
    width: 72px;
    height: 72px;
    border-radius: 50%;
    background: var(--surface-selected);
    color: var(--link);
    place-items: center;
  }

  .notice svg {
    width: 34px;
    height: 34px;
  }

  .back {
    display: none;
  }

  @media (max-width: 720px) {
    .layout {
      grid-template-columns: 1fr;
    }

    .at-list main,
    .at-conversation nav {
      display: none;
    }

    nav {
      border-right: 0;
    }

    .peer {
      gap: 0.5rem;
      padding-left: 0.25rem;
    }

    .back {
      display: inline-grid;
    }
  }
`;
