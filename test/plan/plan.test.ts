import { describe, expect, test } from 'vitest'
import { planCatalogs } from '../../src/plan/plan.ts'
import { planned, toy, toyRule, toyStatement, toys, wordsOf } from './toy.ts'

const cast = toyRule('cast', { makes: ({ kind }) => kind === 'operator' })
const operator = toyRule('operator')
const language = toyRule('language')

describe('what comes and goes', () => {
  test('nothing differs, nothing is planned', () => {
    const same = toys([toy('cast a'), toy('language b')], ['language b > cast a'])
    expect(planned(same, same, [cast, language])).toEqual([])
  })

  test('what is needed comes first and goes last', () => {
    const full = toys(
      [toy('language a'), toy('cast b'), toy('cast c')],
      ['language a > cast c', 'cast c > cast b'],
    )
    expect(planned(toys([]), full, [cast, language])).toEqual([
      'create cast b',
      'create cast c',
      'create language a',
    ])
    expect(planned(full, toys([]), [cast, language])).toEqual([
      'drop language a',
      'drop cast c',
      'drop cast b',
    ])
  })

  test('a child that is made along with its parent, and any that goes along, has no statement', () => {
    const full = toys([
      toy('cast a'),
      toy('operator x', {}, 'cast a'),
      toy('language y', {}, 'cast a'),
    ])
    expect(planned(toys([]), full, [cast, operator, language])).toEqual([
      'create cast a',
      'create language y',
    ])
    expect(planned(full, toys([]), [cast, operator, language])).toEqual(['drop cast a'])
  })

  test('what needs a child that goes along goes before its parent does', () => {
    const full = toys(
      [toy('cast a'), toy('operator x', {}, 'cast a'), toy('language y')],
      ['language y > operator x'],
    )
    expect(planned(full, toys([]), [cast, operator, language])).toEqual([
      'drop language y',
      'drop cast a',
    ])
    expect(planned(toys([]), full, [cast, operator, language])).toEqual([
      'create cast a',
      'create language y',
    ])
  })

  test('what stops needing something changes before that goes, and after what it needs comes', () => {
    const from = toys([toy('language a', { of: 'x' }), toy('cast x')], ['language a > cast x'])
    const to = toys([toy('language a', { of: 'y' }), toy('cast y')], ['language a > cast y'])
    expect(planned(from, to, [cast, language])).toEqual([
      'create cast y',
      'alter language a',
      'drop cast x',
    ])
  })

  test('what goes makes room for another kind under its name', () => {
    const from = toys([toy('cast a', {}), toy('language z', { of: 'a' })], ['language z > cast a'])
    const to = toys([toy('operator a'), toy('language z', { of: 'nothing' })])
    expect(planned(from, to, [cast, operator, language])).toEqual([
      'alter language z',
      'drop cast a',
      'create operator a',
    ])
  })
})

