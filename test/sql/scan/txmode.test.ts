import { describe, expect, it } from 'vitest'
import { findIdleDirective, txModeOf } from '../../../src/sql/scan/txmode.ts'

describe('a file is run statement by statement', () => {
  it.each([
    '-- atlas:txmode none\n\nselect 1;',
    '-- What it does.\n-- atlas:txmode none\n-- more\n \t\nselect 1;',
    '--atlas:txmode none\r\n\r\nselect 1;',
    '-- atlas:txmode none',
    'select 1;\n-- @backfill table=a key=id\nupdate a set b = 1;',
  ])('where it asks for it: %j', (text) => {
    expect({ mode: txModeOf(text), idle: findIdleDirective(text) }).toEqual({
      mode: 'stepwise',
      idle: undefined,
    })
  })

  it.each([
    ['select 1;', undefined],
    ['-- atlas:txmode file\n\nselect 1;', undefined],
    ["select '\n-- @backfill\n';", undefined],
    // Without the empty line they are comments of the first statement, to Atlas as well.
    ['-- atlas:txmode none\nselect 1;', 1],
    ['select 1;\n-- atlas:txmode none\n\nselect 2;', 2],
    ['-- atlas:txmode  none\n\nselect 1;', 1],
    ['-- atlas:txmode all\n\nselect 1;', 1],
  ])('and not else: %j', (text, line) => {
    expect({ mode: txModeOf(text), idle: findIdleDirective(text) }).toEqual({
      mode: 'transaction',
      idle: line,
    })
  })
})
