import { describe, expect, test } from 'vitest'
import { hasWord, namesInBody, plainName } from '../../../src/sql/parsed/body-names.ts'

function words(body: string): string[] {
  return [...namesInBody(body).words].toSorted()
}

function pairs(body: string): string[] {
  return [...namesInBody(body).pairs].toSorted()
}

test('a body is its words, and the pairs of words that a dot joins', () => {
  expect(namesInBody('SELECT n.id FROM Public.Notes AS n')).toEqual({
    words: new Set(['select', 'n', 'id', 'from', 'public', 'notes', 'as']),
    sure: new Set(['id', 'notes']),
    pairs: new Set(['n.id', 'public.notes']),
    heads: new Set(['select', 'n', 'from', 'public', 'as']),
  })
})

test('a name of three parts is two pairs, whatever stands around its dots', () => {
  expect(pairs('public . notes\n.id')).toEqual(['notes.id', 'public.notes'])
})

test('an empty body has no names', () => {
  expect(namesInBody('')).toEqual({
    words: new Set(),
    sure: new Set(),
    pairs: new Set(),
    heads: new Set(),
  })
})

describe('comments are no names', () => {
  test.each([
    ['to the end of the line', "a -- b it's c\n d", ['a', 'd']],
    ['in a block', 'a /* b\n c */ d', ['a', 'd']],
    ['in blocks that nest', 'a /* b /* c */ d */ e', ['a', 'e']],
    ['between the parts of a name', 'a /* x */ . -- y\n b', ['a', 'b']],
  ])('%s', (_what, body, expected) => {
    expect(words(body)).toEqual(expected)
  })

  test('the parts of a name around a comment are a pair', () => {
    expect(pairs('a /* x */ . b')).toEqual(['a.b'])
  })
})

describe('literals are no names', () => {
  test.each([
    ['with quotes that are doubled', "a 'b ''c'' d' e", ['a', 'e']],
    ['with dashes that begin no comment', "a 'b -- c' d", ['a', 'd']],
    ['with a slash that begins no comment', "a '/*' b '*/' c", ['a', 'b', 'c']],
    ['with escaped quotes', String.raw`a E'b \' c' d`, ['a', 'd']],
    [
      'with a backslash at their end, which escapes nothing',
      String.raw`a 'b\' c 'd' e`,
      ['a', 'c', 'e'],
    ],
    ['in dollar quotes', 'a $$ b $$ c $q$ d $$ e $q$ f', ['a', 'c', 'f']],
    ['over many lines', "a 'b\n-- c\nd' e", ['a', 'e']],
  ])('%s', (_what, body, expected) => {
    expect(words(body)).toEqual(expected)
  })

  test('numbers have no names in them, and end before two dots', () => {
    expect(words('for i in 1..n loop x := 1e5 + 0xff + $1')).toEqual([
      'for',
      'i',
      'in',
      'loop',
      'n',
      'x',
    ])
  })
})

describe('quoted names', () => {
  test.each([
    ['without need for quotes', '"notes"', ['notes']],
    ['that are keywords', '"order"."user"', ['order', 'user']],
    ['in capitals', '"Notes" Notes', ['"Notes"', 'notes']],
    ['with quotes that are doubled', '"a ""b"" c"', ['"a ""b"" c"']],
    ['with what begins a comment elsewhere', '"a--b" c "d/*e*/f"', ['"a--b"', '"d/*e*/f"', 'c']],
    ['with what begins a literal elsewhere', `"it's" b 'c'`, [`"it's"`, 'b']],
    ['with a dot', 'public."a.b"', ['"a.b"', 'public']],
  ])('%s', (_what, body, expected) => {
    expect(words(body)).toEqual(expected)
  })

  test('letters beyond ASCII are not folded', () => {
    expect(words('Über "Über" über')).toEqual(['"Über"', '"über"'])
  })
})

describe('a body that carries out texts has the names in its literals', () => {
  test.each([
    ['in quotes', "execute 'update public.notes set a = ''b'''", ['notes', 'a', 'b']],
    ['in dollar quotes', 'EXECUTE $q$delete from notes$q$', ['notes']],
    ['in escaped text', String.raw`execute E'select\nnotes'`, ['select', 'notes']],
    ['put together', "execute format('select %I from notes', 'id')", ['notes', 'id']],
    ['with a comment that has a quote', "-- don't\nexecute 'notes'", ['notes']],
  ])('%s', (_what, body, expected) => {
    const found = words(body)
    expect(expected.filter((name) => !found.includes(name))).toEqual([])
  })

  test('a word in a comment carries out nothing', () => {
    expect(words("a -- execute\n 'b'")).toEqual(['a'])
  })

  test('pairs are found there too', () => {
    expect(pairs("execute 'select n.id from public.notes n'")).toEqual(['n.id', 'public.notes'])
  })
})

test('a name of the catalog is compared without the quotes that a keyword needs', () => {
  expect(
    ['public.notes', 'public."order"', '"My.app"."Order"', 'app."a""b"', ''].map(plainName),
  ).toEqual(['public.notes', 'public.order', '"My.app"."Order"', 'app."a""b"', ''])
})

test('a name that is a keyword is one in quotes or behind a dot', () => {
  const [clause, quoted, member] = ['a order by b', '"order" "a"', 'n.order n.a'].map((body) => {
    const names = namesInBody(body)
    return ['"order"', 'a'].map((name) => hasWord(names, name))
  })
  expect({ clause, quoted, member }).toEqual({
    clause: [false, true],
    quoted: [true, true],
    member: [true, true],
  })
})
