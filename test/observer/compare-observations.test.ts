import { describe, expect, it } from 'vitest'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import type { Observation } from '../../src/observer/observe.ts'
import type { ObservedLine } from '../../src/observer/observed-line.ts'
import { describeRights } from '../../src/observer/rights-text.ts'
import { parseRow } from '../../src/observer/row-text.ts'

const line: ObservedLine = {
  catalog: 'pg_policy',
  builtIn: false,
  object: 'policy p on s.t',
  fields: '(p,"(id > 1)")',
}

function observation(some: Partial<Observation>): Observation {
  return {
    version: 17,
    lines: [],
    fields: { pg_policy: ['polname', 'polqual'] },
    builtIns: 'written',
    checksums: { pg_policy: '0' },
    columnOrder: {},
    unreadable: [],
    ...some,
  }
}

describe('comparing observations', () => {
  it('pairs the lines about one object, and counts a line as often as it stands there', () => {
    const other = { ...line, fields: '(p,"(id > 2)")' }
    const left = observation({ lines: [line, line] })
    const right = observation({ lines: [line, other, other] })
    expect(compareObservations(left, right).differences).toEqual([
      {
        catalog: 'pg_policy',
        object: 'policy p on s.t',
        kind: 'different',
        fields: [{ name: 'polqual', left: '(id > 1)', right: '(id > 2)' }],
      },
      { catalog: 'pg_policy', object: 'policy p on s.t', kind: 'only right', fields: [] },
    ])
  })

  it('does not call what PostgreSQL brought missing where it was only not written to', () => {
    const left = observation({ lines: [{ ...line, builtIn: true }], checksums: { pg_policy: '1' } })
    expect(compareObservations(left, observation({})).differences).toEqual([
      { catalog: 'pg_policy', object: 'policy p on s.t', kind: 'different', fields: [] },
    ])
  })

  it('does not count what was written to and is as it was', () => {
    const left = observation({ lines: [{ ...line, builtIn: true }] })
    expect(compareObservations(left, observation({})).differences).toEqual([])
  })

  it('names the catalog where what is gone has no line', () => {
    const left = observation({ lines: [line], checksums: { pg_policy: '1' } })
    expect(compareObservations(left, observation({})).differences).toEqual([
      { catalog: 'pg_policy', object: 'policy p on s.t', kind: 'only left', fields: [] },
      {
        catalog: 'pg_policy',
        object: 'what PostgreSQL itself brought',
        kind: 'different',
        fields: [],
      },
    ])
  })

  it('refuses two major versions', () => {
    expect(() => compareObservations(observation({}), observation({ version: 18 }))).toThrow(
      'PostgreSQL 17 and 18 cannot be compared: their catalogs have other columns.',
    )
  })
})

describe('the text of a row', () => {
  it.each([
    ['(a,b)', ['a', 'b']],
    ['(,"",)', [undefined, '', undefined]],
    ['("a,b","say ""yes""","c:\\\\d",e)', ['a,b', 'say "yes"', 'c:\\d', 'e']],
    ['("two\nlines",t)', ['two\nlines', 't']],
    ['("","",x)', ['', '', 'x']],
    ['("")', ['']],
  ])('%j is taken apart', (text, values) => {
    expect(parseRow(text)).toEqual(values)
  })
})

describe('rights in words', () => {
  it.each([
    ['anon=r/postgres', 'anon: select (from postgres)'],
    ['=X/postgres', 'public: execute (from postgres)'],
    ['anon=ar*w/postgres', 'anon: insert, select with grant option, update (from postgres)'],
    ['"a, ""b="=U/"c=d", anon=C/x', '"a, ""b=": usage (from "c=d"); anon: create (from x)'],
  ])('%j', (text, words) => {
    expect(describeRights(text)).toBe(words)
  })
})
