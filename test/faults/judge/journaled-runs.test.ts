import { describe, expect, it } from 'vitest'
import { judgeRuns } from './journaled-runs.ts'
import type { JournaledRun } from './state.ts'

/** Runs such as `apply 002 done`, in order; `-` for one that did not end. */
function runsOf(...texts: readonly string[]): JournaledRun[] {
  return texts.map((text, at) => {
    const [, verb = '', version = '', outcome = ''] = /^(\w+) (\w+) (.+)$/.exec(text) ?? []
    return { id: at + 1, verb, version, outcome: outcome === '-' ? null : outcome, isWhole: true }
  })
}

const first = { atlas: ['001 notes 2 1/1 no error h1='], events: runsOf('apply 001 done') }
const both = [...first.atlas, '002 bodies 2 1/1 no error h2=']
const half = [...first.atlas, '002 bodies 2 1/3 no error h2=']

const judge = (atlas: readonly string[], ...runs: readonly string[]): string[] =>
  judgeRuns({
    start: first,
    now: { atlas, events: runsOf('apply 001 done', ...runs) },
    succeeded: false,
  })

describe('the judge of the journal', () => {
  it.each([
    ['a run that is done', both, ['apply 002 done'], []],
    ['one that failed before', both, ['apply 002 failed: 55P03', 'apply 002 done'], []],
    ['one that was cut off', first.atlas, ['apply 002 -'], []],
    ['one that is half done', half, ['apply 002 -'], []],
    ['no run of a version', both, ['apply 002 -'], ['002 is applied, and no run says so']],
    [
      'a run that is called done and is not',
      first.atlas,
      ['apply 002 done'],
      ['002 is not applied, and no run has rolled it back'],
    ],
    [
      'one that is done twice',
      both,
      ['apply 002 done', 'apply 002 done'],
      ['apply 002 done a second time'],
    ],
    [
      'an outcome that there is not',
      first.atlas,
      ['apply 002 maybe'],
      ['apply 002 maybe: no outcome that there is'],
    ],
  ] as const)('on %s', (...[, atlas, runs, said]) => {
    expect(judge(atlas, ...runs)).toEqual(said.map((text) => `events of the journal: ${text}`))
  })

  it('takes what was begun for neither', () => {
    const now = { atlas: first.atlas, events: runsOf('apply 001 done', 'rollback 002 done') }
    const start = { ...first, atlas: half }
    expect(judgeRuns({ start, now, succeeded: true })).toEqual([])
  })

  it('wants an end of each run that has succeeded', () => {
    const now = { atlas: both, events: runsOf('apply 001 done', 'apply 002 -', 'apply 002 done') }
    expect(judgeRuns({ start: first, now, succeeded: true })).toEqual([
      'events of the journal: apply 002 without an end, but the run has succeeded',
    ])
  })
})
