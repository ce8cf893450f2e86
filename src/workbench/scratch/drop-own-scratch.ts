import { text } from 'node:stream/consumers'
import { sendText, withSession } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import type { OwnScratch } from './own-scratch.ts'

// Drops the databases that a process which is about to end names on standard input.
const ownScratch: readonly OwnScratch[] = JSON.parse(await text(process.stdin))
await Promise.all(
  ownScratch.map(async ({ name, url }) =>
    withSession(url, (session) =>
      sendText(session, `drop database if exists ${quoteName(name)} with (force)`),
    ),
  ),
)
