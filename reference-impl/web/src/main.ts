import { v7 } from 'uuid';
import { deviceName } from './browser/device-name.ts';
import { fetchHttp } from './browser/fetch-http.ts';
import { Router } from './browser/router.ts';
import { storedCredentials } from './browser/stored-credentials.ts';
import { storedOutbox } from './browser/stored-outbox.ts';
import { webLocks } from './browser/web-locks.ts';
import { openWebSocket } from './browser/web-socket.ts';
import { workerTimers } from './browser/worker-timers.ts';
import { AppModel } from './client/app-model.ts';
import type { Clock } from './client/ports.ts';
import { Session } from './client/session/session.ts';
import { KeptOutbox } from './client/sync/outbox.ts';
import { ParleyApp } from './views/app/app.ts';

const clock: Clock = { now: () => Date.now() };
const timers = workerTimers();
const session = new Session({
  http: fetchHttp,
  store: storedCredentials(localStorage),
  mutex: webLocks,
  clock,
  deviceName: deviceName(navigator.userAgent),
});
const model = new AppModel(session, new Router(), (me) => ({
  session,
  http: fetchHttp,
  openSocket: openWebSocket,
  clock,
  timers,
  random: Math.random,
  newId: (msecs) => v7({ msecs }),
  outbox: new KeptOutbox(storedOutbox(me)),
}));

addEventListener('online', () => model.chat?.nudge());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') model.chat?.nudge();
});
addEventListener('beforeunload', (event) => {
  if (model.chat?.wouldLose) event.preventDefault();
});

const app = document.querySelector('parley-app');
if (app instanceof ParleyApp) app.model = model;
