create sequence public.moves;
create sequence public.stays_on_table;
create sequence public.left_alone;
create sequence public.taken;
create table public.a (
  id integer primary key,
  n integer default nextval('public.moves'),
  x integer default nextval('public.stays_on_table'),
  y integer default nextval('public.left_alone'),
  z integer
);
alter sequence public.moves owned by public.a.n;
alter sequence public.stays_on_table owned by public.a.x;
alter sequence public.left_alone owned by public.a.y;
create sequence public.of_table;
create table public.old (id integer default nextval('public.of_table'));
alter sequence public.of_table owned by public.old.id;
create sequence public.one;
create sequence public.two;
create table public.crossed (a integer default nextval('public.one'), b integer default nextval('public.two'));
alter sequence public.one owned by public.crossed.b;
alter sequence public.two owned by public.crossed.a;
create table public.other (id integer);
