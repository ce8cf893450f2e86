import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { checkUrl } from '../../src/postgres/check-url.ts'

describe('a URL is taken', () => {
  it.each([
    [
      'as it is',
      'postgresql://postgres:pw@host:5432/name',
      'postgresql://postgres:pw@host:5432/name',
    ],
    ['by its short scheme', 'postgres://postgres@host/name', 'postgres://postgres@host/name'],
    ['without a user', 'postgresql://host/name', 'postgresql://host/name'],
    [
      'by a socket',
      'postgresql:///name?host=/run/postgresql',
      'postgresql:///name?host=%2Frun%2Fpostgresql',
    ],
    [
      'with a password that is encoded',
      'postgresql://a%40b:%40%3A%2F%3F%23%25@host/name',
      'postgresql://a%40b:%40%3A%2F%3F%23%25@host/name',
    ],
    [
      'with raw characters that can only be meant as they are',
      'postgresql://postgres:a:b=c&d,e f|ä@host/name',
      'postgresql://postgres:a%3Ab%3Dc%26d%2Ce%20f%7C%C3%A4@host/name',
    ],
    [
      'with its parameters',
      'postgresql://postgres@host/name?sslmode=verify-full&sslrootcert=/a b.pem',
      'postgresql://postgres@host/name?sslmode=verify-full&sslrootcert=%2Fa%20b.pem',
    ],
    [
      'without the line end behind it',
      'postgresql://postgres:pw@host/name\n',
      'postgresql://postgres:pw@host/name',
    ],
  ])('%s', (_name, text, form) => {
    expect(checkUrl(text, 'X')).toBe(form)
    expect(checkUrl(form, 'X')).toBe(form)
  })
})

describe('a URL that can be read in two ways is refused, and not repeated:', () => {
  it.each([
    ['a raw @', 'postgresql://postgres:s3cret@s3cret@host/name'],
    ['a raw /', 'postgresql://postgres:s3cret/s3cret@host/name'],
    ['a raw / behind a number', 'postgresql://postgres:54/32@host/name'],
    ['a raw ?', 'postgresql://postgres:s3cret?s3cret@host/name'],
    ['a raw ? behind a number', 'postgresql://postgres:54?32@host/name'],
    ['a raw #', 'postgresql://postgres:s3cret#s3cret@host/name'],
    ['a raw # behind a number', 'postgresql://postgres:54#32@host/name'],
    ['a raw %', 'postgresql://postgres:s3cret%s3cret@host/name'],
    ['a NUL', 'postgresql://postgres:s3cret@host/na%00me'],
    ['no port', 'postgresql://postgres:s3cret@host:five/name'],
    ['a port beyond all', 'postgresql://postgres:s3cret@host:99999/name'],
  ])('%s', (_name, text) => {
    expect(refused(text)).toBe(
      'X: the URL cannot be read. Its form is postgresql://user:password@host:port/database, with a number as port; ' +
        'special characters of the password are percent-encoded: @ is %40, / is %2F, ? is %3F, # is %23, % is %25.',
    )
  })
})

it.each(['mysql://root:s3cret@host/name', 'https://host', 's3cret', ' ', 'postgresql:name'])(
  'what is no URL of PostgreSQL, %j, is refused, and not repeated',
  (text) => {
    expect(refused(text)).toBe(
      'X: not a URL of PostgreSQL. Its form is postgresql://user:password@host:port/database.',
    )
  },
)

function refused(text: string): string {
  try {
    return checkUrl(text, 'X')
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
