import type * as z from 'zod';
import { actions, type ActionName, type AnswerOf, type SentParams } from '../../protocol/actions.ts';
import { session as sessionShape, type Session } from '../../protocol/session.ts';
import { logUnexpectedError } from '../messages/plain-error.ts';
import { CmsError, readCmsError, unreadableAnswer } from './cms-error.ts';

/**
 * Talks to the CMS server. A request whose token is old is repeated with a new one; one whose session has ended waits
 * for `signIn`; one that did not arrive waits for `reconnect`. The caller only sees that the answer takes longer.
 */
export function createClient({ base, fetch, signIn, openLink, reconnect }: ClientOptions): Client {
  const root = `${base}api/cms/`;
  let session: Session | undefined;
  let hasSignedInBefore = false;

  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(root + path, { ...init, credentials: 'same-origin' });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return body;
    throw readCmsError(response.status, body);
  };
  const post = async (path: string, payload: object): Promise<unknown> => {
    const { token } = session ?? (await openSession());
    return send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CMS-Token': token },
      body: JSON.stringify(payload),
    });
  };
  const fetchSession = async (): Promise<Session> =>
    (session = readAnswer(
      sessionShape,
      await send('session', { method: 'GET', headers: { Accept: 'application/json' } }),
    ));
  const openSession = async (): Promise<Session> => {
    try {
      return await fetchSession();
    } catch (error) {
      if (!isLinkNeeded(error)) throw error;
      linkSentence = error.message;
      await openLinkNow();
      return session ?? fetchSession();
    }
  };

  let linkSentence = '';
  const openLinkNow = shareRun(() => {
    session = undefined;
    const isOpen = () =>
      fetchSession().then(
        () => true,
        (error: unknown) => (isLinkNeeded(error) ? false : Promise.reject(error)),
      );
    return openLink(linkSentence, isOpen, { mayGoBack: hasSignedInBefore });
  });

  const signInNow = shareRun(async () => {
    await openSession();
    while (session && !session.signedIn) {
      await signIn(
        async (login, password) => void (session = readAnswer(sessionShape, await post('login', { login, password }))),
        { mayGoBack: hasSignedInBefore },
      );
    }
  });
  const reconnectNow = shareRun(reconnect);

  const act = async (action: ActionName, params: object | undefined, retriesLeft = maxRetries): Promise<unknown> => {
    try {
      return await post('v1', { action, params });
    } catch (error) {
      if (retriesLeft === 0) throw error;
      if (error instanceof TypeError) await reconnectNow();
      else if (error instanceof CmsError && (error.code === 'token' || error.code === 'link')) await openSession();
      else if (error instanceof CmsError && error.code === 'signed-out') await signInNow();
      else if (error instanceof CmsError && error.code === 'busy')
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      else throw error;
      return act(action, params, retriesLeft - 1);
    }
  };

  return {
    openSession,
    session: () => session,
    signIn: async () => {
      if (!session?.signedIn) await signInNow();
      if (!session) throw new Error('No session.');
      hasSignedInBefore = true;
      return session;
    },
    signOut: async () => {
      await post('logout', {});
      session = undefined;
      hasSignedInBefore = false;
    },
    act: async <Name extends ActionName>(action: Name, params: SentParams<Name>): Promise<AnswerOf<Name>> =>
      readAnswer<AnswerOf<Name>>(shapes[action].answer, await act(action, params)),
  };
}

/** `actions`, with the type that tells TypeScript that name and answer belong together. */
const shapes: { readonly [Name in ActionName]: { readonly answer: z.ZodType<AnswerOf<Name>> } } = actions;

/**
 * The answer, if it has the shape of the protocol. Throws otherwise, as when the server was updated and this page is
 * old.
 */
function readAnswer<Answer>(shape: z.ZodType<Answer>, answer: unknown): Answer {
  const read = shape.safeParse(answer);
  if (read.success) return read.data;
  logUnexpectedError(read.error);
  throw unreadableAnswer();
}

/** Loopback mode: this browser has not opened the one-time link of the server that runs now. */
function isLinkNeeded(error: unknown): error is CmsError {
  return error instanceof CmsError && error.code === 'link';
}

const maxRetries = 5;

/** Shares one run of `work` among all calls that come before it ends. */
function shareRun(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => (underWay ??= work().finally(() => (underWay = undefined)));
}

export interface ClientOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  fetch: typeof globalThis.fetch;
  /** Asks for a login until `tryLogin` succeeds; rejects when the person goes back to a form that is open behind it. */
  signIn: (
    tryLogin: (login: string, password: string) => Promise<void>,
    options: { mayGoBack: boolean },
  ) => Promise<void>;
  /** Waits until the person has opened the one-time link and `isOpen` says so; rejects as `signIn` does. */
  openLink: (sentence: string, isOpen: () => Promise<boolean>, options: { mayGoBack: boolean }) => Promise<void>;
  /** Resolves when it is worth trying again; rejects when the person gives up. */
  reconnect: () => Promise<void>;
}

export interface Client {
  openSession(): Promise<Session>;
  session(): Session | undefined;
  /** Resolves once somebody is signed in. */
  signIn(): Promise<Session>;
  signOut(): Promise<void>;
  /** Rejects with a `CmsError`, also where the answer has another shape than the protocol says. */
  act<Name extends ActionName>(action: Name, params: SentParams<Name>): Promise<AnswerOf<Name>>;
}
