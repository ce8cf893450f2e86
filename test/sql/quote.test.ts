import { expect, test } from 'vitest'
import { quoteLiteral, quoteName, quoteQualified } from '../../src/sql/quote.ts'

test('a name is quoted whatever it is', () => {
  expect(['plain', 'select', 'Mixed Case', 'with"quote', 'a.b'].map(quoteName)).toEqual([
    '"plain"',
    '"select"',
    '"Mixed Case"',
    '"with""quote"',
    '"a.b"',
  ])
})

test('each part of a qualified name is quoted by itself', () => {
  expect(quoteQualified('public', 'a.b', 'c"d')).toBe('"public"."a.b"."c""d"')
})

test('a literal doubles quotes and escapes backslashes independently of settings', () => {
  expect(["it's", 'a\\b', "\\'", '', 'a\nb'].map(quoteLiteral)).toEqual([
    "'it''s'",
    "E'a\\\\b'",
    "E'\\\\'''",
    "''",
    "'a\nb'",
  ])
})
