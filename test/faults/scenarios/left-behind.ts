import { filesOf } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Files that leave the session another than it was: its role, its path, temporary tables, prepared statements. */
export const leftBehind: Scenario = {
  name: 'set role and more',
  files: async () =>
    filesOf({
      '001_boxes': [
        'create table public.boxes (id integer, content text, constraint boxes_pkey primary key (id));\n',
        'drop table public.boxes;\n',
      ],
      '002_role': [
        `grant select, insert, update, delete on public.boxes to authenticated;
create temporary table boxes (id integer);
set search_path = pg_temp, public;
set role authenticated;
update public.boxes set content = content || '!';
`,
        `set search_path = pg_temp, public;
create temporary table boxes (id integer);
update public.boxes set content = pg_catalog.rtrim(content, '!');
revoke all on public.boxes from authenticated;
set role authenticated;
`,
      ],
      '003_settings': [
        `set statement_timeout = '5min';
set default_transaction_isolation = 'serializable';
prepare more as insert into public.boxes values ($1, 'prepared');
execute more(100001);
listen boxes;
set local timezone = 'Asia/Tokyo';
`,
        `prepare more as delete from public.boxes where id = $1;
execute more(100001);
create temporary table other (id integer) on commit drop;
set session characteristics as transaction isolation level serializable;
`,
      ],
      '004_events': [
        `create function public.seen() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger seen after update on public.boxes deferrable initially deferred for each row execute function public.seen();
update public.boxes set content = content || '?';
set role authenticated;
`,
        `update public.boxes set content = pg_catalog.rtrim(content, '?');
set constraints all immediate;
drop trigger seen on public.boxes;
drop function public.seen();
set search_path = '';
`,
      ],
    }),
  start: '001',
  rows: "insert into public.boxes select n, 'box ' || n from pg_catalog.generate_series(1, 300) as n;",
  supabase: true,
  whole: true,
}
