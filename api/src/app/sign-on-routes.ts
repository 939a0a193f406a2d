import type { Express, Request, Response } from 'express';
import { signOn } from '../features/accounts/sign-on.js';
import type { Oidc } from '../platform/auth/oidc.js';
import type { Context } from '../platform/graphql/context.js';
import { OIDC_PATH } from '../platform/http/cookies.js';
import type { Door } from '../platform/http/door.js';
import type { Logger } from '../platform/logger.js';
import type { Stores } from './stores.js';
import { loggedMessage } from '../platform/logged-message.js';

export interface SignOnOptions {
  readonly oidc: Oidc;
  readonly regionCode: string;
  readonly transact: Context<Stores>['transact'];
  readonly doorOf: (request: Request, response: Response) => Door;
  readonly logger: Logger;
}

/** Where the sign-in page is told why it came to nothing; it has the words. */
const troubleAt = (code: string) => `/sign-in?trouble=${code}`;

/** The two addresses of an organisation's own sign-on: where it begins, and where the provider leads back to. */
export function serveSignOn(app: Express, options: SignOnOptions): void {
  const { oidc, regionCode, transact, doorOf, logger } = options;
  app.get(`${OIDC_PATH}/start`, async (request, response) => {
    const begun = await oidc.begin();
    if (!begun.ok) return response.redirect(303, troubleAt(begun.refusal.code));
    doorOf(request, response).leaveCookie('OIDC', begun.value.sealedState);
    response.set('Cache-Control', 'no-store').redirect(303, begun.value.url.href);
  });
  app.get(`${OIDC_PATH}/callback`, async (request, response) => {
    const door = doorOf(request, response);
    response.set('Cache-Control', 'no-store');
    const returned = new URL(request.originalUrl, 'http://pantau.invalid');
    const finished = await oidc.finish(returned, door.readCookie('OIDC'));
    door.dropCookie('OIDC');
    if (!finished.ok) return response.redirect(303, troubleAt(finished.refusal.code));
    try {
      const opened = await signOn({ transact }, regionCode, finished.value);
      if (opened === null) return response.redirect(303, troubleAt('SIGN_ON_UNKNOWN'));
      door.leaveCookie('SESSION', opened.token.text);
      response.redirect(303, '/');
    } catch (error) {
      logger.error({ error: loggedMessage(error) }, 'sign-on failed');
      response.redirect(303, troubleAt('OIDC_UNREACHABLE'));
    }
  });
}
