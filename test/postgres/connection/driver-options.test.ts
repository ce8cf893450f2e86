import { expect, it } from 'vitest'
import { driverOptions } from '../../../src/postgres/connection/driver-options.ts'

it.each([
  [
    'all that a URL says',
    'postgresql://u:p@h.example:6543/d?sslmode=disable',
    { host: 'h.example', port: 6543, user: 'u', password: 'p', database: 'd' },
  ],
  [
    'percent-encoded names',
    'postgresql://a%40b:p%2F%3F%25@h/d%23%2F%20x?sslmode=disable',
    { host: 'h', user: 'a@b', password: 'p/?%', database: 'd#/ x' },
  ],
  [
    'an IPv6 address',
    'postgresql://u@[::1]:1/d',
    { host: '::1', port: 1, user: 'u', database: 'd' },
  ],
  ['a socket', 'postgresql:///d?host=%2Frun%2Fpg', { host: '/run/pg', database: 'd' }],
  [
    'parameters, which are stronger',
    'postgresql://u@127.0.0.1:1/d?host=localhost&port=2&user=v&password=w&dbname=e&options=-c%20a.b%3D1',
    { host: 'localhost', port: 2, user: 'v', password: 'w', database: 'e', options: '-c a.b=1' },
  ],
  ['nothing', 'postgresql://?sslmode=disable', {}],
])('%s', (_, url, options) => {
  expect(driverOptions(url)).toEqual(options)
})

it.each([
  ['without sslmode', '', { rejectUnauthorized: false }],
  ['sslmode=require', '?sslmode=require', { rejectUnauthorized: false }],
  ['sslmode=verify-full', '?sslmode=verify-full&sslrootcert=system', { rejectUnauthorized: true }],
])('TLS elsewhere, %s', (_, search, ssl) => {
  expect(driverOptions(`postgresql://h.example/d${search}`).ssl).toMatchObject(ssl)
})

it.each(['verify-full', 'verify-ca', 'require'])(
  'the name on a certificate matters for verify-full alone: %s',
  (mode) => {
    const ssl = driverOptions(`postgresql://h.example/d?sslmode=${mode}`).ssl
    expect(ssl?.checkServerIdentity === undefined).toBe(mode === 'verify-full')
  },
)

it('a certificate that cannot be read', () => {
  expect(() => driverOptions('postgresql://h/d?sslmode=require&sslrootcert=/no/such')).toThrow(
    'ENOENT',
  )
})
