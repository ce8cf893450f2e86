import { describe, expect, it } from 'vitest'
import { cutClient, cutServer, textOf } from './messages.ts'
import { shortenLimits } from './shorter-limits.ts'

/** A message with a type. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const query = (text: string): Buffer => message('Q', Buffer.from(`${text}\0`))

/** StartupMessage of protocol 3.0. */
function opening(): Buffer {
  const body = Buffer.from('user\0postgres\0\0')
  const head = Buffer.alloc(8)
  head.writeInt32BE(body.length + 8)
  head.writeInt32BE(196_608, 4)
  return Buffer.concat([head, body])
}

describe('the messages of a connection', () => {
  it('are found wherever the network cuts the bytes', () => {
    const bytes = Buffer.concat([opening(), query('select 1'), query('commit')])
    for (let size = 1; size <= bytes.length; size += 1) {
      const cut = cutClient()
      const found = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        cut(bytes.subarray(at * size, (at + 1) * size)),
      ).flat()
      expect(found.map((each) => [each.type, textOf(each)])).toEqual([
        ['', ''],
        ['Q', 'select 1'],
        ['Q', 'commit'],
      ])
    }
  })

  it('have no type after a question for TLS either', () => {
    const ask = Buffer.alloc(8)
    ask.writeInt32BE(8)
    ask.writeInt32BE(80_877_103, 4)
    const found = cutClient()(Buffer.concat([ask, opening(), query('select 1')]))
    expect(found.map(({ type }) => type)).toEqual(['', '', 'Q'])
  })

  it('of a server all have a type', () => {
    const ready = message('Z', Buffer.from('I'))
    expect(cutServer()(Buffer.concat([ready, ready])).map(({ type }) => type)).toEqual(['Z', 'Z'])
  })

  it('tell the text of a statement that is prepared', () => {
    const bytes = message('P', Buffer.from('name\0select $1\0\0\0'))
    expect(textOf({ type: 'P', bytes })).toBe('select $1')
  })
})

describe('a limit of 60 s', () => {
  it('is one of 8 s where it is bound, and in a text about being idle', () => {
    const bound = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from('60000')])
    const short = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from(' 8000')])
    expect(shortenLimits({ type: 'B', bytes: message('B', bound) })).toEqual(message('B', short))
    expect(
      shortenLimits({ type: 'B', bytes: message('B', Buffer.from('{"3000","60000"}')) }),
    ).toEqual(message('B', Buffer.from('{"3000"," 8000"}')))
    expect(shortenLimits({ type: 'Q', bytes: query('set idle_session_timeout = 60000') })).toEqual(
      query('set idle_session_timeout =  8000'),
    )
  })

  it('is left alone in every other text', () => {
    const bytes = query('insert into public.lines values (60000)')
    expect(shortenLimits({ type: 'Q', bytes })).toEqual(bytes)
  })
})
