import { describe, expect, it } from 'vitest'
import { parseShared } from '../../../src/postgres/connection/shared-json.ts'

describe('JSON of the server', () => {
  it('is one value for one text, so that equal objects are found without looking into them', () => {
    const text = '{"type": "integer", "rights": [{"grantee": "public"}]}'
    expect(parseShared(text)).toEqual(JSON.parse(text))
    expect(parseShared(JSON.parse(JSON.stringify(text)))).toBe(parseShared(text))
  })

  it('differs where the texts differ', () => {
    expect(parseShared('{"a": 1}')).not.toBe(parseShared('{"a": 2}'))
  })

  it('is right after more texts than are kept', () => {
    for (let n = 0; n < 60_000; n += 1) parseShared(String(n))
    expect(parseShared('7')).toBe(7)
    expect(parseShared('59999')).toBe(59_999)
  })
})
