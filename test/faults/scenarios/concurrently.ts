import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Files outside of a transaction: indexes built and dropped concurrently, rows changed between them. */
export const concurrently: Scenario = {
  name: 'concurrently',
  files: async () =>
    filesOf({
      '001_words': [
        'create table public.words (id integer, word text not null, changes integer not null default 0, constraint words_pkey primary key (id));\n',
        'drop table public.words;\n',
      ],
      '002_index': [
        `${outside}create index concurrently words_word_idx on public.words (word);\n`,
        `${outside}drop index concurrently public.words_word_idx;\n`,
      ],
      '003_mixed': [
        `${outside}alter table public.words add column length integer;
update public.words set length = pg_catalog.length(word), changes = changes + 1;
create unique index concurrently words_unique_idx on public.words (word, id);
create table public.word_counts (length integer, count bigint);
insert into public.word_counts select length, count(*) from public.words group by length;
`,
        `${outside}drop table public.word_counts;
drop index concurrently public.words_unique_idx;
update public.words set changes = changes - 1;
alter table public.words drop column length;
`,
      ],
      '004_again': [
        'update public.words set changes = changes + 10;\n',
        'update public.words set changes = changes - 10;\n',
      ],
    }),
  start: '001',
  rows: "insert into public.words select n, 'word ' || n from pg_catalog.generate_series(1, 20000) as n;",
  supabase: false,
  whole: false,
}

const outside = '-- atlas:txmode none\n\n'
