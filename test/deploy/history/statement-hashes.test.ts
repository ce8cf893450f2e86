import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashStatements } from '../../../src/deploy/history/statement-hashes.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'

it('hashes each statement with those before it, to its semicolon, as Atlas does', async () => {
  const text = "-- one\nselect 'é' -- here\n  ;\n\n/* two */ select 2;select 3 -- end\n"
  const texts = ["select 'é' -- here\n  ;", 'select 2;', 'select 3 -- end']
  const sums = texts.map((_text, at) =>
    createHash('sha256')
      .update(texts.slice(0, at + 1).join(''))
      .digest('base64'),
  )
  expect(hashStatements(text, await splitStatements(text, 'a.sql'))).toEqual(
    sums.map((sum) => `h1:${sum}`),
  )
})
