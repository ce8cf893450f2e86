create table public.t (a integer not null, b integer, c integer, d integer, e integer not null, f integer,
  constraint i primary key (a),
  constraint j_key unique (b) include (c) deferrable initially deferred,
  constraint l unique (e),
  constraint m unique (f));
create unique index k on public.t (c, d);
comment on constraint j_key on public.t is 'new';
comment on index public.j_key is 'of b';
alter table public.t cluster on j_key;
create table public.r (a integer references public.t (a), b integer, c integer, foreign key (b, c) references public.t (c, d));
create table public.s (a integer constraint s_i primary key);
