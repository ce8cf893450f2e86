import { describe, expect, it } from 'vitest'
import { refuseUnfit } from '../../../src/deploy/session/arrival.ts'
import type { Arrival } from '../../../src/deploy/session/arrival.ts'

const fit: Arrival = {
  database: 'app',
  user: 'postgres',
  serverVersion: 150_000,
  replica: false,
  readOnly: false,
  mayCreate: true,
  closed: [],
}

it('a database that can be migrated passes', () => {
  expect(() => {
    refuseUnfit(fit)
  }).not.toThrow()
})

describe('a database that cannot be migrated is told why:', () => {
  it.each<[string, Partial<Arrival>, string]>([
    [
      'an old server',
      { serverVersion: 140_012 },
      'app: the server is PostgreSQL 14; 15 or newer is needed.',
    ],
    [
      'a replica, which is read-only too',
      { replica: true, readOnly: true },
      "app: the server is a replica, which is read-only. Use the primary's URL.",
    ],
    [
      'a database that is read-only',
      { readOnly: true },
      'app: the database is read-only for this user (default_transaction_read_only is on). ' +
        'Supabase does that to a project whose disk is full: free some space there, or reset the setting.',
    ],
    [
      'a closed database',
      { mayCreate: false },
      'user postgres may not create objects in database app. Migrations run as the owner, postgres: check the URL.',
    ],
    [
      'closed schemas',
      { closed: ['private', 'public'] },
      'user postgres may not create objects in schema private, public. Migrations run as the owner, postgres: check the URL.',
    ],
  ])('%s', (_name, change, sentence) => {
    expect(() => {
      refuseUnfit({ ...fit, ...change })
    }).toThrow(sentence)
  })
})
