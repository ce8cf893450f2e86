import { describe, expect, test } from 'vitest'
import { describeDifference, showTwo } from '../../src/model/two-values.ts'
import { renderProofSteps } from '../../src/report/proof.ts'
import { plain } from '../../src/report/paint.ts'

const body = (word: string): string =>
  `begin\n${'  perform 1;\n'.repeat(20)}  return '${word} of a long line that goes on';\n${'  perform 2;\n'.repeat(20)}end`

describe('two values side by side', () => {
  test.each([
    ['short ones as they are', '(a = 1)', '(a = 2)', '(a = 1)', '(a = 2)'],
    ['one that is not there', null, 'x', 'none', 'x'],
    ['an empty text', '', 'x', "''", 'x'],
    ['what is no text as JSON', { a: [1] }, true, '{"a":[1]}', 'true'],
    [
      'long ones from the line on which they differ',
      body('this'),
      body('that'),
      String.raw`…  return 'this of a long line that goes on';\n  perform 2;\n  perform 2;\n  perform 2;\n  perform 2;\n  perform 2;\n  perform …`,
      String.raw`…  return 'that of a long line that goes on';\n  perform 2;\n  perform 2;\n  perform 2;\n  perform 2;\n  perform 2;\n  perform …`,
    ],
    [
      'a long line from a bit before the difference',
      `${'a'.repeat(200)}b`,
      `${'a'.repeat(200)}c`,
      `…${'a'.repeat(30)}b`,
      `…${'a'.repeat(30)}c`,
    ],
    ['a long one beside one that ends before it', 'x'.repeat(200), 'x', `${'x'.repeat(120)}…`, 'x'],
    [
      'characters of two units whole',
      `${'😀'.repeat(80)}b`,
      `${'😀'.repeat(80)}c`,
      `…${'😀'.repeat(15)}b`,
      `…${'😀'.repeat(15)}c`,
    ],
  ])('shows %s', (_what, ...[left = null, right = null, ...shown]) => {
    expect(showTwo(left, right)).toEqual(shown)
  })

  test('a difference is read on from the name of its object', () => {
    const using = { what: 'using', expected: '(a = 1)', found: '(a = 2)' }
    expect([
      describeDifference(using),
      describeDifference({ what: 'is not there', expected: null, found: null }),
    ]).toEqual(['still differs: using: expected (a = 1), found (a = 2)', 'is not there'])
    const differences = [
      { object: 'policy public.t.own', ...using, file: null },
      { object: 'policy public.t.own', ...using, file: 'schema/policies/t.sql' },
    ]
    expect(renderProofSteps([{ way: 'up', part: 1, differences, milliseconds: 5 }], plain)).toEqual(
      [
        'not proved up: policy public.t.own still differs: using: expected (a = 1), found (a = 2)',
        'not proved up: schema/policies/t.sql: policy public.t.own still differs: using: expected (a = 1), found (a = 2)',
      ],
    )
  })
})
