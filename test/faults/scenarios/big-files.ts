import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Files of 5 MB: of many rows in one statement, and of many statements. */
export const bigFiles: Scenario = {
  name: 'files of 5 MB',
  files: async () =>
    filesOf({
      '001_lines': [
        'create table public.lines (id integer, text text not null, constraint lines_pkey primary key (id));\n',
        'drop table public.lines;\n',
      ],
      '002_rows': [
        `insert into public.lines (id, text) values\n${rows(0, 20_000)};\n`,
        'delete from public.lines where id < 20000;\n',
      ],
      '003_statements': [
        Array.from(
          { length: 60 },
          (_, at) =>
            `insert into public.lines (id, text) values\n${rows(100_000 + at * 300, 300)};\n`,
        ).join(''),
        'delete from public.lines where id >= 100000;\n',
      ],
    }),
  start: '001',
  rows: "insert into public.lines select n, 'mine' from pg_catalog.generate_series(50000, 50100) as n;",
  supabase: false,
  whole: true,
}

/** About 250 bytes a row. */
function rows(from: number, count: number): string {
  const filling = 'a line that is as long as lines of real text are, '.repeat(4)
  return Array.from({ length: count }, (_, at) => `  (${String(from + at)}, '${filling}')`).join(
    ',\n',
  )
}
