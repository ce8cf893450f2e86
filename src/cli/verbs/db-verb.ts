import type { Verb } from '../verb.ts'

/** The verb of the local database. */
export const dbVerb: Verb & { readonly name: 'db' } = {
  name: 'db',
  about: 'start, stop, reset, fill or enter the local database',
  words: [
    {
      name: 'action',
      about: 'start, stop, status, url, psql, seed, user, reset or stop-workbench',
      required: true,
    },
    {
      name: 'of',
      about: "seed: the environment, local or test (local); user: the account's e-mail address",
    },
  ],
  flags: [{ name: 'yes', type: 'boolean', about: 'reset without being asked' }],
  examples: [
    ['npm run db start', 'start it, and create it when it is missing'],
    ['npm run db status', 'where it runs and where its data is'],
    ['npm run --silent db url', 'the URL for other tools'],
    ['npm run db psql', 'a prompt, as postgres'],
    ['npm run db seed', 'load the sample rows that it lacks'],
    ['npm run db user you@example.com', 'make an account, and a token for one hour'],
    ['npm run db reset', 'delete its data; its URL stays the same'],
    ['LOCAL_PORT=54330 npm run db start', 'on another port; .env.local may set it too'],
    ['npm run db stop-workbench', 'stop the server of scratch databases'],
  ],
}
