import { expect, test } from 'vitest'
import { commentLine, sentenceLine } from '../../src/sql/comment-line.ts'

test('a comment is one line, whatever line breaks a name has', () => {
  const name = 'a\r\n; drop table b; --\u2028c'
  expect(commentLine(`The server ${name} is new.`)).toBe(
    '-- The server a ; drop table b; -- c is new.',
  )
})

test('a sentence begins with a capital letter and is one line', () => {
  expect(sentenceLine('the server a\nb is new')).toBe('The server a b is new')
})
