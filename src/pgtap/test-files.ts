import type { Catalog } from '../model/catalog.ts'
import type { Role } from '../model/role.ts'
import { renderTestFile } from './check.ts'
import type { Section } from './check.ts'
import { rightsSections } from './rights-test.ts'
import { grantEverything, rowsSections } from './rows-test.ts'

/** What tests are written from. */
export interface Tested {
  readonly catalog: Catalog
  readonly schemas: readonly string[]
  readonly roles: readonly Role[]
  /** The ids of users with rows among the samples. */
  readonly users: readonly string[]
  /** Statements that load the sample rows which are not there, in order. */
  readonly samples: readonly string[]
}

/** The texts of the functions in SQL that the tests call. */
export interface Helpers {
  readonly attempts: string
  readonly rights: string
  readonly rows: string
}

/** A file of tests, by its name. */
export interface TestFile {
  readonly name: string
  readonly text: string
}

/** The sections of each file, in order. */
export interface TestSections {
  readonly rights: readonly Section[]
  readonly rows: readonly Section[]
}

/** What the tests of a catalog ask. */
export function testSections(tested: Tested): TestSections {
  return {
    rights: rightsSections(tested.catalog, tested.roles, tested.schemas),
    rows: [
      { title: 'rows to try', setup: tested.samples.map(ended), checks: [] },
      {
        title: 'every right, so that policies alone refuse',
        setup: grantEverything(tested),
        checks: [],
      },
      ...rowsSections(tested),
    ],
  }
}

/** Writes the tests of a catalog as files for pg_prove. */
export function renderTestFiles(tested: Tested, { attempts, rights, rows }: Helpers): TestFile[] {
  const sections = testSections(tested)
  return [
    {
      name: 'rights.sql',
      text: renderTestFile(
        'What each role may do with each table, function, sequence and schema, and nothing else.',
        { helpers: [attempts, rights], sections: sections.rights },
      ),
    },
    {
      name: 'rows.sql',
      text: renderTestFile(
        'Which rows row security shows to each role, with the tokens of users.',
        {
          helpers: [attempts, rows],
          sections: sections.rows,
        },
      ),
    },
  ]
}

function ended(statement: string): string {
  const text = statement.trim()
  return text.endsWith(';') ? text : `${text};`
}
