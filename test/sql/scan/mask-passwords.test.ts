import { expect, it } from 'vitest'
import { maskPasswords } from '../../../src/sql/scan/mask-passwords.ts'
import { renderCaret } from '../../../src/sql/scan/place.ts'

it.each([
  [`alter role a password 'se"cret';`, `alter role a password '*******';`],
  [
    `do $$ execute 'alter role a password ''x1'''; $$`,
    `do $$ execute 'alter role a password ''**'''; $$`,
  ],
  [`create role a encrypted password\n  E'x😀'`, `create role a encrypted password\n  E'**'`],
  [`options (user 'u', password 'pw')`, `options (user 'u', password '**')`],
  [
    `create server s options (host 'h', sslkey 'k', api_key 'a''b')`,
    `create server s options (host 'h', sslkey '*', api_key '****')`,
  ],
  [
    `create user mapping for a server s options (user 'u', pin '1;2''3', "b" 'c'); select 'd'`,
    `create user mapping for a server s options (user 'u', pin '******', "b" '*'); select 'd'`,
  ],
  [`connection 'host=h password=pw dbname=d'`, `connection 'host=h password=** dbname=d'`],
  [`'postgresql://u:p%40w@h/d'`, `'postgresql://u:*****@h/d'`],
  [`alter role a password null; select 'b'`, `alter role a password null; select 'b'`],
  [`select password, 'b' from c`, `select password, 'b' from c`],
])('%s is shown without its password', (text, shown) => {
  expect(maskPasswords(text)).toBe(shown)
})

it('is left out of the line above a caret, which stays under its place', () => {
  const text = "create role a password 'x😀y' nosuch"
  expect(renderCaret(text, text.indexOf('nosuch'))).toBe(
    `  create role a password '***' nosuch\n${' '.repeat(31)}^`,
  )
})
