create domain public.short as character varying(3);
create domain public.bits as bit(3);
create type public.pair as (a character varying(3), b bit(3));
create table public.lists (
  a character varying(3)[],
  b character varying(3)[],
  c public.short,
  d public.short,
  e public.short[],
  f public.bits,
  g public.pair,
  h public.pair[],
  i character varying(3)[],
  j public.bits
);
