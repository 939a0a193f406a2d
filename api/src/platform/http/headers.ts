import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { IncomingMessage } from 'node:http';
import { refuse } from './coded.js';

/** A year, as browsers ask of those who mean it. */
const HSTS_S = 31_536_000;

/** What pages of ours never use, and so nothing that gets into them may. */
const UNUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];
const PERMISSIONS = UNUSED.map((feature) => `${feature}=()`).join(', ');

/** `trustedTypes`: the policies by which a text may become the address of a script. */
const headersWith = (trustedTypes: string) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Covers the websocket of the same origin, too.
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: [trustedTypes],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
const usual = headersWith("'none'");
/** The pages of the forum register a worker, whose address has to come from this policy; it gives that one alone. */
const ofForum = headersWith('pantau-forum-worker');
const FORUM = /^\/forum(\/|$)/;

/** Headers of every answer. Nothing here lets another site read anything: there is no Access-Control header at all. */
export function safeHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set('Permissions-Policy', PERMISSIONS);
  // Over http browsers must ignore it, and on a loopback address it would lock out other programs.
  if (request.secure) response.set('Strict-Transport-Security', `max-age=${HSTS_S}; includeSubDomains`);
  (FORUM.test(request.path) ? ofForum : usual)(request, response, next);
}

/** Answers with data are for the one who asked, and old as soon as they are given. */
export function keepNowhere(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}

/**
 * Whether a request says in one way alone where it goes. With two names, or with an address in the form that proxies
 * take, the next one in line may read another than we do.
 */
export function isPlainlyAddressed(request: Pick<IncomingMessage, 'url' | 'headersDistinct'>): boolean {
  return (request.url ?? '').startsWith('/') && (request.headersDistinct['host']?.length ?? 0) <= 1;
}

/** Refuses the others. */
export function plainAddress(request: Request, response: Response, next: NextFunction): void {
  if (isPlainlyAddressed(request)) return next();
  refuse(response, 'BAD_REQUEST', 'A request names one host, and an address of its own.');
}
