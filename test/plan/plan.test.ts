import { describe, expect, test } from 'vitest'
import { planCatalogs } from '../../src/plan/plan.ts'
import { statement } from '../../src/plan/statement.ts'
import { planned, toy, toyRule, toys } from './toy.ts'

const box = toyRule('box', { makes: ({ kind }) => kind === 'lid' })
const lid = toyRule('lid')
const label = toyRule('label')

describe('what comes and goes', () => {
  test('nothing differs, nothing is planned', () => {
    const same = toys([toy('box a'), toy('label b')], ['label b > box a'])
    expect(planned(same, same, [box, label])).toEqual([])
  })

  test('what is needed comes first and goes last', () => {
    const full = toys(
      [toy('label a'), toy('box b'), toy('box c')],
      ['label a > box c', 'box c > box b'],
    )
    expect(planned(toys([]), full, [box, label])).toEqual([
      'create box b',
      'create box c',
      'create label a',
    ])
    expect(planned(full, toys([]), [box, label])).toEqual([
      'drop label a',
      'drop box c',
      'drop box b',
    ])
  })

  test('a child that is made along with its parent, and any that goes along, has no statement', () => {
    const full = toys([toy('box a'), toy('lid x', {}, 'box a'), toy('label y', {}, 'box a')])
    expect(planned(toys([]), full, [box, lid, label])).toEqual(['create box a', 'create label y'])
    expect(planned(full, toys([]), [box, lid, label])).toEqual(['drop box a'])
  })

  test('what needs a child that goes along goes before its parent does', () => {
    const full = toys(
      [toy('box a'), toy('lid x', {}, 'box a'), toy('label y')],
      ['label y > lid x'],
    )
    expect(planned(full, toys([]), [box, lid, label])).toEqual(['drop label y', 'drop box a'])
    expect(planned(toys([]), full, [box, lid, label])).toEqual(['create box a', 'create label y'])
  })

  test('what stops needing something changes before that goes, and after what it needs comes', () => {
    const from = toys([toy('label a', { of: 'x' }), toy('box x')], ['label a > box x'])
    const to = toys([toy('label a', { of: 'y' }), toy('box y')], ['label a > box y'])
    expect(planned(from, to, [box, label])).toEqual(['create box y', 'alter label a', 'drop box x'])
  })

  test('what goes makes room for another kind under its name', () => {
    const from = toys([toy('box a', {}), toy('label z', { of: 'a' })], ['label z > box a'])
    const to = toys([toy('lid a'), toy('label z', { of: 'nothing' })])
    expect(planned(from, to, [box, lid, label])).toEqual([
      'alter label z',
      'drop box a',
      'create lid a',
    ])
  })
})

