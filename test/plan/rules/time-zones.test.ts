import { expect, test } from 'vitest'
import { parseType } from '../../../src/plan/rules/read-type.ts'
import { castOverZone } from '../../../src/plan/rules/time-zones.ts'

const none = { serverVersion: 170_000, role: 'postgres', objects: new Map(), dependencies: [] }

function cast(from: string, to: string): string | undefined {
  return castOverZone('a', parseType(from, none), parseType(to, none))
}

test('what gets or loses a time zone does so by UTC, whatever its precision is', () => {
  expect(cast('timestamp(3) without time zone', 'timestamp with time zone')).toBe(
    "a at time zone 'UTC'",
  )
  expect(cast('timestamp with time zone', 'time without time zone')).toBe(
    "(a at time zone 'UTC')::time",
  )
  expect(cast('timestamp(0) with time zone', 'time with time zone')).toBe(
    "a::timetz at time zone 'UTC'",
  )
})

test('what keeps its zone, or never had one, is cast, and so are arrays', () => {
  expect(cast('date', 'timestamp without time zone')).toBeUndefined()
  expect(cast('time with time zone', 'time without time zone')).toBeUndefined()
  expect(cast('timestamp without time zone[]', 'timestamp with time zone[]')).toBeUndefined()
})