describe('what is replaced', () => {
  test('takes along what hangs on it, and that comes back', () => {
    const [from, to] = [1, 2].map((size) =>
      toys(
        [toy('cast a', { size }), toy('language b'), toy('language c'), toy('language d')],
        ['language b > cast a', 'language c > language b'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [cast, language])).toEqual([
      'drop language c',
      'drop language b',
      'drop cast a',
      'create cast a',
      'create language b',
      'create language c',
    ])
  })

  test('is let go of and taken up again by what can, which is altered on the way', () => {
    const holding = toyRule('language', {
      detachable: {
        keeps: () => true,
        detach: ({ id }) => [toyStatement('alter', id, { word: 'detach' })],
        attach: ({ id }) => [toyStatement('alter', id, { word: 'attach' })],
        takesDependents: () => false,
      },
    })
    const [from, to] = [1, 2].map((size) =>
      toys(
        [toy('cast a', { size }), toy('language b', { colour: size }), toy('language c')],
        ['language b > cast a', 'language c > language b'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [cast, holding])).toEqual([
      'detach language b',
      'drop cast a',
      'create cast a',
      'attach language b',
      'alter language b',
    ])
  })

  test('an alteration moves only what it says', () => {
    const fussy = toyRule('cast', { blockedBy: () => ['language'] })
    const [from, to] = [1, 2].map((colour) =>
      toys(
        [toy('cast a', { colour }), toy('language b'), toy('operator c')],
        ['language b > cast a', 'operator c > cast a'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [fussy, operator, language])).toEqual([
      'drop language b',
      'alter cast a',
      'create language b',
    ])
  })
})

describe('what cannot be planned is named', () => {
  const byHand =
    'write its statements into a migration (npm run new NAME). npm run diff then compares what that makes with the files'

  test('a kind without a rule, whether it differs or stands in the way', () => {
    const [from, to] = [1, 2].map((size) =>
      toys(
        [toy('cast a', { size }), toy('conversion b'), toy('conversion c', { size })],
        ['conversion b > cast a'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [cast])).toEqual([
      'drop cast a',
      'create cast a',
      `refused conversion c: it changes, and no rule plans a conversion: ${byHand}`,
      `refused conversion b: it blocks a change, and no rule plans a conversion: ${byHand}`,
    ])
  })

  test('what a rule refuses', () => {
    const stubborn = toyRule('cast', {
      alter: () => ({ refused: 'never' }),
      create: () => ({ refused: 'not this one' }),
    })
    const from = toys([toy('cast a', { x: 1 })])
    const to = toys([toy('cast a', { x: 2 }), toy('cast b')])
    expect(planned(from, to, [stubborn])).toEqual([
      'refused cast a: never',
      'refused cast b: not this one',
    ])
  })

  test('a cycle', () => {
    const full = toys(
      [toy('language a'), toy('language b')],
      ['language a > language b', 'language b > language a'],
    )
    expect(planned(toys([]), full, [language])).toEqual([
      expect.stringMatching(
        /^refused language [ab]: these statements depend on each other: make language [ab] → make language [ab]$/,
      ),
    ])
  })

  test('a cycle through what can be recreated is none', () => {
    const from = toys(
      [toy('type t', { size: 1 }), toy('cast old'), toy('language u', { word: 1 })],
      ['cast old > type t', 'language u > cast old'],
    )
    const to = toys(
      [toy('type t', { size: 2 }), toy('cast new'), toy('language u', { word: 2 })],
      ['cast new > type t', 'language u > cast new'],
    )
    const type = toyRule('type')
    expect(planned(from, to, [type, cast, language])).toEqual([
      expect.stringMatching(/^refused .*: these statements depend on each other: /),
    ])
    const light = toyRule('language', { hasNoData: true })
    expect(planned(from, to, [type, cast, light])).toEqual([
      'drop language u',
      'drop cast old',
      'drop type t',
      'create type t',
      'create cast new',
      'create language u',
    ])
  })

  test('a cycle through what goes for good, and need not be gone before what it used changes, is none', () => {
    const from = toys(
      [toy('language step', { word: 1 }), toy('cast old'), toy('language seen', { word: 1 })],
      ['cast old > language step', 'language seen > cast old'],
    )
    const to = toys(
      [toy('language step', { word: 2 }), toy('cast new'), toy('language seen', { word: 2 })],
      ['cast new > language step', 'language seen > cast new'],
    )
    expect(planned(from, to, [cast, language])).toEqual([
      'alter language step',
      'create cast new',
      'alter language seen',
      'drop cast old',
    ])
  })

  test('a cycle through children that may go first is opened by one of them', () => {
    const apart = toyRule('cast', { dropsApart: ({ kind }) => kind === 'language' })
    const full = toys(
      [
        toy('cast a'),
        toy('cast b'),
        toy('language x', {}, 'cast a'),
        toy('language y', {}, 'cast b'),
      ],
      ['language x > cast b', 'language y > cast a'],
    )
    expect(planned(full, toys([]), [apart, language])).toEqual([
      'drop language x',
      'drop cast b',
      'drop cast a',
    ])
  })
})

test('what cannot be used before it is committed ends a segment, which others like it share', () => {
  const late = toyRule('cast', {
    create: ({ id }) => [toyStatement('create', id, { endsSegment: true })],
  })
  const to = toys(
    [toy('cast a'), toy('cast b'), toy('language c')],
    ['language c > cast a', 'language c > cast b'],
  )
  const { segments } = planCatalogs({ from: toys([]), to }, { cast: late, language })
  expect(segments.map(({ statements }) => wordsOf(statements))).toEqual([
    ['create cast a', 'create cast b'],
    ['create language c'],
  ])
})

test('what ends a segment comes first where another follows, so that nothing is missing between the two', () => {
  const late = toyRule('cast', {
    create: ({ id }) => [toyStatement('create', id, { endsSegment: true })],
  })
  const sqlOf = (...labels: readonly string[]): string[][] => {
    const [from, to] = [
      toys([toy('language gone')]),
      toys(
        [toy('cast a'), ...labels.map((id) => toy(id))],
        labels.map((id) => `${id} > cast a`),
      ),
    ]
    const { segments } = planCatalogs({ from, to }, { cast: late, language })
    return segments.map(({ statements }) => wordsOf(statements))
  }
  expect([sqlOf('language c'), sqlOf()]).toEqual([
    [['create cast a'], ['drop language gone', 'create language c']],
    [['drop language gone', 'create cast a']],
  ])
})
