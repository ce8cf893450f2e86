import { expect, it } from 'vitest'
import { isSameDatabase } from '../../src/postgres/same-database.ts'

const ref = 'abcdefghijklmnopqrst'

it.each([
  ['another user', 'postgresql://a:1@h/x', 'postgresql://b:2@h:5432/x', true],
  [
    'another case of the host',
    'postgresql://a@H.example/x',
    'postgres://a@h.example/x?sslmode=require',
    true,
  ],
  [
    'another name of this machine',
    'postgresql://a@localhost/x',
    'postgresql://a@127.0.0.1/x',
    true,
  ],
  ['a database named as its user', 'postgresql://x@h', 'postgresql://a@h/x', true],
  [
    'a host, a port and a user behind the question mark',
    'postgresql://a@h:1/x',
    'postgresql://b@i/x?host=h&port=1&user=a',
    true,
  ],
  [
    'another host behind the question mark',
    'postgresql://a@h/x',
    'postgresql://a@h/x?host=i',
    false,
  ],
  ['another database', 'postgresql://a@h/x', 'postgresql://a@h/y', false],
  ['another port', 'postgresql://a@h/x', 'postgresql://a@h:5433/x', false],
  [
    'a project directly and by its pooler',
    `postgresql://postgres:1@db.${ref}.supabase.co:5432/postgres`,
    `postgresql://postgres.${ref}:1@aws-0-eu-central-1.pooler.supabase.com:5432/postgres`,
    true,
  ],
  [
    'two projects of one pooler',
    `postgresql://postgres.${ref}:1@aws-0-eu-central-1.pooler.supabase.com:5432/postgres`,
    'postgresql://postgres.other:1@aws-0-eu-central-1.pooler.supabase.com:5432/postgres',
    false,
  ],
  ['a text that is no URL', 'h/x', 'h/x', false],
])('%s', (...[, one, other, same]) => {
  expect(isSameDatabase(one, other)).toBe(same)
  expect(isSameDatabase(other, one)).toBe(same)
})
