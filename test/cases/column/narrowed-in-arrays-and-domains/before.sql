create domain public.short as character varying(10);
create domain public.bits as bit varying(8);
create type public.pair as (a character varying(10), b bit varying(8));
create table public.lists (
  a character varying(10)[],
  b text[],
  c text,
  d public.short,
  e public.short[],
  f text,
  g public.pair,
  h public.pair[],
  i text,
  j public.bits
);
