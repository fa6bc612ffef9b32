/** Keeps time for a page whose own timers the browser slows to one a minute while nobody looks at it. */
addEventListener('message', ({ data }: MessageEvent<{ id: number; millis: number }>) => {
  setTimeout(() => {
    postMessage(data.id);
  }, data.millis);
});
