import { describe, expect, test } from 'vitest'
import { conversionOf } from '../../../../src/plan/hazards/data/conversion-risks.ts'
import type { Conversion } from '../../../../src/plan/hazards/outcome.ts'

const same: Conversion = { fails: false, loses: false, keepsText: true }
const refuses: Conversion = { fails: true, loses: false, keepsText: true }
const printsOtherwise: Conversion = { fails: false, loses: false, keepsText: false }
const refusesAndPrintsOtherwise: Conversion = { fails: true, loses: false, keepsText: false }
const rounds: Conversion = { fails: false, loses: true, keepsText: false }
const anything: Conversion = { fails: true, loses: true, keepsText: false }

type Row = readonly [from: string, to: string, conversion: Conversion]

const timestamp = 'timestamp without time zone'
const timestamptz = 'timestamp with time zone'

const texts: readonly Row[] = [
  ['text', 'text', same],
  ['text', 'character varying', same],
  ['character varying(20)', 'text', same],
  ['character varying(20)', 'character varying(200)', same],
  ['character varying(200)', 'character varying(20)', refuses],
  ['text', 'character varying(20)', refuses],
  ['integer', 'character varying(3)', refuses],
  ['character(5)', 'text', printsOtherwise],
  ['character(5)', 'character(9)', printsOtherwise],
  ['character(9)', 'character(5)', refuses],
  ['text', 'character(5)', anything],
  // true, not t, and 10.0.0.1/32, not 10.0.0.1
  ['boolean', 'text', printsOtherwise],
  ['boolean', 'character varying(3)', refusesAndPrintsOtherwise],
  ['inet', 'text', printsOtherwise],
  ['cidr', 'text', same],
  ['uuid', 'text', same],
  ['text', 'uuid', anything],
]

const integers: readonly Row[] = [
  ['smallint', 'integer', same],
  ['integer', 'bigint', same],
  ['bigint', 'integer', refuses],
  ['integer', 'smallint', refuses],
  ['integer', 'numeric', same],
  ['integer', 'numeric(10,0)', same],
  ['integer', 'numeric(12,2)', printsOtherwise],
  ['integer', 'numeric(11,2)', refusesAndPrintsOtherwise],
  ['bigint', 'numeric(10,0)', refuses],
  ['numeric(4,0)', 'integer', refuses],
  ['numeric(10,2)', 'integer', anything],
  ['numeric', 'bigint', anything],
]

const numerics: readonly Row[] = [
  ['numeric(10,2)', 'numeric(10,2)', same],
  ['numeric(10,2)', 'numeric', same],
  ['numeric(10,2)', 'numeric(12,2)', same],
  ['numeric(12,2)', 'numeric(10,2)', refuses],
  ['numeric(10,2)', 'numeric(12,4)', printsOtherwise],
  ['numeric(10,2)', 'numeric(10,4)', refusesAndPrintsOtherwise],
  ['numeric(10,2)', 'numeric(10,1)', rounds],
  // 99999999.99 is 100000000.0 then, which has a digit too many
  ['numeric(10,2)', 'numeric(9,1)', anything],
  ['numeric', 'numeric(10,2)', anything],
  ['numeric(3,-2)', 'numeric(5,0)', printsOtherwise],
  ['numeric(5,0)', 'numeric(4,-2)', rounds],
]

const floats: readonly Row[] = [
  ['smallint', 'real', same],
  ['integer', 'real', rounds],
  ['integer', 'double precision', same],
  ['bigint', 'double precision', rounds],
  ['real', 'double precision', printsOtherwise],
  // out of range: 1e300
  ['double precision', 'real', anything],
  ['numeric', 'double precision', anything],
  ['numeric(10,2)', 'double precision', rounds],
  ['numeric(400,2)', 'double precision', anything],
  ['numeric(10,2)', 'real', rounds],
  ['double precision', 'numeric', rounds],
  ['double precision', 'numeric(10,2)', anything],
  ['real', 'integer', anything],
]

const times: readonly Row[] = [
  [timestamp, timestamptz, printsOtherwise],
  [timestamptz, timestamp, printsOtherwise],
  [timestamp, 'timestamp(3) with time zone', rounds],
  ['timestamp(3) without time zone', timestamptz, printsOtherwise],
  ['timestamp without time zone[]', 'timestamp with time zone[]', rounds],
  ['timestamp(3) without time zone', timestamp, same],
  ['timestamp(3) without time zone', 'timestamp(6) without time zone', same],
  [timestamp, 'timestamp(6) without time zone', same],
  [timestamp, 'timestamp(3) without time zone', rounds],
  ['time(0) with time zone', 'time(3) with time zone', same],
  ['interval(3)', 'interval', same],
  ['interval', 'interval(3)', rounds],
  ['date', timestamp, printsOtherwise],
  ['date', timestamptz, printsOtherwise],
  [timestamp, 'date', rounds],
  [timestamptz, 'date', rounds],
]

const others: readonly Row[] = [
  ['bit(3)', 'bit varying', same],
  ['bit(3)', 'bit varying(5)', same],
  ['bit(5)', 'bit varying(3)', refuses],
  ['bit varying(3)', 'bit varying(5)', same],
  ['bit varying(5)', 'bit varying(3)', refuses],
  ['bit varying', 'bit varying(3)', refuses],
  ['bit varying(3)', 'bit(3)', refuses],
  ['bit(3)', 'bit(5)', refuses],
  ['integer', 'bit(3)', refusesAndPrintsOtherwise],
  ['integer', 'bit(32)', printsOtherwise],
  ['bigint', 'bit(32)', refusesAndPrintsOtherwise],
  ['bigint', 'bit(64)', printsOtherwise],
  ['bit(3)', 'integer', printsOtherwise],
  ['bit(33)', 'integer', refusesAndPrintsOtherwise],
  ['bit(64)', 'bigint', printsOtherwise],
  ['boolean', 'integer', printsOtherwise],
  ['integer', 'boolean', rounds],
  // jsonb refuses \u0000, and keeps the last of equal keys
  ['json', 'jsonb', anything],
  ['jsonb', 'json', same],
  ['text', 'json', refuses],
  ['text', 'jsonb', anything],
  ['inet', 'cidr', rounds],
  ['cidr', 'inet', printsOtherwise],
  ['macaddr', 'macaddr8', printsOtherwise],
  ['macaddr8', 'macaddr', refusesAndPrintsOtherwise],
  ['money', 'integer', anything],
]

const arraysAndOwn: readonly Row[] = [
  ['integer[]', 'bigint[]', same],
  ['bigint[]', 'integer[]', refuses],
  ['text[]', 'character varying(20)[]', refuses],
  ['integer[]', 'text', same],
  ['boolean[]', 'text', same],
  ['boolean[]', 'text[]', printsOtherwise],
  ['integer[]', 'character varying(20)', refuses],
  ['text', 'integer[]', anything],
  ['text', 'text[]', anything],
  ['text', 'public.mood', refuses],
  ['public.mood', 'text', same],
  ['public.mood', 'public."Mood.2"', refuses],
  ['public.mood', 'integer', anything],
  ['integer', 'public.mood', anything],
]

describe('what a change of type may do to values', () => {
  const rows = [...texts, ...integers, ...numerics, ...floats, ...times, ...others, ...arraysAndOwn]

  test.each(rows)('from %s to %s', (from, to, conversion) => {
    expect(conversionOf(from, to)).toEqual(conversion)
  })
})
