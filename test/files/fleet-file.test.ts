import { describe, expect, it } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { fleetName, loadFleetFile, parseFleetFile } from '../../src/files/fleet-file.ts'

const parsed = (text: string): unknown => parseFleetFile(text, 'shop.fleet')

function refusal(text: string): string {
  try {
    return JSON.stringify(parsed(text))
  } catch (error) {
    return messageOf(error)
  }
}

const form =
  'A fleet is a file with the name of a variable on each line, which holds a URL, or one that begins with `-- query in VARIABLE`, followed by a query.'

describe('the file of a fleet', () => {
  it('has the name of a variable on each line, with comments, and one canary at most', () => {
    expect(parsed('# shops\r\nA_URL # small\r\n\r\n  B_URL   canary # first\r\nc2\n')).toEqual({
      kind: 'variables',
      path: 'shop.fleet',
      entries: [
        { variable: 'A_URL', canary: false },
        { variable: 'B_URL', canary: true },
        { variable: 'c2', canary: false },
      ],
    })
  })

  it('or is a query, with the variable of the database that is asked', () => {
    const text = '-- query in SHOPS_URL\nselect datname from pg_catalog.pg_database;\n'
    const path = 'shop.fleet'
    expect(parsed(text)).toEqual({ kind: 'query', path, variable: 'SHOPS_URL', text })
  })

  it('is refused with the line, and never with what stands there', () => {
    expect(refusal('A_URL\npostgresql://postgres:secret@db/shop\n')).toBe(
      `shop.fleet:2: neither the name of a variable nor a name and \`canary\`. ${form} A URL has no place in it: set it in the shell or in .env.fleet.`,
    )
    expect(refusal('A_URL canari\n')).toMatch(/^shop\.fleet:1: neither /)
    expect(refusal('# none\n')).toBe(`shop.fleet: it names no database. ${form}`)
    expect(refusal('A_URL\nB_URL\nA_URL\n')).toBe(
      'shop.fleet:3: A_URL stands in the file twice. Take one out.',
    )
    expect(refusal('A_URL canary\nB_URL canary\n')).toBe(
      'shop.fleet:2: a second canary. One database is changed first; mark one, or none for the first.',
    )
    expect(refusal('-- query in\nselect 1\n')).toMatch(/^shop\.fleet:1: neither /)
  })

  it('is refused where it is not there', async () => {
    expect(await loadFleetFile('/nowhere/shop.fleet').catch(messageOf)).toBe(
      `/nowhere/shop.fleet: no such file. ${form}`,
    )
  })

  it('gives the fleet its name', () => {
    expect(['a/shop.fleet', 'shop', './x.y/shop.eu.sql', '.fleet'].map(fleetName)).toEqual([
      'shop',
      'shop',
      'shop.eu',
      '.fleet',
    ])
  })
})
