import * as dbml from '@dbml/core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Description, Relation } from '../../src/docs/describe/description.ts'
import { renderPages } from '../../src/docs/pages.ts'
import type { Page } from '../../src/docs/pages.ts'
import { unquoteName } from '../../src/model/qualified-name.ts'
import { describedBy } from './described.ts'
import { hostileNames, hostileSchema, hostileText } from './hostile-schema.ts'

let description: Description
let pages: readonly Page[]

beforeAll(async () => {
  description = await describedBy(hostileSchema)
  pages = renderPages(description)
})

describe('whatever names and comments hold', () => {
  it('every table has a page, under a name that no file system takes for another', () => {
    const paths = pages.map(({ path }) => path).slice(4)
    expect(paths.length).toBe(hostileNames.length)
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
    expect(paths.filter((path) => !/^[a-z0-9_~]+\/[a-z0-9_~]+\.md$/.test(path))).toEqual([])
  })

  it('the pages hold no markup of theirs', () => {
    const texts = pages.filter(({ path }) => path.endsWith('.md')).map(({ text }) => text)
    const bare = texts.map((text) => text.replaceAll(/`[^`\n]*`/g, ''))
    const markup = bare.flatMap(
      (text) => text.match(/<(?!br>|\/?code>|!-- Written)[^\n]{0,20}/g) ?? [],
    )
    expect(markup).toEqual([])
    const links = texts.flatMap((text) =>
      [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, to = '']) => to),
    )
    expect(links.length).toBeGreaterThan(hostileNames.length)
    expect(links.filter((to) => !/^[a-z0-9_~./]+$/i.test(to))).toEqual([])
  })

  it('every row of a table has the cells of its head', () => {
    const rows = pages.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => (line.startsWith('| ') ? [{ path, line }] : [])),
    )
    const cells = rows.map(({ path, line }) => ({ path, cells: line.split('|').length }))
    const ofColumns = cells.filter(({ path }) => path.includes('/'))
    expect(ofColumns.length).toBe(hostileNames.length * 5)
    expect([...new Set(ofColumns.map((row) => row.cells))]).toEqual([8])
  })

  it('the Mermaid diagram has entities, attributes and lines alone', () => {
    const text = /```mermaid\n(.*?)```/s.exec(pages[0]?.text ?? '')?.[1] ?? ''
    const odd = text.split('\n').filter((line) => !mermaidLines.some((form) => form.test(line)))
    expect(odd).toEqual([])
    expect(text.match(/^ {2}t\d+ \}o--/gm)?.length).toBe(hostileNames.length - 1)
  })

  it('DBML reads the names, comments, defaults, enums and keys as they are', () => {
    const text = pages.find(({ path }) => path === 'schema.dbml')?.text ?? ''
    const read = new dbml.Parser().parse(text, 'dbmlv2')
    const [schema] = read.schemas.filter(({ name }) => name !== 'public')
    expect(schema?.name).toBe('odd.schema </script>')
    expect(schema?.tables.map(({ name }) => name).toSorted()).toEqual(hostileNames.toSorted())
    expect(schema?.enums.map(({ name }) => name).toSorted()).toEqual(
      hostileNames.map((name) => `enum ${name}`).toSorted(),
    )
    expect(read.schemas.flatMap(({ refs }) => refs).length).toBe(hostileNames.length - 1)
    const said = hostileText.replaceAll('\r\n', '\n').replaceAll('\u0007', '\uFFFD')
    expect(schema?.tables.map(({ note }) => note)).toEqual(hostileNames.map(() => said))
  })
})

it('tells the columns of keys whose names are quoted', () => {
  expect(description.relations.map(keysIn)).toEqual(
    description.relations.map(({ name }) => [
      [unquoteName(name.slice(name.indexOf('.', '"odd.schema'.length) + 1))],
    ]),
  )
})

/** The columns of the primary key, as PostgreSQL has them. */
function keysIn({ columns }: Relation): string[][] {
  return [columns.filter(({ isPrimary }) => isPrimary).map(({ name }) => unquoteName(name))]
}

const quotedText = String.raw`"[^"\n]*"`
const mermaidLines = [
  /^$/,
  /^erDiagram$/,
  /^ {2}direction LR$/,
  new RegExp(`^  t\\d+\\[${quotedText}\\](?: \\{)?$`),
  new RegExp(`^    [A-Za-z]\\w* [A-Za-z]\\w*(?: PK)?(?:,? FK)?(?: ${quotedText})?$`),
  /^ {2}\}$/,
  new RegExp(`^  t\\d+ \\}o--(?:\\|\\||o\\|) t\\d+ : ${quotedText}$`),
]
