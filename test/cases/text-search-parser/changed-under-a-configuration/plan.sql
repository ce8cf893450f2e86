-- up
drop text search configuration public.moves;
-- ! blocks_reads
drop index public.notes_body_idx;
drop text search configuration public.en;
drop text search parser public.words;
comment on text search parser public.other is 'two';
create text search configuration public.moves (parser = public.other);
alter text search configuration public.moves
  add mapping for email
  with pg_catalog.simple;
create text search parser public.words (
  start = pg_catalog.prsd_start,
  gettoken = pg_catalog.prsd_nexttoken,
  end = pg_catalog.prsd_end,
  lextypes = pg_catalog.prsd_lextype,
  headline = pg_catalog.prsd_headline
);
comment on text search parser public.words is 'one';
create text search configuration public.en (parser = public.words);
alter text search configuration public.en
  add mapping for asciiword, word
  with pg_catalog.simple;
-- ! scan, blocks_writes
create index notes_body_idx on public.notes using gin (to_tsvector('public.en'::regconfig, body));

-- down
drop text search configuration public.moves;
-- ! blocks_reads
drop index public.notes_body_idx;
drop text search configuration public.en;
drop text search parser public.words;
comment on text search parser public.other is 'one';
create text search configuration public.moves (parser = pg_catalog."default");
alter text search configuration public.moves
  add mapping for email
  with pg_catalog.simple;
create text search parser public.words (
  start = pg_catalog.prsd_start,
  gettoken = pg_catalog.prsd_nexttoken,
  end = pg_catalog.prsd_end,
  lextypes = pg_catalog.prsd_lextype
);
comment on text search parser public.words is 'one';
create text search configuration public.en (parser = public.words);
alter text search configuration public.en
  add mapping for asciiword, word
  with pg_catalog.simple;
-- ! scan, blocks_writes
create index notes_body_idx on public.notes using gin (to_tsvector('public.en'::regconfig, body));
