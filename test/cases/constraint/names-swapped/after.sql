create table public.other (id integer constraint other_key primary key, code text constraint "One" unique);
create table public.t (
  a integer constraint k_b unique,
  b integer constraint k_a unique,
  c integer constraint d_check check (c > 0),
  d integer,
  constraint c_check check (d > 1),
  constraint e2 exclude using btree (d with =),
  constraint g foreign key (a) references public.other (id),
  constraint f foreign key (b) references public.other (id)
);
comment on constraint k_b on public.t is 'Of a.';
