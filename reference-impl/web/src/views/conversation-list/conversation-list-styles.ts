import { css } from 'lit';

export const conversationListStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  ul {
    margin: 0;
    padding: 0.25rem 0.5rem 1rem;
    list-style: none;
  }

  a {
    display: grid;
    grid-template: 'avatar title time' auto 'avatar detail unread' auto / auto 1fr auto;
    align-items: center;
    column-gap: 0.8rem;
    row-gap: 0.1rem;
    padding: 0.6rem 0.7rem;
    border-radius: var(--radius);
    color: inherit;
    text-decoration: none;
  }

  a:hover {
    background: var(--surface-hover);
  }

  a:focus-visible {
    outline-offset: -2px;
  }

  a[aria-current] {
    background: var(--surface-selected);
  }

  parley-avatar {
    grid-area: avatar;
  }

  .title {
    grid-area: title;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    grid-area: time;
    color: var(--text-soft);
    font-size: 0.78rem;
    font-variant-numeric: tabular-nums;
  }

  .detail {
    grid-area: detail;
    overflow: hidden;
    color: var(--text-soft);
    font-size: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .unread {
    grid-area: unread;
    justify-self: end;
    min-width: 1.35rem;
    padding: 0 0.4rem;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 1.35rem;
    text-align: center;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .empty {
    margin: 1.5rem 1.25rem;
    color: var(--text-soft);
    font-size: 0.925rem;
    line-height: 1.5;
    text-align: center;
  }
`;
