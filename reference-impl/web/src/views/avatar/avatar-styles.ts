import { css } from 'lit';

export const avatarHues = 8;

export const avatarStyles = css`
  :host {
    display: inline-block;
    flex: none;
    width: var(--avatar-size, 44px);
    height: var(--avatar-size, 44px);
  }

  span {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    border-radius: 50%;
    color: #fff;
    font-size: calc(var(--avatar-size, 44px) * 0.38);
    font-weight: 600;
    letter-spacing: 0.02em;
    user-select: none;
  }

  .hue-0 {
    background: #4f5bd5;
  }
  .hue-1 {
    background: #0f766e;
  }
  .hue-2 {
    background: #b4365f;
  }
  .hue-3 {
    background: #9a5b13;
  }
  .hue-4 {
    background: #2d7a3e;
  }
  .hue-5 {
    background: #8440a8;
  }
  .hue-6 {
    background: #1f6fae;
  }
  .hue-7 {
    background: #ad4a2b;
  }
`;