describe('what is replaced', () => {
  test('takes along what hangs on it, and that comes back', () => {
    const [from, to] = [1, 2].map((size) =>
      toys(
        [toy('box a', { size }), toy('label b'), toy('label c'), toy('label d')],
        ['label b > box a', 'label c > label b'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [box, label])).toEqual([
      'drop label c',
      'drop label b',
      'drop box a',
      'create box a',
      'create label b',
      'create label c',
    ])
  })

  test('is let go of and taken up again by what can, which is altered on the way', () => {
    const holding = toyRule('label', {
      hold: {
        keeps: () => true,
        detach: ({ id }) => [statement({ verb: 'alter', object: id }, `detach ${id}`)],
        attach: ({ id }) => [statement({ verb: 'alter', object: id }, `attach ${id}`)],
        takesDependents: () => false,
      },
    })
    const [from, to] = [1, 2].map((size) =>
      toys(
        [toy('box a', { size }), toy('label b', { colour: size }), toy('label c')],
        ['label b > box a', 'label c > label b'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [box, holding])).toEqual([
      'detach label b',
      'drop box a',
      'create box a',
      'attach label b',
      'alter label b',
    ])
  })

  test('an alteration moves only what it says', () => {
    const fussy = toyRule('box', { blockedBy: () => ['label'] })
    const [from, to] = [1, 2].map((colour) =>
      toys(
        [toy('box a', { colour }), toy('label b'), toy('lid c')],
        ['label b > box a', 'lid c > box a'],
      ),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [fussy, lid, label])).toEqual([
      'drop label b',
      'alter box a',
      'create label b',
    ])
  })
})

describe('what cannot be planned is named', () => {
  const byHand =
    'write its statements into a migration of your own (npm run new NAME); npm run diff is content when that leads to what the files say'

  test('a kind without a rule, whether it differs or stands in the way', () => {
    const [from, to] = [1, 2].map((size) =>
      toys([toy('box a', { size }), toy('odd b'), toy('odd c', { size })], ['odd b > box a']),
    )
    expect(planned(from ?? toys([]), to ?? toys([]), [box])).toEqual([
      'drop box a',
      'create box a',
      `refused odd c: it changes, and no rule plans an odd: ${byHand}`,
      `refused odd b: it stands in the way of a change, and no rule plans an odd: ${byHand}`,
    ])
  })

  test('what a rule refuses', () => {
    const stubborn = toyRule('box', {
      alter: () => ({ refused: 'never' }),
      create: () => ({ refused: 'not this one' }),
    })
    const from = toys([toy('box a', { x: 1 })])
    const to = toys([toy('box a', { x: 2 }), toy('box b')])
    expect(planned(from, to, [stubborn])).toEqual([
      'refused box a: never',
      'refused box b: not this one',
    ])
  })

  test('a circle', () => {
    const full = toys([toy('label a'), toy('label b')], ['label a > label b', 'label b > label a'])
    expect(planned(toys([]), full, [label])).toEqual([
      expect.stringMatching(/^refused label [ab]: a circle: make label [ab] → make label [ab]$/),
    ])
  })

  test('a circle through what can be made anew is none', () => {
    const from = toys(
      [toy('type t', { size: 1 }), toy('box old'), toy('label u', { word: 1 })],
      ['box old > type t', 'label u > box old'],
    )
    const to = toys(
      [toy('type t', { size: 2 }), toy('box new'), toy('label u', { word: 2 })],
      ['box new > type t', 'label u > box new'],
    )
    const type = toyRule('type')
    expect(planned(from, to, [type, box, label])).toEqual([
      expect.stringMatching(/^refused .*: a circle: /),
    ])
    const light = toyRule('label', { holdsNothing: true })
    expect(planned(from, to, [type, box, light])).toEqual([
      'drop label u',
      'drop box old',
      'drop type t',
      'create type t',
      'create box new',
      'create label u',
    ])
  })

  test('a circle through what goes for good, and need not be gone before what it used changes, is none', () => {
    const from = toys(
      [toy('label step', { word: 1 }), toy('box old'), toy('label seen', { word: 1 })],
      ['box old > label step', 'label seen > box old'],
    )
    const to = toys(
      [toy('label step', { word: 2 }), toy('box new'), toy('label seen', { word: 2 })],
      ['box new > label step', 'label seen > box new'],
    )
    expect(planned(from, to, [box, label])).toEqual([
      'alter label step',
      'create box new',
      'alter label seen',
      'drop box old',
    ])
  })

  test('a circle through children that may go first is none', () => {
    const apart = toyRule('box', { dropsApart: ({ kind }) => kind === 'label' })
    const full = toys(
      [toy('box a'), toy('box b'), toy('label x', {}, 'box a'), toy('label y', {}, 'box b')],
      ['label x > box b', 'label y > box a'],
    )
    expect(planned(full, toys([]), [apart, label])).toEqual([
      'drop label x',
      'drop label y',
      'drop box a',
      'drop box b',
    ])
  })
})

test('what cannot be used before it is committed ends a segment, which others like it share', () => {
  const late = toyRule('box', {
    create: ({ id }) => [
      statement({ verb: 'create', object: id }, `create ${id}`, { endsSegment: true }),
    ],
  })
  const to = toys(
    [toy('box a'), toy('box b'), toy('label c')],
    ['label c > box a', 'label c > box b'],
  )
  const { segments } = planCatalogs({ from: toys([]), to }, { box: late, label })
  expect(segments.map(({ statements }) => statements.map(({ sql }) => sql))).toEqual([
    ['create box a', 'create box b'],
    ['create label c'],
  ])
})

test('what ends a segment comes first where another follows, so that nothing is missing between the two', () => {
  const late = toyRule('box', {
    create: ({ id }) => [
      statement({ verb: 'create', object: id }, `create ${id}`, { endsSegment: true }),
    ],
  })
  const sqlOf = (...labels: readonly string[]): string[][] => {
    const [from, to] = [
      toys([toy('label gone')]),
      toys(
        [toy('box a'), ...labels.map((id) => toy(id))],
        labels.map((id) => `${id} > box a`),
      ),
    ]
    const { segments } = planCatalogs({ from, to }, { box: late, label })
    return segments.map(({ statements }) => statements.map(({ sql }) => sql))
  }
  expect([sqlOf('label c'), sqlOf()]).toEqual([
    [['create box a'], ['drop label gone', 'create label c']],
    [['drop label gone', 'create box a']],
  ])
})
