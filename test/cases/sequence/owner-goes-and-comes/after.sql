create sequence public.moves;
create sequence public.stays_on_table;
create sequence public.left_alone;
create sequence public.taken;
create table public.a (
  id integer primary key,
  z integer default nextval('public.taken'),
  w integer default nextval('public.stays_on_table')
);
alter sequence public.taken owned by public.a.z;
alter sequence public.stays_on_table owned by public.a.w;
create table public.other (id integer, n integer default nextval('public.moves'));
alter sequence public.moves owned by public.other.n;
create sequence public.of_table;
create table public.young (id integer default nextval('public.of_table'));
alter sequence public.of_table owned by public.young.id;
create sequence public.one;
create sequence public.two;
create table public.crossed (a integer default nextval('public.two'), b integer default nextval('public.one'));
alter sequence public.one owned by public.crossed.b;
alter sequence public.two owned by public.crossed.a;
