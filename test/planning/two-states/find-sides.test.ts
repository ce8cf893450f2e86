import { describe, expect, it } from 'vitest'
import { sidesAlone } from '../../../src/planning/two-states/find-sides.ts'

const url = { kind: 'url', url: 'postgresql://h/d' } as const
const found = {
  from: url,
  to: url,
  view: { scope: {}, ignoreSchemas: [] },
  states: {},
  platform: 'none',
  variables: {},
} as const
const login = (
  serverVersion: number,
): { readonly serverVersion: number; readonly user: string } => ({
  serverVersion,
  user: 'ann',
})

describe('two databases that are only read', () => {
  it('belong to who logs in to the first', () => {
    const sides = sidesAlone({ ...found, logins: [login(160_004), login(160_010)] })
    expect(sides?.user).toBe('ann')
    expect(() => sides?.ground()).toThrow('where no workbench is held')
  })

  it('are of one version', () => {
    expect(() => sidesAlone({ ...found, logins: [login(150_018), login(170_010)] })).toThrow(
      'One database is PostgreSQL 15 and the other 17: two versions cannot be compared.',
    )
  })

  it('are two, and not one with files', () => {
    expect(sidesAlone({ ...found, logins: [login(170_010)] })).toBeUndefined()
  })
})
