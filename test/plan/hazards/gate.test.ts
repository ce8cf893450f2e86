import { describe, expect, test } from 'vitest'
import { failingHazards, parseAcceptances } from '../../../src/plan/hazards/gate.ts'
import { hazardNames } from '../../../src/plan/hazards/hazard.ts'

const loses = { risks: [{ hazard: 'data_loss', what: 'public.t' }] } as const
const opens = { risks: [{ hazard: 'opens_access', what: 'anon may select public.t' }] } as const

describe('--fail-on', () => {
  test('names the hazards that a plan has, in the order in which hazards are listed', () => {
    expect(failingHazards([opens, loses], ['opens_access', 'data_loss', 'rewrite'])).toEqual([
      'data_loss',
      'opens_access',
    ])
    expect(failingHazards([opens], ['data_loss'])).toEqual([])
  })

  test('passes over those that a migration accepts', () => {
    const accepted = [{ hazard: 'data_loss', reason: 'moved by 006' }] as const
    expect(failingHazards([opens, loses], ['opens_access', 'data_loss'], accepted)).toEqual([
      'opens_access',
    ])
  })
})

describe('a line that accepts a hazard', () => {
  test('names it and gives the reason', () => {
    const text = '-- Drop it.\n-- hazard-accepted data_loss: the values moved to u in 006\n\ndrop …'
    expect(parseAcceptances(text)).toEqual({
      accepted: [{ hazard: 'data_loss', reason: 'the values moved to u in 006' }],
      problems: [],
    })
  })

  test('is refused with its line where it gives no reason, or names no hazard', () => {
    expect(
      parseAcceptances('\n-- hazard-accepted data_loss\n-- hazard-accepted loss: yes'),
    ).toEqual({
      accepted: [],
      problems: [
        '2: hazard-accepted data_loss: give the reason after a colon.',
        `3: hazard-accepted loss: no such hazard. There are: ${hazardNames.join(', ')}.`,
      ],
    })
  })
})
